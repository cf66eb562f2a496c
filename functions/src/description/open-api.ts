import { declaredReasons } from "@lingxi/core/platform/reason";
import type { Hono } from "hono";
import { aboutOf, type Operation } from "../api/describe.ts";
import { statusOf } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";
import { answerOf } from "./answers/index.ts";
import { answerSchema, inputSchema, type JsonSchema } from "./json-schema.ts";

/** Every route of the app with what it says of itself; the last word of a path and method wins. */
function operations(app: Hono<Env>): Operation[] {
  const found = new Map<string, Operation>();
  for (const { path, method, handler } of app.routes) {
    if (method === "ALL" || path.includes("*")) continue;
    const about = aboutOf(handler);
    const known = found.get(`${method} ${path}`);
    found.set(`${method} ${path}`, { path, method, about: about ?? known?.about });
  }
  return [...found.values()];
}

const mediaTypes = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  upload: "multipart/form-data",
  query: "",
} as const;

/** Where a verb's input stands in a request. */
function request({ method, about }: Operation, inPath: readonly string[]) {
  const schema = about?.verb ? inputSchema(about.verb.input) : {};
  const apart = [...inPath, about?.cookie];
  const rest = Object.entries(schema.properties ?? {}).filter(([name]) => !apart.includes(name));
  const required = (schema.required ?? []).filter((name) => !apart.includes(name));
  const from = about?.from ?? (method === "GET" || method === "DELETE" ? "query" : "json");
  const parameter = (name: string, place: "path" | "query" | "cookie", of: JsonSchema = { type: "string" }) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: of,
  });
  return {
    parameters: [
      ...inPath.map((name) => parameter(name, "path", schema.properties?.[name])),
      ...(about?.cookie ? [parameter(about.cookie, "cookie", schema.properties?.[about.cookie])] : []),
      ...(from === "query" ? rest.map(([name, of]) => parameter(name, "query", of)) : []),
    ],
    ...(from !== "query" && rest.length
      ? {
          requestBody: {
            required: true,
            content: { [mediaTypes[from]]: { schema: { type: "object", properties: Object.fromEntries(rest), required } } },
          },
        }
      : {}),
  };
}

/** What comes back: JSON by its schema, all else by its media type. */
function responses(operation: Operation, named: Record<string, JsonSchema>) {
  const { path, about } = operation;
  const { status = 200, answers } = about ?? {};
  const schema = answers ? undefined : answerOf(operation);
  const isPage = !path.startsWith("/api");
  const empty = status === 204 || status === 303;
  const content = { [answers ?? "application/json"]: schema ? { schema: answerSchema(schema, named) } : {} };
  return {
    [status]: {
      description: status === 303 ? "Done; the page to show is in `Location`" : "Done",
      ...(empty ? {} : { content }),
    },
    default: { $ref: `#/components/responses/${isPage ? "RefusalPage" : "Refusal"}` },
  };
}

/** The OpenAPI 3.1 description of the apps, and of `others` that are no app, from the zod schemas of their verbs. */
export function openApi(apps: readonly Hono<Env>[], origin: string, others: readonly Operation[] = []): object {
  const paths: Record<string, Record<string, object>> = {};
  const named: Record<string, JsonSchema> = {};
  for (const operation of [...apps.flatMap(operations), ...others]) {
    const { path, method, about } = operation;
    const address = path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}");
    const inPath = [...address.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "");
    paths[address] ??= {};
    paths[address][method.toLowerCase()] = {
      summary: about?.summary ?? "",
      operationId: `${method.toLowerCase()}${address.replace(/[^a-zA-Z0-9]+(\w)?/g, (_, c: string | undefined) => c?.toUpperCase() ?? "")}`,
      ...(about?.verb ? { "x-access": about.verb.access } : {}),
      ...(about?.verb && about.verb.access !== "public" ? { security: [{ session: [] }] } : {}),
      ...request(operation, inPath),
      responses: responses(operation, named),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lingxi 灵犀",
      version: "0.1.0",
      description:
        "Instants are ISO 8601 UTC, money is integer 分, lists are paged by an opaque cursor, texts for people follow Accept-Language (zh-CN, en). Answers hold no other fields than described.",
    },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-session" } },
      responses: {
        Refusal: {
          description:
            "Refused: `detail` says what to do, `fields` has a sentence for each field, `title` is a name for programs",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        RefusalPage: { description: "Refused: a page that says what to do", content: { "text/html": {} } },
      },
      schemas: { ...named, Problem: problem() },
    },
  };
}

/** Problem details (RFC 9457). */
function problem(): JsonSchema {
  const reasons = declaredReasons().toSorted((a, b) => a.reason.localeCompare(b.reason));
  const statuses = reasons.map(statusOf);
  const text = { type: "string", minLength: 1 };
  return {
    type: "object",
    required: ["type", "title", "status", "detail", "requestId"],
    properties: {
      type: { type: "string", pattern: "^urn:lingxi:", description: "`urn:lingxi:` and the title." },
      title: { type: "string", enum: reasons.map(({ reason }) => reason), description: "Why, by a name that stays the same." },
      status: { type: "integer", enum: [...new Set(statuses)].toSorted((a, b) => a - b) },
      detail: { ...text, description: "A sentence for people, in their language: what is wrong, and what to do." },
      requestId: text,
      fields: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["field", "message"],
          properties: { field: { type: "string", description: "Path in the input, `contact.email`." }, message: text },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
    "x-reasons": Object.fromEntries(
      reasons.map(({ reason, text }, i) => [reason, { status: statuses[i], "zh-CN": text["zh-CN"], en: text.en }]),
    ),
  };
}
