import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { among } from "../api/among.ts";
import { serve } from "../serve.ts";
import { groups } from "./groups.ts";

const runtime = lazyRuntime(process.env);

/** Lambda behind the same HTTP API, for projects, needs and talents. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> => {
  const [app, makeCtx] = await Promise.all([among(groups, event.rawPath), runtime()]);
  return serve(app, event, makeCtx);
};
