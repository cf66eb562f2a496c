import { fonts } from "@lingxi/core/platform/parts";
import { pinyin } from "@lingxi/core/platform/pinyin";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { serve } from "../serve.ts";

const runtime = lazyRuntime(process.env, async () => ({ fonts: fonts(process.env), sound: pinyin }));

/** Lambda behind the same HTTP API, for papers about people: badges, certificates, workbooks. All of it is loaded by the first that is asked for. */
export const handler = async (event: APIGatewayProxyEventV2, _context?: Context): Promise<APIGatewayProxyStructuredResultV2> => {
  const [{ app }, makeCtx] = await Promise.all([import("./app.ts"), runtime()]);
  return serve(app, event, makeCtx);
};
