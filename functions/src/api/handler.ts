import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { appFor } from "./groups.ts";

const runtime = lazyRuntime(process.env);

/** Lambda behind an HTTP API (payload format 2.0). */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> => {
  const [app, makeCtx] = await Promise.all([appFor(event.rawPath), runtime()]);
  return serve(app, event, makeCtx);
};
