import { createCase } from "@lingxi/core/cases";
import { Picture, smallOf, sourcesOf } from "@lingxi/core/picture/schema";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
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
  return call(world, "POST", path, { upload, cookies, headers: { "accept-language": language } });
};
const file = (bytes: BlobPart, name = "a.png", type = "image/png") => new File([bytes], name, { type });
const alt = { "alt.zh-CN": "车间[一角]", "alt.en": "A workshop" };
const media = () => [...world.files.keys()].filter((key) => key.startsWith("site/media/"));

describe("POST /api/pictures", () => {
  it("stores a picture anew in three widths and two formats and as a JPEG for mails, and gives the Markdown that shows it", async () => {
    const answer = await send("/api/pictures", { file: file(png(2000, 1000, { note: "GPS 34.26N 108.94E" })), ...alt });
    expect(answer.status).toBe(201);
    const { picture, markdown } = answer.json() as { picture: Picture; markdown: Record<string, string> };
    expect(picture).toMatchObject({ width: 1600, height: 800, alt: { "zh-CN": "车间[一角]", en: "A workshop" } });
    expect(picture.src).toBe(`/media/${picture.id}-1600x800.webp`);
    expect(markdown["zh-CN"]).toBe(`![车间\\[一角\\]](${picture.src})`);
    expect(markdown.en).toBe(`![A workshop](${picture.src})`);
    expect(media().filter((key) => key.includes(picture.id))).toHaveLength(7);
    const mailed = await sharp(world.files.get(`site${picture.src.replace(".webp", "-mail.jpg")}`)?.body).metadata();
    expect([mailed.format, mailed.exif]).toEqual(["jpeg", undefined]);
    for (const { type, srcset } of sourcesOf(picture)) {
      expect(srcset.split(", ").map((one) => one.split(" ")[1])).toEqual(["480w", "960w", "1600w"]);
      for (const one of srcset.split(", ")) {
        const [path = "", width = ""] = one.split(" ");
        const stored = world.files.get(`site${path}`);
        expect(stored?.type).toBe(type);
        const facts = await sharp(stored?.body).metadata();
        expect([`image/${facts.format === "heif" ? "avif" : facts.format}`, `${facts.width}w`]).toEqual([type, width]);
        expect(facts.height).toBe((facts.width ?? 0) / 2);
        expect(Buffer.from(stored?.body ?? []).toString("latin1")).not.toContain("GPS");
      }
    }
    expect(sourcesOf(picture).map(({ type }) => type)).toEqual(["image/avif", "image/webp"]);
    expect(smallOf(picture)).toBe(picture.src.replace(".webp", "-480.webp"));
  });

  it("makes none wider than the picture", async () => {
    const { picture } = (await send("/api/pictures", { file: file(png(700, 350)), ...alt })).json() as { picture: Picture };
    expect(picture).toMatchObject({ width: 700, height: 350 });
    expect(sourcesOf(picture)[1]?.srcset).toBe(`${picture.src.replace(".webp", "-480.webp")} 480w, ${picture.src} 700w`);
    const tiny = ((await send("/api/pictures", { file: file(png(300, 200)), ...alt })).json() as { picture: Picture }).picture;
    expect(
      media()
        .filter((key) => key.includes(tiny.id))
        .sort((a, b) => (a < b ? -1 : 1)),
    ).toEqual(["-mail.jpg", ".avif", ".webp"].map((end) => `site${tiny.src.replace(".webp", end)}`));
    expect(smallOf(tiny)).toBe(tiny.src);
  });

  it("keeps showing pictures that were stored in two widths", () => {
    const id = "pic_00000000000000000000000001";
    const earlier = { id, src: `/media/${id}-1600.webp`, width: 1200, height: 800, alt: { "zh-CN": "图", en: undefined } };
    expect(Picture.safeParse(earlier).success).toBe(true);
    expect(smallOf(earlier)).toBe(`/media/${id}-480.webp`);
    expect(sourcesOf(earlier)).toEqual([{ type: "image/webp", srcset: `/media/${id}-480.webp 480w, ${earlier.src} 1200w` }]);
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
    expect(answer.json().fields).toEqual([{ field: "alt.zh-CN", message: "“图片说明（中文）”没有填写，请填写。" }]);
    const nothing = await send("/api/pictures", {});
    expect(nothing.json().fields).toMatchObject([{ field: "file" }, { field: "alt.zh-CN" }]);
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

describe("POST /api/preview/cases", () => {
  const draft = { title: { "zh-CN": "正在写", en: "Typing" }, summary: {}, body: { "zh-CN": "没有保存的正文" }, chains: [] };

  it("shows what is being typed as its page, and keeps nothing of it", async () => {
    world.render = async (input) => ({ status: 200, type: "text/html; charset=utf-8", body: JSON.stringify(input) });
    const before = await world.scan();
    const answer = await call(world, "POST", "/api/preview/cases", { body: { ...draft, locale: "en" }, cookies: [cookie] });
    expect(JSON.parse(String(answer.json().html))).toMatchObject({
      path: "/en/cases/typing/",
      data: { kind: "case", case: { body: { "zh-CN": "没有保存的正文" } } },
    });
    expect(await world.scan()).toEqual(before);
  });

  it("says what is wrong with it, and is for those who write", async () => {
    const body = { ...draft, timeline: [{ date: "never", text: {} }] };
    const answer = await call(world, "POST", "/api/preview/cases", { body, cookies: [cookie] });
    expect(answer.json().fields).toMatchObject([{ field: "timeline.0.date" }]);
    expect((await call(world, "POST", "/api/preview/cases", { body: draft })).status).toBe(401);
    const jury = await signIn(world, "jury");
    expect((await call(world, "POST", "/api/preview/cases", { body: draft, cookies: [jury] })).status).toBe(403);
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
    const answer = await call(world, "GET", `/api/preview/cases/${id}?locale=en`, { cookies: [cookie] });
    expect(answer.headers).toMatchObject({ "x-robots-tag": "noindex", "cache-control": "no-store" });
    expect(answer.json()).toMatchObject({
      locale: "en",
      path: "/en/cases/preview/",
      data: { kind: "case", case: { id, body: { "zh-CN": "草稿正文" } } },
    });
    expect((await call(world, "GET", `/api/preview/cases/${id}`)).status).toBe(401);
    expect((await call(world, "GET", "/api/preview/cases/cas_none", { cookies: [cookie] })).status).toBe(404);
  });
});

it("is described together with the API", async () => {
  const { paths } = (await call(world, "GET", "/api/openapi.json")).json() as { paths: Record<string, unknown> };
  expect(paths["/api/pictures"]).toMatchObject({
    post: { requestBody: { content: { "multipart/form-data": { schema: { required: ["file", "alt"] } } } } },
  });
  expect(paths).toHaveProperty(["/api/preview/cases/{caseId}", "get"]);
  expect(paths).toHaveProperty(["/api/documents", "post"]);
});
