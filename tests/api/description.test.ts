import { describe, expect, it, vi } from "vitest";
import { call } from "../support/api.ts";
import { embedded } from "../support/embedded.ts";

const world = embedded();

interface Described {
  readonly summary: string;
  readonly responses: Record<string, { content?: Record<string, { schema?: object }>; $ref?: string }>;
}
interface Description {
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: { readonly schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> };
}
const read = async () => (await call(world, "GET", "/api/openapi.json")).json() as unknown as Description;

/** What is said to whoever adds a route that answers JSON and says nothing of it. */
function lacking({ paths }: Description): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) => {
      const [, done] = Object.entries(responses)[0] ?? [];
      const json = done?.content?.["application/json"];
      return json && !json.schema
        ? `${method.toUpperCase()} ${path} does not say what it answers: write a schema of the answer in packages/core/src/<slice>/answer-schema.ts, and add answer(verb, Schema) to functions/src/description/answers/<slice>.ts, or the route to routes.ts there.`
        : [];
    }),
  );
}

describe("the API description", () => {
  it("has a schema for every answer that is JSON", async () => {
    const description = await read();
    expect(lacking(description)).toEqual([]);
    const silent = {
      ...description,
      paths: { "/api/x": { get: { summary: "", responses: { 200: { content: { "application/json": {} } } } } } },
    };
    expect(lacking(silent)).toEqual([expect.stringContaining("GET /api/x does not say")]);
  });

  it("refers only to schemas that are there, and names every refusal with its sentence in both languages", async () => {
    const description = await read();
    const refers = JSON.stringify(description).match(/(?<="\$ref":"#\/components\/schemas\/)[^"]+/g) ?? [];
    expect(new Set(refers).size).toBeGreaterThan(20);
    expect([...new Set(refers)].filter((name) => !description.components.schemas[name])).toEqual([]);
    const { Problem } = description.components.schemas as unknown as Record<string, { "x-reasons": Record<string, object> }>;
    expect(Problem?.["x-reasons"]["demand.not-found"]).toMatchObject({
      status: 404,
      "zh-CN": expect.any(String),
      en: expect.any(String),
    });
    expect(Problem?.["x-reasons"]["request.no-method"]).toMatchObject({ status: 405 });
  });

  it("gives the constraints that a text has once it is tidied", async () => {
    const { paths } = await read();
    expect(paths["/api/activities/{activityId}/registrations"]).toMatchObject({
      post: {
        requestBody: {
          content: {
            "application/json": { schema: { properties: { email: { format: "email" }, name: { minLength: 1, maxLength: 60 } } } },
          },
        },
      },
    });
  });
});

describe("a method that an address does not know", () => {
  it("is refused with those that it does", async () => {
    const answer = await call(world, "DELETE", "/api/demands", { headers: { "accept-language": "en" } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
    expect(answer.json()).toMatchObject({ title: "request.no-method", detail: expect.stringContaining("GET, HEAD, POST") });
    expect((await call(world, "POST", "/api/health")).headers.allow).toBe("GET, HEAD");
    expect((await call(world, "PUT", "/api/console/cases")).status).toBe(405);
    const unknown = await call(world, "DELETE", "/api/nothing");
    expect([unknown.status, unknown.headers.allow]).toEqual([404, undefined]);
  });

  it("is refused with a page where people read pages", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
    const answer = await call(world, "DELETE", "/en/forms/demand");
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
    expect(answer.text).toContain("This address does not know DELETE");
  });
});
