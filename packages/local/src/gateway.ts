import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { errorFacts, type Log } from "@lingxi/core/platform/log";
import { contentSecurityPolicy, openerPolicy } from "@lingxi/functions/headers";
import { functionOf } from "@lingxi/functions/paths";
import { compressible, compressor, encodingFor, worthwhile } from "./compress.ts";
import { type GatewayAnswer, type GatewayHandler, toEvent } from "./gateway-event.ts";
import { Refusal } from "./refusal.ts";

/** What the gateway leads to, once all is ready. */
export interface Routes {
  /** By the name of the function. */
  readonly http: Readonly<Record<string, GatewayHandler>>;
  readonly files: (request: IncomingMessage, response: ServerResponse, path: string, query: string) => Promise<void>;
  readonly inbox: string;
}

export interface Gateway {
  readonly port: number;
  /** From now on requests are served; before, everything answers 503. */
  open(routes: Routes): void;
  close(): Promise<void>;
}

/** As CloudFront adds them to every answer. */
export const securityHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": openerPolicy,
} as const;

const limit = 6 * 1024 * 1024;
/** Past this the connection is simply closed. */
const patience = 20 * limit;

/** The one public origin. @throws Refusal when the port is taken or not allowed */
export async function startGateway(options: { port: number; host: string; log: Log }): Promise<Gateway> {
  let routes: Routes | undefined;
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    for (const name in securityHeaders) response.setHeader(name, securityHeaders[name as keyof typeof securityHeaders]);
    route(request, response, routes).catch((error: unknown) => {
      if (response.destroyed || response.writableEnded) return;
      const { stack, ...facts } = errorFacts(error);
      options.log.error("a request failed", { path: request.url?.split(/[?/]/).slice(0, 3).join("/"), ...facts, stack });
      if (response.headersSent) response.destroy();
      else
        problem(
          request,
          response,
          500,
          "server.fault",
          "服务暂时出错，请稍后再试。",
          "Something went wrong here. Please try again later.",
        );
    });
  });
  await new Promise<void>((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(refusal(error, options.port, options.host)));
    server.listen(options.port, options.host, done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    open: (found) => {
      routes = found;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1500).unref();
      }),
  };
}

async function route(request: IncomingMessage, response: ServerResponse, routes: Routes | undefined): Promise<void> {
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? "" : target.slice(mark + 1);
  if (!routes) {
    response.setHeader("retry-after", "1");
    if (path === "/api/health") response.writeHead(503, { "content-type": "application/json" }).end('{"status":"starting"}');
    else
      problem(
        request,
        response,
        503,
        "server.starting",
        "服务正在启动，请稍等几秒。",
        "The service is starting. Please wait a few seconds.",
      );
    return;
  }
  const name = functionOf(path);
  const handler = name && (routes.http[name] ?? routes.http.api);
  if (name && handler) await call(name, handler, request, response, path, query);
  else if (path === "/inbox" || path.startsWith("/inbox/"))
    response.writeHead(302, { location: `${routes.inbox}${path}${query ? `?${query}` : ""}` }).end();
  else await routes.files(request, response, path, query);
}

async function call(
  name: string,
  handler: GatewayHandler,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
): Promise<void> {
  const body = await readBody(request);
  if (!body) {
    response.setHeader("connection", "close");
    problem(
      request,
      response,
      413,
      "request.too-large",
      "提交的内容太大：最多 6 MB。请缩小后再提交。",
      "This is too large: at most 6 MB. Make it smaller and submit again.",
    );
    return;
  }
  const event = toEvent(request, path, query, body);
  await answer(request, response, await handler(event, { functionName: name, awsRequestId: event.requestContext.requestId }));
}

const { compress } = compressor(0);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { statusCode, headers, cookies, body = "", isBase64Encoded }: GatewayAnswer,
): Promise<void> {
  for (const name in headers) response.setHeader(name, String(headers[name]));
  if (cookies?.length) response.setHeader("set-cookie", cookies);
  let bytes: Uint8Array = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (shared(response)) {
    response.appendHeader("vary", "accept-encoding");
    const encoding = worthwhile(bytes.length) ? encodingFor(String(request.headers["accept-encoding"])) : undefined;
    if (encoding) {
      bytes = await compress(bytes, encoding);
      response.setHeader("content-encoding", encoding);
    }
  }
  // To HEAD a function answers with the length of what it left out.
  const told = bytes.length === 0 && response.hasHeader("content-length");
  if (statusCode !== 204 && statusCode !== 304 && !told) response.setHeader("content-length", bytes.length);
  response.writeHead(statusCode).end(bytes);
}

/** CloudFront compresses what it may keep for everybody; what is somebody's own stays as it is, so that its length tells nothing of it. */
const shared = (response: ServerResponse): boolean =>
  compressible(String(response.getHeader("content-type") ?? "")) &&
  !response.hasHeader("content-encoding") &&
  /\bpublic\b/.test(String(response.getHeader("cache-control") ?? ""));

/** The body, or undefined when it is larger than the limit; read to its end even then, since a sender that is cut off never sees the answer. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= limit) chunks.push(chunk as Buffer);
    else chunks.length = 0;
    if (size > patience) request.destroy();
  }
  if (size > limit) return undefined;
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function problem(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  reason: string,
  zh: string,
  en: string,
): void {
  const english = /^\/en(\/|$)/.test(request.url ?? "") || /^en\b/i.test(request.headers["accept-language"] ?? "");
  const body = JSON.stringify({
    type: `urn:lingxi:${reason}`,
    title: reason,
    status,
    detail: english ? en : zh,
    requestId: randomUUID(),
  });
  response
    .writeHead(status, {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": english ? "en" : "zh-CN",
    })
    .end(body);
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new Refusal(
      `端口 ${port} 已被占用：请停掉占用它的程序，或用 PORT 另选一个。`,
      `Port ${port} is taken: stop the program that uses it, or choose another with PORT.`,
    );
  if (error.code === "EACCES")
    return new Refusal(
      `没有使用端口 ${port} 的权限：请用 PORT 另选一个（1024 以上）。`,
      `Port ${port} is not allowed here: choose another with PORT (above 1024).`,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new Refusal(
      `本机没有地址 HOST=${host}：请改成 127.0.0.1 或 0.0.0.0。`,
      `This machine has no address HOST=${host}: use 127.0.0.1 or 0.0.0.0.`,
    );
  return error;
}
