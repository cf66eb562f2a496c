import type { Access } from "@lingxi/core/platform/actor";
import type { Hono, MiddlewareHandler } from "hono";
import * as z from "zod";
import type { Env as AppEnv } from "./types.ts";

/** What the API description says of one route. */
export interface About {
  readonly summary: string;
  readonly verb?: { readonly input: z.ZodType; readonly access: Access };
  /** Where the verb's input comes from; path parameters are always taken from the path. */
  readonly from?: "json" | "query" | "form" | "upload";
  readonly status?: number;
  /** Media type of the answer, where it is not JSON. */
  readonly answers?: string;
}

const mark = Symbol("about");

/** Describes the route that it stands in. Does nothing at run time. */
export const describe = (about: About): MiddlewareHandler<AppEnv> =>
  Object.assign(((_c, next) => next()) as MiddlewareHandler<AppEnv>, { [mark]: about });

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly about: About | undefined;
}

/** Every route of the app with what it says of itself; the last word of a path and method wins. */
export function operations(app: Hono<AppEnv>): Operation[] {
  const found = new Map<string, Operation>();
  for (const { path, method, handler } of app.routes) {
    if (method === "ALL" || path.includes("*")) continue;
    const about = (handler as unknown as Record<symbol, About | undefined>)[mark];
    const known = found.get(`${method} ${path}`);
    found.set(`${method} ${path}`, { path, method, about: about ?? known?.about });
  }
  return [...found.values()];
}

const problem = {
  description: "Problem details (RFC 9457): detail says what to do, fields has a sentence for each field",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};
const mediaTypes = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  upload: "multipart/form-data",
  query: "",
} as const;

/** The OpenAPI 3.1 description of the app, and of `others` that another function answers, from the zod schemas of their verbs. */
export function openApi(app: Hono<AppEnv>, origin: string, others: readonly Operation[] = []): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { path, method, about } of [...operations(app), ...others]) {
    const address = path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}");
    const inPath = [...address.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "");
    const schema = about?.verb
      ? (z.toJSONSchema(about.verb.input, { io: "input", unrepresentable: "any", target: "draft-2020-12" }) as {
          properties?: Record<string, object>;
          required?: string[];
        })
      : undefined;
    const rest = Object.entries(schema?.properties ?? {}).filter(([name]) => !inPath.includes(name));
    const from = about?.from ?? (method === "GET" || method === "DELETE" ? "query" : "json");
    paths[address] ??= {};
    paths[address][method.toLowerCase()] = {
      summary: about?.summary ?? "",
      operationId: `${method.toLowerCase()}${address.replace(/[^a-zA-Z0-9]+(\w)?/g, (_, c: string | undefined) => c?.toUpperCase() ?? "")}`,
      ...(about?.verb ? { "x-access": about.verb.access } : {}),
      ...(about?.verb && about.verb.access !== "public" ? { security: [{ session: [] }] } : {}),
      parameters: [
        ...inPath.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
        ...(from === "query"
          ? rest.map(([name, property]) => ({
              name,
              in: "query",
              required: schema?.required?.includes(name) ?? false,
              schema: property,
            }))
          : []),
      ],
      ...(schema && from !== "query" && rest.length
        ? {
            requestBody: {
              required: true,
              content: {
                [mediaTypes[from]]: {
                  schema: {
                    type: "object",
                    properties: Object.fromEntries(rest),
                    required: (schema.required ?? []).filter((n) => !inPath.includes(n)),
                  },
                },
              },
            },
          }
        : {}),
      responses: {
        [about?.status ?? 200]: {
          description: "Done",
          ...(about?.status === 204 ? {} : { content: { [about?.answers ?? "application/json"]: {} } }),
        },
        default: problem,
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lingxi 灵犀",
      version: "0.1.0",
      description:
        "Instants are ISO 8601 UTC, money is integer 分, lists are paged by an opaque cursor, texts for people follow Accept-Language (zh-CN, en).",
    },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-session" } },
      schemas: {
        Problem: {
          type: "object",
          required: ["type", "title", "status", "detail", "requestId"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
            requestId: { type: "string" },
            fields: {
              type: "array",
              items: {
                type: "object",
                required: ["field", "message"],
                properties: { field: { type: "string" }, message: { type: "string" } },
              },
            },
          },
        },
      },
    },
  };
}
