import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { appOf } from "../../functions/src/api/app.ts";
import type { Env } from "../../functions/src/api/types.ts";
import { requestTo } from "../support/generated/requests.ts";
import { Sender } from "../support/generated/send.ts";
import { check, generatedRequests } from "../support/generated/suite.ts";

const { world, contract } = generatedRequests(({ access }) => access === "public", 0.55);

describe("the same run finds", () => {
  const Broken = {
    "a handler that throws": "answers 500",
    "an answer that says too much": "against its schema",
    "a refusal of another form": "no problem details",
  };
  it.each(Object.entries(Broken))("%s", async (what, expected) => {
    const app = appOf({
      api: new Hono<Env>().get("/cases", (c) => {
        if (what.startsWith("a handler")) throw new Error("a fault");
        if (what.startsWith("a refusal")) return c.json({ error: "no" }, 422);
        return c.json({ items: [{ email: "a@example.com" }] });
      }),
    });
    const operation = contract().operations.find(({ method, path }) => method === "GET" && path === "/api/cases");
    if (!operation) throw new Error("GET /api/cases is not described");
    const broken = new Sender(world, contract(), app);
    expect(
      await check(
        broken,
        requestTo(operation).map((one) => [one]),
        50,
      ),
    ).toContain(expected);
  });

  it("a staff route that the public gets an answer from", async () => {
    const app = appOf({ api: new Hono<Env>().get("/console/contacts", (c) => c.json({ items: [] })) });
    const operation = contract().operations.find(({ method, path }) => method === "GET" && path === "/api/console/contacts");
    if (!operation) throw new Error("GET /api/console/contacts is not described");
    const open = new Sender(world, contract(), app);
    await open.signIn();
    expect(
      await check(
        open,
        requestTo(operation).map((one) => [one]),
        100,
      ),
    ).toContain("to somebody who may not ask");
  });
});
