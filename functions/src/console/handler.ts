import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { lazyRuntime } from "../runtime.ts";
import { serve } from "../serve.ts";
import { app } from "./app.ts";

const runtime = lazyRuntime();

/** Lambda behind an HTTP API (payload format 2.0). */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(app, event, await runtime());
