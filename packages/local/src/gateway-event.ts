import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { account } from "./bus.ts";

/** A request as API Gateway hands it to Lambda, payload format 2.0. */
export interface GatewayEvent {
  readonly version: "2.0";
  readonly routeKey: "$default";
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: string[];
  readonly headers: Record<string, string>;
  readonly queryStringParameters?: Record<string, string>;
  readonly requestContext: {
    readonly accountId: string;
    readonly apiId: "local";
    readonly domainName: string;
    readonly domainPrefix: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly protocol: string;
      readonly sourceIp: string;
      readonly userAgent: string;
    };
    readonly requestId: string;
    readonly routeKey: "$default";
    readonly stage: "$default";
    readonly time: string;
    readonly timeEpoch: number;
  };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** What a handler answers with. */
export interface GatewayAnswer {
  readonly statusCode: number;
  readonly headers?: Record<string, string | number | boolean>;
  readonly cookies?: string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

export type GatewayHandler = (event: GatewayEvent, context: object) => Promise<GatewayAnswer>;

/** API Gateway passes these on as text; all else, forms too, comes in base64. */
const asText = /^(?:text\/|application\/(?:json|xml|javascript)\b)/i;

export function toEvent(request: IncomingMessage, path: string, query: string, body: Buffer): GatewayEvent {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (name !== "cookie" && value !== undefined) headers[name] = Array.isArray(value) ? value.join(",") : value;
  const sourceIp = request.socket.remoteAddress ?? "";
  headers["x-forwarded-for"] = headers["x-forwarded-for"] ? `${headers["x-forwarded-for"]}, ${sourceIp}` : sourceIp;
  headers["x-forwarded-port"] = String(request.socket.localPort ?? "");
  headers["x-forwarded-proto"] = "http";
  const cookies = request.headers.cookie?.split(/; */).filter(Boolean);
  const text = body.length === 0 || asText.test(headers["content-type"] ?? "");
  const now = new Date();
  const method = request.method ?? "GET";
  const domainName = headers.host ?? "localhost";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    ...(cookies?.length ? { cookies } : {}),
    headers,
    ...(query ? { queryStringParameters: parameters(query) } : {}),
    requestContext: {
      accountId: account,
      apiId: "local",
      domainName,
      domainPrefix: domainName.split(/[.:]/)[0] ?? "",
      http: { method, path, protocol: `HTTP/${request.httpVersion}`, sourceIp, userAgent: headers["user-agent"] ?? "" },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length ? { body: body.toString(text ? "utf8" : "base64") } : {}),
    isBase64Encoded: !text,
  };
}

function parameters(query: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) found[name] = name in found ? `${found[name]},${value}` : value;
  return found;
}
