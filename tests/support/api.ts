import { liveIndex } from "@lingxi/core/search";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Hono } from "hono";
import { app as account } from "../../functions/src/account/app.ts";
import { among } from "../../functions/src/api/among.ts";
import { groups } from "../../functions/src/api/groups.ts";
import type { Env } from "../../functions/src/api/types.ts";
import { app as door } from "../../functions/src/door/app.ts";
import { findApp } from "../../functions/src/find/app.ts";
import { groups as listings } from "../../functions/src/listings/groups.ts";
import { guardToken, type OpenForm } from "../../functions/src/pages/guard.ts";
import { functionOf, type HttpFunction } from "../../functions/src/paths.ts";
import { app as privacy } from "../../functions/src/privacy/app.ts";
import { serve } from "../../functions/src/serve.ts";
import type { World } from "./embedded.ts";

const apps: Readonly<Record<Exclude<HttpFunction, "description">, (path: string) => Promise<Hono<Env>>>> = {
  api: (path) => among(groups, path),
  console: async () => (await import("../../functions/src/console/app.ts")).app,
  editing: async () => (await import("../../functions/src/editing/app.ts")).app,
  find: async () => findApp(liveIndex()),
  listings: (path) => among(listings, path),
  meetings: async () => (await import("../../functions/src/meetings/app.ts")).app,
  matching: async () => (await import("../../functions/src/matching/app.ts")).app,
  preferences: async () => (await import("../../functions/src/preferences/app.ts")).app,
  privacy: async () => privacy,
  registrations: async () => (await import("../../functions/src/registrations/app.ts")).app,
  door: async () => door,
  roadshow: async () => (await import("../../functions/src/roadshow/app.ts")).app,
  prints: async () => (await import("../../functions/src/prints/app.ts")).app,
  account: async () => account,
  guests: async () => (await import("../../functions/src/guests/app.ts")).app,
  webhooks: async () => (await import("../../functions/src/webhooks/app.ts")).app,
  paper: async () => (await import("../../functions/src/paper/app.ts")).app,
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly text: string;
  /** The body as it arrives, for what is no text. */
  readonly bytes: Uint8Array;
  readonly json: () => Record<string, unknown>;
}

export interface Call {
  readonly body?: unknown;
  /** Sent as a form instead of JSON. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** The bytes as they are. */
  readonly raw?: string;
  /** A multipart form, as a browser sends it. */
  readonly upload?: FormData;
  /** Another app than the product's. */
  readonly app?: Hono<Env>;
}

async function describe(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  process.env.SITE_ORIGIN = "https://lingxi.example";
  return (await import("../../functions/src/description/handler.ts")).handler(event);
}

/** Calls the function that answers the path as the gateway does, with the event shape of an HTTP API (payload format 2.0). */
export async function call(world: Pick<World, "ctx">, method: string, address: string, options: Call = {}): Promise<Answer> {
  const [path = "/", query = ""] = address.split("?");
  const open =
    method === "POST" ? /^(?:\/en)?\/(?:forms\/)?(register|project|demand|talent|roadshow|account$)/.exec(path)?.[1] : undefined;
  // As somebody who opened the form a minute ago.
  const guard = open ? { guard: guardToken(world.ctx(), open as OpenForm, world.ctx().now().getTime() - 60_000) } : {};
  const form =
    options.form &&
    new URLSearchParams(Object.entries({ ...guard, ...options.form }).flatMap(([k, v]) => [v].flat().map((one) => [k, one])));
  const type = form ? "application/x-www-form-urlencoded" : options.body === undefined ? undefined : "application/json";
  const body = options.raw ?? form?.toString() ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const packed = options.upload && new Response(options.upload);
  const event = {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    ...(options.cookies ? { cookies: [...options.cookies] } : {}),
    headers: {
      host: "lingxi.example",
      ...(type ? { "content-type": type } : {}),
      ...(packed ? { "content-type": packed.headers.get("content-type") ?? "" } : {}),
      ...options.headers,
    },
    requestContext: {
      requestId: "req_test",
      domainName: "lingxi.example",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
    },
    isBase64Encoded: packed !== undefined,
    ...(packed ? { body: Buffer.from(await packed.arrayBuffer()).toString("base64") } : body === undefined ? {} : { body }),
  } as unknown as APIGatewayProxyEventV2;
  const name = functionOf(path) ?? "api";
  const answer =
    name === "description"
      ? await describe(event)
      : await serve(options.app ?? (await apps[name](path)), event, (actor) => world.ctx(actor));
  const text = answer.body ?? "";
  return {
    status: answer.statusCode ?? 0,
    headers: (answer.headers ?? {}) as Record<string, string>,
    cookies: answer.cookies ?? [],
    text,
    bytes: Buffer.from(text, answer.isBase64Encoded ? "base64" : "utf8"),
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}
