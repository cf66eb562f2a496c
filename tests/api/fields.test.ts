import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { submitProject } from "@lingxi/core/project";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { call } from "../support/api.ts";
import { embedded } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();
const projects = async () => (await world.scan()).filter(({ type }) => type === "project");

describe("fields that a verb does not take", () => {
  const more = { status: "listed", id: "prj_mine", version: 7, createdBy: "stf_first", pk: "setting#administrators" };

  it("are not kept, whoever sends them", async () => {
    expect((await call(world, "POST", "/api/projects", { body: { ...forms.project, ...more } })).status).toBe(201);
    const [stored] = await projects();
    expect(stored).toMatchObject({ status: "submitted", version: 1, title: expect.anything() });
    expect(stored).not.toMatchObject({ id: "prj_mine" });
    // It is the schema that leaves them out; one that lets everything through keeps them (control).
    expect(Object.keys(submitProject.input.parse({ ...forms.project, ...more }))).not.toContain("status");
    const open = z.looseObject((submitProject.input as unknown as z.ZodObject).shape);
    expect(Object.keys(open.parse({ ...forms.project, ...more }))).toContain("status");
  });

  it("change no prototype", async () => {
    const raw = JSON.stringify(forms.project).replace(
      "{",
      '{"__proto__":{"isAdministrator":true},"constructor":{"prototype":{"y":1}},',
    );
    const headers = { "content-type": "application/json" };
    expect((await call(world, "POST", "/api/projects", { raw, headers })).status).toBe(201);
    expect(({} as Record<string, unknown>).isAdministrator).toBeUndefined();
    expect(({} as Record<string, unknown>).y).toBeUndefined();
    expect(JSON.stringify(await projects())).not.toContain("isAdministrator");
  });

  it("of a query that stand there twice are taken once, or refused", async () => {
    for (const query of ["q=a&q=b", "limit=1&limit=2", "limit=1&limit=x"])
      expect([200, 422]).toContain((await call(world, "GET", `/api/find?${query}`)).status);
  });
});

describe("the frame of the site", () => {
  it("is taken from the site itself, not from where an answer leads", async () => {
    let leads = true;
    const frame = "<!doctype html><title><!--title--></title><main id=elsewhere><!--content--></main>";
    const server = createServer((request, response) => {
      if (leads && !request.url?.startsWith("/other")) response.writeHead(302, { location: "/other" }).end();
      else response.end(frame);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const there = { ctx: (...of: Parameters<typeof world.ctx>) => ({ ...world.ctx(...of), origin }) };
    const text = async () => (await call(there, "GET", "/my/registrations/reg_0.forged")).text;
    expect(await text()).not.toContain("elsewhere");
    leads = false;
    // The control: it is asked for, and taken where it is.
    expect(await text()).toContain("elsewhere");
    server.close();
  });
});
