import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { embedded } from "../support/embedded.ts";
import { png } from "../support/png.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
let cookie = "";
beforeAll(async () => {
  cookie = await signIn(world, "organiser");
});

const routes = ["/api/pictures", "/api/documents", "/api/imports"] as const;
type Route = (typeof routes)[number];
const rest = { "alt.zh-CN": "图", source: "测试名单", basis: "written" };
const zip = Buffer.from("504b030414000000080000000000", "hex");
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

const bad: [what: string, routes: readonly Route[], entries: () => [string, string | File][]][] = [
  ["no file", routes, () => []],
  ["an empty file", routes, () => [["file", new File([], "a.png")]]],
  ["text in the place of the file", routes, () => [["file", "a.png"]]],
  ["the file under another name", routes, () => [["upload", new File([png(10, 10)], "a.png")]]],
  ["a zip by another name", routes, () => [["file", new File([zip], "a.csv", { type: "text/csv" })]]],
  ["a file of 5 MB and one byte", routes, () => [["file", new File([new Uint8Array(5_000_001).fill(97)], "a.csv")]]],
  ["an SVG with a script, called a PNG", routes, () => [["file", new File([script], "a.png", { type: "image/png" })]]],
  [
    "a PDF with a script",
    ["/api/documents"],
    () => [["file", new File([pdf.replace("endobj", "<< /S /JavaScript >>")], "a.pdf")]],
  ],
  ["HTML that begins like a PDF", ["/api/documents"], () => [["file", new File([`%PDF-1.7\n${script}`], "a.pdf")]]],
  ["a PDF", ["/api/pictures", "/api/imports"], () => [["file", new File([pdf], "a.png")]]],
  ["a bomb of pixels", ["/api/pictures"], () => [["file", new File([png(30_000, 30_000)], "a.png")]]],
  ["a picture", ["/api/documents", "/api/imports"], () => [["file", new File([png(10, 10)], "a.csv")]]],
];
const send = (route: Route, entries: [string, string | File][], language: string) => {
  const upload = new FormData();
  for (const [name, value] of [...Object.entries(rest), ...entries]) upload.append(name, value);
  return call(world, "POST", route, { upload, cookies: [cookie], headers: { "accept-language": language } });
};

describe("an upload", () => {
  it.each(bad)("of %s is refused with what to do, in both languages, and nothing is kept", async (_what, refusing, entries) => {
    for (const route of refusing) {
      const before = [await world.scan(), [...world.files.keys()]];
      const [zh, en] = [await send(route, entries(), "zh-CN"), await send(route, entries(), "en")];
      for (const answer of [zh, en]) {
        expect([answer.status, answer.headers["content-type"]], route).toEqual([422, expect.stringContaining("problem+json")]);
        expect(answer.json().detail, route).toBeTruthy();
      }
      expect(zh.text, route).toMatch(/\p{Script=Han}/u);
      expect(en.text, route).not.toMatch(/\p{Script=Han}/u);
      expect([await world.scan(), [...world.files.keys()]], route).toEqual(before);
    }
  });

  it("of two files takes one of them, whole", async () => {
    const answer = await send(
      "/api/pictures",
      [
        ["file", new File([png(20, 10)], "a.png")],
        ["file", new File([png(30, 10)], "b.png")],
      ],
      "en",
    );
    expect(answer.status).toBe(201);
    expect([...world.files.keys()].filter((key) => key.startsWith("site/media/"))).toHaveLength(3);
    expect(answer.json().picture).toMatchObject({ width: 30 });
  });

  it("that is good is taken by each route, or the refusals above would prove nothing", async () => {
    expect((await send("/api/documents", [["file", new File([pdf], "a.pdf")]], "en")).status).toBe(201);
    const csv = new File(["email,name\na@example.com,A\n"], "a.csv");
    expect((await send("/api/imports", [["file", csv]], "en")).status).toBe(200);
  });
});
