import { envNames, required } from "@lingxi/core/platform/env";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { app as account } from "../account/app.ts";
import { base } from "../api/among.ts";
import type { Operation } from "../api/describe.ts";
import { groups } from "../api/groups.ts";
import { localeOf } from "../api/middleware/actor.ts";
import { toProblem, wrongMethod } from "../api/middleware/errors.ts";
import { app as staff } from "../console/app.ts";
import { app as door } from "../door/app.ts";
import { editing } from "../editing/operations.ts";
import { finds } from "../find/operations.ts";
import { app as guests } from "../guests/app.ts";
import { groups as listings } from "../listings/groups.ts";
import { app as matching } from "../matching/app.ts";
import { app as meetings } from "../meetings/app.ts";
import { papers } from "../paper/operations.ts";
import { app as preferences } from "../preferences/app.ts";
import { app as prints } from "../prints/app.ts";
import { app as privacy } from "../privacy/app.ts";
import { app as registrations } from "../registrations/app.ts";
import { app as roadshow } from "../roadshow/app.ts";
import { app as webhooks } from "../webhooks/app.ts";
import { openApi } from "./open-api.ts";

const itself: Operation = { path: "/api/openapi.json", method: "GET", about: { summary: "This description" } };

/** What all functions answer, described as the one API that it is to those who call it. Reads no record, so it needs no context. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, http } = event.requestContext;
  if (http.method !== "GET" && http.method !== "HEAD") return refuse(event, requestId);
  made ??= make();
  return {
    statusCode: 200,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" },
    body: http.method === "HEAD" ? "" : await made,
  };
}

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const open = await Promise.all([...groups, ...listings].map(async ({ load }) => (await load()).app));
  const others = [...Object.values(editing), ...finds, ...papers, itself];
  return JSON.stringify(
    openApi(
      [
        base,
        ...open,
        registrations,
        preferences,
        privacy,
        account,
        door,
        prints,
        staff,
        matching,
        roadshow,
        meetings,
        webhooks,
        guests,
      ],
      required(process.env, envNames.origin),
      others,
    ),
  );
}

function refuse({ headers, requestContext }: APIGatewayProxyEventV2, requestId: string): APIGatewayProxyStructuredResultV2 {
  const error = wrongMethod(requestContext.http.method, ["GET", "HEAD"]);
  const { problem, status } = toProblem(error, localeOf("/api/", headers["accept-language"]), requestId);
  return {
    statusCode: status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", allow: "GET, HEAD" },
    body: JSON.stringify(problem),
  };
}
