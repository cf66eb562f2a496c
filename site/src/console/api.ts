import { currentLocale, t } from "./text.ts";
import { words } from "./words.ts";

/** One field to change, named by its path in the input (`title.zh-CN`), in the console's language. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A refusal by the API (RFC 9457). `message` is a sentence for the reader. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when the server was not reached. */
  readonly status: number;
  /** Stable name, `activity.sold-out`. */
  readonly reason: string;
  readonly fields: readonly FieldProblem[];

  constructor(status: number, reason: string, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.reason = reason;
    this.fields = fields;
  }
}

/** Told to the window when the session ended while somebody was working. */
export const signedOut = "lingxi:signed-out";

interface Options {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON; a FormData or Blob is sent as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the API, `api<Activity>("/api/activities/act_1")`. Answers its JSON, or nothing for 204; throws an ApiProblem. */
export async function api<T>(path: string, options: Options = {}): Promise<T> {
  const { method = "GET", body, signal } = options;
  const raw = body instanceof FormData || body instanceof Blob;
  const headers: Record<string, string> = { accept: "application/json", "accept-language": currentLocale(), ...options.headers };
  if (body !== undefined && !raw) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, "network", t(words.unreachable));
  }
  const text = await response.text();
  if (response.status === 401 && path !== "/api/session") dispatchEvent(new Event(signedOut));
  if (!response.ok) throw problemOf(response.status, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

function problemOf(status: number, text: string): ApiProblem {
  const fallback = t(words.unexpected, { status });
  const problem = recordOf(text);
  const reason = typeof problem.title === "string" ? problem.title : "unknown";
  const detail = typeof problem.detail === "string" && problem.detail ? problem.detail : fallback;
  const list = problem.fields;
  return new ApiProblem(status, reason, detail, Array.isArray(list) ? list.flatMap(fieldOf) : []);
}

function recordOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function fieldOf(value: unknown): FieldProblem[] {
  const { field, message } = (value ?? {}) as { field?: unknown; message?: unknown };
  return typeof field === "string" && typeof message === "string" ? [{ field, message }] : [];
}
