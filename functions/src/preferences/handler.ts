import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { app } from "./app.ts";

const runtime = lazyRuntime(process.env);

/** Lambda behind the same HTTP API, for what people say by the link of a mail: that they want no more, or what they want. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(app, event, await runtime());
