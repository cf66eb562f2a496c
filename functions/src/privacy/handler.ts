import { objects } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { app } from "./app.ts";

const runtime = lazyRuntime(process.env, async () => ({ objects: await objects(process.env) }));

/** Lambda behind the same HTTP API, for what a person may ask of everything that is held on them. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(app, event, await runtime());
