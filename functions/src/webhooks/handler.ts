import { outboundFrom } from "@lingxi/core/platform/outbound";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { app } from "./app.ts";

const runtime = lazyRuntime(process.env, async () => ({ outbound: outboundFrom(process.env) }));

/** Lambda behind the same HTTP API, for webhooks: apart, since it calls addresses of others and waits for them. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(app, event, await runtime());
