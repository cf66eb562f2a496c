import { pinyin } from "@lingxi/core/platform/pinyin";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";
import { app } from "./app.ts";

let loading: ReturnType<typeof pinyin> | undefined;

const sound = () => {
  loading ??= pinyin();
  return loading;
};

const runtime = lazyRuntime(process.env, async () => ({ sound }));

/** Lambda behind the same HTTP API, for meetings: apart, since it ranks people for one another. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(app, event, await runtime());
