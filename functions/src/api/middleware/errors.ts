import { DomainError } from "@lingxi/core/platform/error";
import { errorFacts } from "@lingxi/core/platform/log";
import { type Code, type Reason, reason } from "@lingxi/core/platform/reason";
import type { Locale } from "@lingxi/core/platform/text";
import type { Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Env } from "../types.ts";

export type Status = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 422 | 429 | 500;

/** The only place that knows which refusal is which HTTP status. */
const statuses: Readonly<Record<Code, Status>> = {
  "not-found": 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  invalid: 422,
  "limit-exceeded": 429,
  "precondition-failed": 412,
};

const malformed = reason(
  "request.malformed",
  "invalid",
  "请求的格式无法识别，请检查后重试。",
  "The request could not be read. Check it and try again.",
);
const noRoute = reason(
  "request.no-route",
  "not-found",
  "没有这个地址，请检查拼写或从首页进入。",
  "There is nothing at this address. Check it, or start from the home page.",
);
const noMethod = reason(
  "request.no-method",
  "not-found",
  "这个地址不支持 {method}，请改用 {allowed}。",
  "This address does not know {method}. Use {allowed}.",
);
const fault = reason(
  "server.fault",
  "conflict",
  "系统出现故障，您提交的内容没有保存。请稍后再试；若仍不行，请把编号 {requestId} 告诉我们。",
  "Something failed on our side and nothing was saved. Try again later; if it persists, tell us the number {requestId}.",
);

/** What is about HTTP itself has a status of its own. */
const own: Readonly<Record<string, Status>> = { [malformed.reason]: 400, [noMethod.reason]: 405, [fault.reason]: 500 };

export const statusOf = (why: Pick<Reason, "reason" | "code">): Status => own[why.reason] ?? statuses[why.code];

/** What went wrong, as RFC 9457 problem details: `type`, `title`, `status`, `detail`, and a sentence a field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
  readonly requestId: string;
}

/** Turns anything thrown into what the client is told. What is our own fault is logged, and told without detail. */
export function toProblem(error: unknown, locale: Locale, requestId: string): { problem: Problem; status: Status } {
  const known = asDomainError(error) ?? new DomainError(fault, { params: { requestId } });
  const status = statusOf(known);
  const fields = known.fields.map(({ field, message }) => ({ field, message: message[locale] }));
  return {
    status,
    problem: {
      type: `urn:lingxi:${known.reason}`,
      title: known.reason,
      status,
      detail: known.say(locale),
      ...(fields.length ? { fields } : {}),
      requestId,
    },
  };
}

function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof HTTPException && error.status === 404) return new DomainError(noRoute);
  if ((error instanceof HTTPException && error.status < 500) || error instanceof SyntaxError || error instanceof URIError)
    return new DomainError(malformed);
  return undefined;
}

export const notFound = () => new DomainError(noRoute);

/** The refusal where no route answers: no such address, or another method, which `Allow` then names. */
export function noRouteFor(app: Hono<Env>, c: Context<Env>): DomainError {
  const { method, path } = c.req;
  const allowed = methods.filter((one) => app.router.match(one, path)[0].some(([[, route]]) => route.method === one));
  if (!allowed.length || allowed.includes(method as (typeof methods)[number])) return notFound();
  const all = allowed.flatMap((one) => (one === "GET" ? [one, "HEAD"] : one)).join(", ");
  c.header("allow", all);
  return new DomainError(noMethod, { params: { method: /^[A-Z]{1,10}$/.test(method) ? method : "?", allowed: all } });
}
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export const notReadable = () => new DomainError(malformed);

export function onError(error: unknown, c: Context<Env>): Response {
  const { requestId } = c.env;
  const { problem, status } = toProblem(error, c.var.locale ?? "zh-CN", requestId);
  if (status === 500)
    c.var.ctx?.log.error("request failed", { method: c.req.method, route: c.req.routePath, ...errorFacts(error) });
  return c.body(JSON.stringify(problem), status, {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
}
