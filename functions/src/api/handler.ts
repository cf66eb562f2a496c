import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { among } from "./among.ts";
import { groups } from "./groups.ts";

const runtime = lazyRuntime(process.env);

/** Lambda behind an HTTP API (payload format 2.0). */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> => {
  const [app, makeCtx] = await Promise.all([among(groups, event.rawPath), runtime()]);
  return serve(app, event, makeCtx);
};
