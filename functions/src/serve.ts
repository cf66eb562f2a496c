import type { Ctx } from "@lingxi/core/platform/context";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Hono } from "hono";
import type { Env } from "./api/types.ts";

const textual = /^(text\/|application\/(json|problem\+json|xml|javascript)|image\/svg)/;

/** Answers one HTTP API event (payload format 2.0) with a Hono app. */
export async function serve(
  app: Hono<Env>,
  event: APIGatewayProxyEventV2,
  makeCtx: (actor: Ctx["actor"], requestId: string) => Ctx,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, http } = event.requestContext;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.set(name, value);
  if (event.cookies?.length) headers.set("cookie", event.cookies.join("; "));
  const url = `https://${event.requestContext.domainName || "localhost"}${event.rawPath}${event.rawQueryString ? `?${event.rawQueryString}` : ""}`;
  const hasBody = event.body !== undefined && http.method !== "GET" && http.method !== "HEAD";
  const body = hasBody ? (event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64") : event.body) : undefined;
  const request = new Request(url, { method: http.method, headers, ...(body !== undefined ? { body } : {}) });
  const response = await app.fetch(request, { makeCtx, requestId });

  const type = response.headers.get("content-type") ?? "";
  const cookies = response.headers.getSetCookie();
  response.headers.delete("set-cookie");
  const isText = type === "" || textual.test(type);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(cookies.length ? { cookies } : {}),
    body: isText ? await response.text() : Buffer.from(await response.arrayBuffer()).toString("base64"),
    isBase64Encoded: !isText,
  };
}
