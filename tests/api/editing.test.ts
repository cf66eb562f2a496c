import { createCase } from "@lingxi/core/cases";
import { beforeAll, describe, expect, it } from "vitest";
import { app } from "../../functions/src/editing/app.ts";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";
import { png } from "../support/png.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
let cookie = "";
beforeAll(async () => {
  cookie = await signIn(world, "organiser");
});

const send = (path: string, fields: Record<string, string | File>, cookies = [cookie], language = "zh-CN") => {
  const upload = new FormData();
  for (const [name, value] of Object.entries(fields)) upload.set(name, value);
  return call(world, "POST", path, { app, upload, cookies, headers: { "accept-language": language } });
};
const file = (bytes: BlobPart, name = "a.png", type = "image/png") => new File([bytes], name, { type });
const alt = { "alt.zh-CN": "车间[一角]", "alt.en": "A workshop" };
const media = () => [...world.files.keys()].filter((key) => key.startsWith("site/media/"));

describe("POST /api/pictures", () => {
  it("stores a picture anew in two widths, and gives the Markdown that shows it", async () => {
    const answer = await send("/api/pictures", { file: file(png(2000, 1000, { note: "GPS 34.26N 108.94E" })), ...alt });
    expect(answer.status).toBe(201);
    const { picture, markdown } = answer.json() as { picture: Record<string, unknown>; markdown: Record<string, string> };
    expect(picture).toMatchObject({ width: 1600, height: 800, alt: { "zh-CN": "车间[一角]", en: "A workshop" } });
    expect(markdown["zh-CN"]).toBe(`![车间\\[一角\\]](${picture.src})`);
    expect(markdown.en).toBe(`![A workshop](${picture.src})`);
    for (const width of [1600, 480]) {
      const stored = world.files.get(`site/media/${picture.id}-${width}.webp`);
      const text = Buffer.from(stored?.body ?? []).toString("latin1");
      expect(stored?.type).toBe("image/webp");
      expect(text).toMatch(/^RIFF....WEBP/s);
      expect(text).not.toContain("GPS");
    }
  });

  it("does not enlarge a small picture", async () => {
    const { picture } = (await send("/api/pictures", { file: file(png(300, 200)), ...alt })).json() as { picture: object };
    expect(picture).toMatchObject({ width: 300, height: 200 });
  });

  it.each([
    ["a text named .png", () => file("not a picture"), "JPEG"],
    ["an SVG", () => file('<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg", "image/svg+xml"), "JPEG"],
    ["a bomb of 20000 × 20000 pixels", () => file(png(20_000, 20_000)), "40 million"],
    ["a moving picture", () => file(png(100, 100, { animated: true })), "Moving"],
    ["half a picture", () => file(png(500, 500).slice(0, 60)), "damaged"],
    ["a file over 4 MB", () => file(new Uint8Array(4_000_001)), "4 MB"],
    ["an empty file", () => file(""), "Choose a file"],
    ["no file but text", () => "text", "Choose a file"],
  ])("refuses %s, says what to do, and stores nothing", async (_what, make, remedy) => {
    const before = media();
    const answer = await send("/api/pictures", { file: make(), ...alt }, [cookie], "en");
    expect(answer.status).toBe(422);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json().fields).toEqual([{ field: "file", message: expect.stringContaining(remedy) }]);
    expect(media()).toEqual(before);
  });

  it("asks for a description in Chinese", async () => {
    const answer = await send("/api/pictures", { file: file(png(10, 10)), "alt.en": "Only English" });
    expect(answer.status).toBe(422);
    expect(answer.json().fields).toEqual([{ field: "alt.zh-CN", message: "“中文”没有填写，请填写。" }]);
  });

  it("is for staff", async () => {
    const picture = { file: file(png(10, 10)), ...alt };
    expect((await send("/api/pictures", picture, [])).status).toBe(401);
    expect((await send("/api/pictures", picture, [await signIn(world, "jury")])).status).toBe(403);
  });
});

describe("POST /api/documents", () => {
  const pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
  it("stores a PDF and refuses what only says that it is one", async () => {
    const { href } = (await send("/api/documents", { file: file(pdf, "a.pdf", "application/pdf") })).json();
    expect(href).toMatch(/^\/media\/doc_[0-9a-z]{26}\.pdf$/);
    expect(world.files.get(`site${href}`)?.type).toBe("application/pdf");
    const answer = await send("/api/documents", { file: file("<script>", "a.pdf", "application/pdf") });
    expect(answer.json().fields).toEqual([{ field: "file", message: expect.stringContaining("PDF") }]);
  });
});

describe("GET /api/preview/cases/:id", () => {
  it("shows the draft as its page to staff, and to no search engine", async () => {
    const { id } = await createCase(world.ctx(staff("editor")), {
      title: { "zh-CN": "预览", en: "Preview" },
      summary: {},
      body: { "zh-CN": "草稿正文" },
      chains: [],
    });
    world.render = async (input) => ({ status: 200, type: "text/html; charset=utf-8", body: JSON.stringify(input) });
    const answer = await call(world, "GET", `/api/preview/cases/${id}?locale=en`, { app, cookies: [cookie] });
    expect(answer.headers).toMatchObject({ "x-robots-tag": "noindex", "cache-control": "no-store" });
    expect(answer.json()).toMatchObject({
      locale: "en",
      path: "/en/cases/preview/",
      data: { kind: "case", case: { id, body: { "zh-CN": "草稿正文" } } },
    });
    expect((await call(world, "GET", `/api/preview/cases/${id}`, { app })).status).toBe(401);
    expect((await call(world, "GET", "/api/preview/cases/cas_none", { app, cookies: [cookie] })).status).toBe(404);
  });
});
