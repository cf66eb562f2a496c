import type { Ctx } from "@lingxi/core/platform/context";
import { envNames } from "@lingxi/core/platform/env";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Hono } from "hono";
import type { Env } from "./api/types.ts";
import { edgeHeader } from "./headers.ts";

/** A fetch Request cannot carry these, and no route has them: by any other unknown name they meet the same refusal. */
const uncarried = /^(connect|trace|track)$/i;
/** What a header's value may be made of. */
const carried = (value: string) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
const textual = /^(text\/|application\/(json|problem\+json|xml|javascript)|image\/svg)/;

/**
 * The reader's own network address: each proxy of ours adds the one that it was called from; what stands further left anybody may have written,
 * and so may who calls the gateway past our proxies.
 */
function addressOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const chain = (headers["x-forwarded-for"] ?? "").split(",").map((one) => one.trim());
  const secret = process.env[envNames.edgeSecret];
  const past = secret !== undefined && headers[edgeHeader] !== secret;
  const ours = past ? 0 : Number(process.env[envNames.proxies] ?? "0");
  return chain.at(-1 - ours) || chain[0] || requestContext.http.sourceIp;
}

/** Answers one HTTP API event (payload format 2.0) with a Hono app. */
export async function serve(
  app: Hono<Env>,
  event: APIGatewayProxyEventV2,
  makeCtx: (actor: Ctx["actor"], requestId: string) => Ctx,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, http } = event.requestContext;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.set(name, carried(value));
  if (event.cookies?.length) headers.set("cookie", carried(event.cookies.join("; ")));
  const host = `https://${event.requestContext.domainName}`;
  const origin = URL.canParse(host) ? host : "https://localhost";
  const url = `${origin}${event.rawPath}${event.rawQueryString ? `?${event.rawQueryString}` : ""}`;
  const hasBody = event.body !== undefined && http.method !== "GET" && http.method !== "HEAD";
  const body = hasBody ? (event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64") : event.body) : undefined;
  const request = new Request(url, {
    method: uncarried.test(http.method) ? "UNKNOWN" : http.method,
    headers,
    ...(body !== undefined ? { body } : {}),
  });
  const response = await app.fetch(request, { makeCtx, requestId, address: addressOf(event) });

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
