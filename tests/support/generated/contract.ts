import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Answer } from "../api.ts";
import { type Operation as Bare, operationsOf } from "../bad-input.ts";

export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

/** One operation with what goes in and what may come out. */
export interface Operation extends Bare {
  /** `public`, or the roles that may call it. */
  readonly access: string | readonly string[];
  readonly body: JsonSchema;
  readonly query: Readonly<Record<string, JsonSchema>>;
  /** The parameters that every request must have. */
  readonly required: readonly string[];
  readonly status: number;
  readonly answers: string | undefined;
  readonly validate: ValidateFunction | undefined;
}

interface Described {
  readonly "x-access"?: string | readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: JsonSchema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>;
}

export interface Contract {
  readonly operations: readonly Operation[];
  /** What is wrong with an answer to a request that was sent to the operation; undefined when it is as described. */
  trouble(operation: Operation, answer: Answer, sent: { readonly method: string; readonly allowed: boolean }): string | undefined;
}

const named = (of: Described, where: string) =>
  Object.fromEntries(of.parameters.filter((p) => p.in === where).map((p) => [p.name, p.schema]));
const pointer = (...steps: string[]) =>
  steps.map((step) => `/${encodeURIComponent(step.replace(/~/g, "~0").replace(/\//g, "~1"))}`).join("");

/** The contract that an OpenAPI description makes: its schemas, compiled. */
export function contractOf(description: Record<string, unknown>): Contract {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema(description, "api");
  const at = (...steps: string[]) => ajv.compile({ $ref: `api#${pointer(...steps)}` });
  const paths = description.paths as Record<string, Record<string, Described>>;
  const operations = operationsOf(description).map((bare): Operation => {
    const method = bare.method.toLowerCase();
    const of = paths[bare.path]?.[method];
    if (!of) throw new Error(`${bare.method} ${bare.path} is not described`);
    const [status = "", done] = Object.entries(of.responses)[0] ?? [];
    const [answers] = Object.keys(done?.content ?? {});
    const json = done?.content?.["application/json"]?.schema;
    return {
      ...bare,
      access: of["x-access"] ?? "public",
      body: Object.values(of.requestBody?.content ?? {})[0]?.schema ?? {},
      query: named(of, "query"),
      required: of.parameters.filter((p) => p.required).map((p) => p.name),
      status: Number(status),
      answers,
      validate: json && at("paths", bare.path, method, "responses", status, "content", "application/json", "schema"),
    };
  });
  const problem = at("components", "schemas", "Problem");
  const schemas = (description.components as { schemas: Record<string, { "x-reasons": Record<string, { status: number }> }> })
    .schemas;
  const reasons = schemas.Problem?.["x-reasons"] ?? {};
  const said = ({ errors }: ValidateFunction) => {
    const named = (errors ?? []).map(({ params }) => Object.values(params).join(", "));
    return `${ajv.errorsText(errors, { dataVar: "answer" })} (${named.join("; ")})`.slice(0, 400);
  };

  function refusal(operation: Operation, answer: Answer, method: string): string | undefined {
    const type = answer.headers["content-type"] ?? "";
    if (answer.status === 405 && !answer.headers.allow) return "refuses a method and names no other";
    if (!operation.path.startsWith("/api/")) return type.startsWith("text/html") ? undefined : `refuses with ${type}, no page`;
    if (!type.startsWith("application/problem+json")) return `refuses with ${type}, no problem details`;
    const details = answer.json() as { title?: string; status?: number; fields?: { field: string }[] };
    if (!problem(details)) return `refuses against its schema: ${said(problem)}`;
    if (details.status !== answer.status || reasons[details.title ?? ""]?.status !== answer.status)
      return `says ${details.title} is ${details.status}, and answers ${answer.status}`;
    if (details.title === "input.invalid" && !details.fields?.length) return "refuses input and names no field";
    // Another operation of the same address has other fields.
    if (method !== operation.method || details.title !== "input.invalid") return undefined;
    // What is to be published is checked as it stands: the fields of the record are named, which are those of the request that saves it.
    const record = /^(.*)\/(?:publish|schedule)$/.exec(operation.path)?.[1];
    const saved = operations.find(({ method, path }) => method === "PUT" && path === record)?.fields ?? [];
    const known = [...operation.fields, ...saved, ...(operation.path.match(/(?<=\{)\w+/g) ?? []), ""];
    const unknown = details.fields?.find(({ field }) => !known.includes(field.split(".")[0] ?? ""));
    return unknown && `names a field that it does not have: ${unknown.field}`;
  }

  return {
    operations,
    trouble(operation, answer, { method, allowed }) {
      if (answer.status >= 500) return `answers ${answer.status}`;
      if (method === "HEAD") return answer.text ? "answers HEAD with a body" : undefined;
      if (answer.status >= 400) return refusal(operation, answer, method);
      if (!allowed) return `answers ${answer.status} to somebody who may not ask`;
      // Another operation of the same address has answered; it has its own turn.
      if (method !== operation.method) return undefined;
      if (answer.status === 304 || (answer.status === 303 && answer.headers.location)) return undefined;
      if (answer.status !== operation.status) return `answers ${answer.status}, described is ${operation.status}`;
      const type = answer.headers["content-type"] ?? "";
      if (operation.answers && !type.startsWith(operation.answers.replace("*", "")))
        return `answers ${type}, not ${operation.answers}`;
      if (!operation.validate) return undefined;
      return operation.validate(answer.json()) ? undefined : `answers against its schema: ${said(operation.validate)}`;
    },
  };
}
