import { envNames, required } from "@lingxi/core/platform/env";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { base } from "../api/among.ts";
import type { Operation } from "../api/describe.ts";
import { groups } from "../api/groups.ts";
import { app as staff } from "../console/app.ts";
import { editing } from "../editing/operations.ts";
import { finds } from "../find/operations.ts";
import { groups as listings } from "../listings/groups.ts";
import { papers } from "../paper/operations.ts";
import { app as privacy } from "../privacy/app.ts";
import { openApi } from "./open-api.ts";

const itself: Operation = { path: "/api/openapi.json", method: "GET", about: { summary: "This description" } };

/** What all functions answer, described as the one API that it is to those who call it. Reads no record, so it needs no context. */
export async function handler(): Promise<APIGatewayProxyStructuredResultV2> {
  const open = await Promise.all([...groups, ...listings].map(async ({ load }) => (await load()).app));
  const others = [...Object.values(editing), ...finds, ...papers, itself];
  return {
    statusCode: 200,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" },
    body: JSON.stringify(openApi([base, ...open, privacy, staff], required(process.env, envNames.origin), others)),
  };
}
