import { describe, expect, it } from "vitest";
import { type MessageBlock, mailLooks } from "./blocks-schema.ts";
import { compileCampaign, nothingShown } from "./compile.ts";
import { localeFor } from "./languages.ts";
import { filling } from "./made.ts";
import { CampaignContent } from "./schema.ts";

const origin = "https://lingxi.example";
const subject = { "zh-CN": "{{name|您}}，新一期", en: "{{name|reader}}, a new issue" };
const picture = {
  id: "pic_01jdxk0000000000000000000a",
  src: "/media/pic_01jdxk0000000000000000000a-1600x900.webp",
  width: 1600,
  height: 900,
  alt: { "zh-CN": "会场", en: "The hall" },
};
const blocks: MessageBlock[] = [
  { kind: "picture", picture, href: "/activities/" },
  { kind: "heading", text: { "zh-CN": "致{{name}}", en: "To {{name}}" } },
  { kind: "text", text: { "zh-CN": "第一段\n\n第二段 [议程](/activities/)", en: "One\n\ntwo" } },
  { kind: "divider" },
  { kind: "button", text: { "zh-CN": "立即报名", en: "Register" }, href: "https://lingxi.example/forms/register/act_1" },
];
const content = (more: object = {}) =>
  CampaignContent.parse({ kind: "public-service", subject, body: { "zh-CN": "" }, blocks, audience: {}, ...more });
const to = { name: "<b>甲</b>", source: "名单", unsubscribe: "https://lingxi.example/my/unsubscribe/x" };
const filled = (made: ReturnType<typeof compileCampaign>, of: Parameters<ReturnType<typeof filling>["html"]>[0] = to) => {
  const fill = filling(made);
  return { subject: fill.subject(of), html: fill.html(of), text: fill.text(of) };
};

describe("a message from blocks", () => {
  it("has every block in both parts, in its order and in its language", () => {
    const { html, text } = filled(compileCampaign(content(), "en", origin));
    for (const part of [html, text]) {
      const at = ["The hall", "To ", "two", "Register"].map((words) => part.indexOf(words));
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      expect(at).not.toContain(-1);
      expect(part).toContain("https://lingxi.example/forms/register/act_1");
    }
    expect(html).not.toContain("第一段");
  });

  it("is made of tables with all styles on the elements, and needs no style sheet", () => {
    const { html } = filled(compileCampaign(content({ preheader: { "zh-CN": "本期要点" } }), "zh-CN", origin));
    expect(html).toContain('<table role="presentation" width="600"');
    expect(html).toMatch(/max-width:600px/);
    for (const [image] of html.matchAll(/<img\b[^>]*>/g)) {
      expect(image).toMatch(/ alt="[^"]+"/);
      expect(image).toMatch(/ width="536"/);
      expect(image).toContain("-mail.jpg");
    }
    expect(html).toMatch(/<td bgcolor="#0b5d57"[^>]*><a class="lx-button"[^>]*style="[^"]*padding/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html.indexOf("本期要点")).toBeLessThan(html.indexOf("新一期</h1>"));
    expect(html).not.toMatch(/<(script|link|form|video|div[^>]*display:\s*flex)/);
    // Nothing but a class of ours hangs on the style sheet.
    for (const [, names = ""] of html.matchAll(/ class="([^"]*)"/g))
      for (const name of names.split(" ")) expect(name).toMatch(/^lx-/);
  });

  it("has on its elements all that its style sheet changes, as a preview shows it", () => {
    const quoted = `{"kind":"text","text":{"zh-CN":"> 引文"}}`;
    const all = content({ blocks: [...blocks, JSON.parse(quoted)], subject: { "zh-CN": "标题" } });
    const { html } = filled(compileCampaign(all, "zh-CN", origin));
    const [sheet = ""] = /<style>.*<\/style>/.exec(html) ?? [];
    for (const [is, then] of [...mailLooks.dark, ...mailLooks.narrow]) expect(html.replace(sheet, ""), then).toContain(is);
    for (const [, then] of mailLooks.dark) expect(sheet).toContain(then.slice(then.indexOf("#")));
  });

  it("puts a recipient's words in as words, with what is said where there are none", () => {
    expect(filled(compileCampaign(content(), "zh-CN", origin)).html).toContain("致&lt;b&gt;甲&lt;/b&gt;");
    const nobody = filled(compileCampaign(content(), "zh-CN", origin), { ...to, name: undefined });
    expect(nobody.subject).toBe("您，新一期");
    expect(nobody.html).toContain("致朋友");
  });

  it("takes the plain text that was written for it, and keeps the way out", () => {
    const { text } = filled(
      compileCampaign(content({ plain: { "zh-CN": "{{name}}，见 https://lingxi.example/activities/" } }), "zh-CN", origin),
    );
    expect(text).toContain("<b>甲</b>，见 https://lingxi.example/activities/");
    expect(text).not.toContain("第二段");
    expect(text).toContain(to.unsubscribe);
  });

  it("leaves out what the public cannot see", () => {
    const card: MessageBlock = { kind: "card", of: "projects", id: "prj_01jdxk0000000000000000000a" };
    const made = (list: MessageBlock[]) => compileCampaign(content({ blocks: list }), "zh-CN", origin, nothingShown);
    expect(made([...blocks, card]).html).toBe(made(blocks).html);
  });

  it("is made once for all: the same text gives the same mail", () =>
    expect(compileCampaign(content(), "zh-CN", origin)).toEqual(compileCampaign(content(), "zh-CN", origin)));

  it("goes in English to those who read it, where all of it is there", () => {
    expect(localeFor(content(), "en")).toBe("en");
    expect(localeFor(content({ subject: { "zh-CN": "标题" }, blocks: blocks.slice(0, 1) }), "en")).toBe("zh-CN");
    expect(localeFor(content({ body: { "zh-CN": "正文", en: "text" } }), "en")).toBe("en");
  });
});

describe("what blocks may hold", () => {
  const refused = (more: object) =>
    CampaignContent.safeParse({ kind: "public-service", subject, body: { "zh-CN": "" }, audience: {}, ...more });
  const button = (href: string) => ({ kind: "button", text: { "zh-CN": "去", en: "Go" }, href });
  it.each([
    ["no text at all", { blocks: [] }, "body.zh-CN"],
    ["a block in one language only", { blocks: [{ kind: "heading", text: { "zh-CN": "标题" } }] }, "blocks.0.text.en"],
    ["an unknown field", { blocks: [{ kind: "text", text: { "zh-CN": "{{phone}}", en: "x" } }] }, "blocks.0.text.zh-CN"],
    ["a field in a link", { blocks: [button("https://a.example/{{name}}")] }, "blocks.0.href"],
    ["a link without https", { blocks: [button("http://a.example/")] }, "blocks.0.href"],
    ["a script for a link", { blocks: [button("javascript:alert(1)")] }, "blocks.0.href"],
    ["an address that another host answers", { blocks: [button("//evil.example/")] }, "blocks.0.href"],
    [
      "a picture without words",
      { blocks: [{ kind: "picture", picture: { ...picture, alt: { "zh-CN": "" } } }] },
      "blocks.0.picture.alt.zh-CN",
    ],
    [
      "a picture of another site",
      { blocks: [{ kind: "picture", picture: { ...picture, src: "https://a.example/x.webp" } }] },
      "blocks.0.picture.src",
    ],
    ["two calendar entries", { blocks: [1, 2].map(() => ({ kind: "calendar", activityId: "act_1" })) }, "blocks"],
    [
      "more than a mail holds",
      { blocks: [1, 2].map(() => ({ kind: "text", text: { "zh-CN": "长".repeat(7000), en: "x" } })) },
      "blocks",
    ],
  ])("refuses %s", (_, more, path) => {
    const { error } = refused(more);
    expect(error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
