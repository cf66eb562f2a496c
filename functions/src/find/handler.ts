import { objects, renderer } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { liveIndex } from "@lingxi/core/search";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { findApp } from "./app.ts";

const runtime = lazyRuntime(process.env, async () => ({
  objects: await objects(process.env),
  render: renderer(process.env),
}));
const app = findApp(liveIndex());

/** Lambda behind the same HTTP API, for what is found and narrowed on request. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(app, event, await runtime());
