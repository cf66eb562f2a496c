import { cancelActivity } from "@lingxi/core/activity";
import { createCase, createPage, editCase, publishCase, withdrawCase } from "@lingxi/core/cases";
import { storePicture } from "@lingxi/core/picture";
import { publishProject, withdrawProject } from "@lingxi/core/project";
import { paperPath, sharePath } from "@lingxi/core/publication/schema";
import { applyTalent, approveTalent, listTalents } from "@lingxi/core/talent";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { demandsIn } from "../support/demands.ts";
import { embedded, staff } from "../support/embedded.ts";
import { codeOf, readPdf } from "../support/pdf.ts";
import { forms, freshRecords } from "../support/records.ts";

const world = embedded();
const organiser = () => world.ctx(staff("administrator"));
const get = (address: string, headers: Record<string, string> = {}) => call(world, "GET", address, { headers });
const record = freshRecords(world);

const content = {
  title: { "zh-CN": "先用后付：一项钛合金专利的三年", en: "Use first, pay later & other terms" },
  summary: { "zh-CN": "良率从 71% 提高到 88%。", en: "Yield rose from 71% to 88%." },
  body: { "zh-CN": "## 怎么遇见\n\n在一次路演上。\n\n- 先签保密协议", en: "## How they met\n\nAt a roadshow." },
  chains: ["titanium"],
};
let n = 0;
async function publishedCase(change: object = {}): Promise<{ id: string; slug: string }> {
  const slug = `paper-${++n}`;
  const { id } = await createCase(organiser(), { ...content, slug, ...change } as Parameters<typeof createCase>[1]);
  await publishCase(organiser(), { caseId: id, version: 1 });
  return { id, slug };
}
async function listedProject(): Promise<string> {
  const projectId = await record("", "projectId");
  await publishProject(organiser(), { projectId, version: 1 });
  return projectId;
}
async function publishedPage(): Promise<string> {
  const slug = `page-${++n}`;
  const { chains: _, ...text } = content;
  const { id } = await createPage(organiser(), { ...text, slug });
  await publishCase(organiser(), { caseId: id, version: 1 });
  return slug;
}
async function publicTalent(): Promise<string> {
  await applyTalent(world.ctx(), { ...forms.talent, email: `share-${++n}@example.com`, profile: "yes" } as unknown as Parameters<
    typeof applyTalent
  >[1]);
  const talentId = (await listTalents(organiser(), {})).items.at(-1)?.id ?? "";
  await approveTalent(organiser(), { talentId, version: 1 });
  return talentId;
}

describe("a picture for sharing", () => {
  it.each(["zh-CN", "en"] as const)("is there for everything public in %s, of the one size, at most 100 kB", async (locale) => {
    const addresses = [
      sharePath("cases", (await publishedCase()).slug, locale),
      sharePath("projects", await listedProject(), locale),
      sharePath("demands", (await demandsIn(world).listed()).demandId, locale),
      sharePath("activities", await record("", "activityId"), locale),
      sharePath("talents", await publicTalent(), locale),
      sharePath("chains", "titanium", locale),
      sharePath("pages", "home", locale),
      sharePath("pages", await publishedPage(), locale),
    ];
    const seen = new Set<string>();
    for (const address of addresses) {
      const answer = await get(address);
      expect([address, answer.status, answer.headers["content-type"]]).toEqual([address, 200, "image/png"]);
      expect(answer.headers["cache-control"]).toMatch(/^public, max-age=300, s-maxage=\d+$/);
      expect(answer.bytes.length).toBeLessThanOrEqual(100_000);
      expect(answer.headers["content-length"]).toBe(String(answer.bytes.length));
      expect(await sharp(answer.bytes).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
      seen.add(answer.headers.etag ?? "");
    }
    expect(seen.size, "each is a picture of its own").toBe(addresses.length);
  });

  it("has the cover in it where its address asks for a photograph, as a JPEG", async () => {
    const colour = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#c02020" } })
      .png()
      .toBuffer();
    const { picture } = await storePicture(organiser(), { file: new Uint8Array(colour), alt: { "zh-CN": "红色" } });
    const { slug } = await publishedCase({ cover: picture });
    const [plain, covered] = [await get(sharePath("cases", slug, "en")), await get(sharePath("cases", slug, "en", true))];
    expect([plain.headers["content-type"], covered.headers["content-type"]]).toEqual(["image/png", "image/jpeg"]);
    expect(covered.bytes.length).toBeLessThanOrEqual(100_000);
    const red = async (bytes: Uint8Array) => {
      const { data } = await sharp(bytes)
        .extract({ left: 1100, top: 300, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return data[0] !== undefined && data[1] !== undefined && data[0] > 150 && data[1] < 80;
    };
    expect([await red(plain.bytes), await red(covered.bytes)]).toEqual([false, true]);
    world.files.delete(`site${picture.src}`);
    const lost = await publishedCase({ cover: picture });
    expect((await get(sharePath("cases", lost.slug, "en", true))).status, "a file that is gone").toBe(200);
  });

  it("says that an activity was cancelled", async () => {
    const activityId = await record("", "activityId");
    const address = sharePath("activities", activityId, "zh-CN");
    const before = await get(address);
    await cancelActivity(organiser(), { activityId, version: 2 });
    const after = await get(address);
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });
});

describe("a paper", () => {
  it("of a case is one page with its text, its title and its language, in both languages", async () => {
    const { slug, id } = await publishedCase();
    for (const [locale, says, address] of [
      [
        "zh-CN",
        [
          "先用后付：一项钛合金专利的三年",
          "良率从71%提高到88%。",
          "怎么遇见",
          "在一次路演上。",
          "先签保密协议",
          "引导性案例",
          "钛及钛合金",
          "网页版见",
        ],
        `/cases/${slug}/`,
      ],
      ["en", ["Usefirst,paylater&otherterms", "Yieldrosefrom71%to88%.", "Howtheymet", "Ontheweb"], `/en/cases/${slug}/`],
    ] as const) {
      const answer = await get(paperPath("cases", slug, locale));
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
      expect(answer.headers["content-disposition"]).toBe(
        `inline; filename*=UTF-8''${encodeURIComponent(content.title[locale])}.pdf`,
      );
      const pdf = await readPdf(answer.bytes);
      expect(pdf).toMatchObject({ pages: 1, title: content.title[locale], language: locale });
      for (const words of says) expect(pdf.text.toLowerCase()).toContain(words.toLowerCase());
      expect(pdf.text).toContain(`https://lingxi.example${address}`);
      expect(codeOf(answer.bytes)).toBe(`https://lingxi.example${address}`);
    }
    expect((await get(paperPath("cases", id, "en"))).status, "by its number").toBe(200);
  });

  it("of a case has its figures, its steps, its reforms and its conditions", async () => {
    const { slug } = await publishedCase({
      measures: [{ label: { "zh-CN": "良率", en: "Yield" }, value: "71% → 88%" }],
      timeline: [{ date: "2025-03", text: { "zh-CN": "签试用协议", en: "Trial signed" } }],
      levers: ["use-first-pay-later"],
      conditions: { "zh-CN": "能按批次记录良率。", en: "Yield is recorded by batch." },
    });
    for (const [locale, says] of [
      ["zh-CN", ["71%→88%", "2025-03", "签试用协议", "先使用后付费", "能按批次记录良率。"]],
      ["en", ["71%→88%", "2025-03", "Trialsigned", "Usefirst,paylater", "Yieldisrecordedbybatch."]],
    ] as const) {
      const { pages, text } = await readPdf((await get(paperPath("cases", slug, locale))).bytes);
      expect(pages).toBe(1);
      for (const words of says) expect(text).toContain(words);
    }
  });

  it("of a project is one page with what buyers look for and no contact data", async () => {
    const pdf = await readPdf((await get(paperPath("projects", await listedProject(), "zh-CN"))).bytes);
    expect(pdf.pages).toBe(1);
    for (const words of [
      "苹果气调保鲜箱",
      "与冷库相比不需要用电，损耗从18%降到6%。",
      "每吨成本120元，冷库为400元。",
      "7级",
      "许可",
      "面议",
    ])
      expect(pdf.text).toContain(words);
    expect(pdf.text).not.toContain("王示例");
  });

  it("of a need is one page with what those who could meet it look for, and no contact data", async () => {
    const { demandId } = await demandsIn(world).listed();
    for (const [locale, says] of [
      [
        "zh-CN",
        [
          "薄壁件焊缝在线检测",
          "焊缝气孔靠抽检拍片",
          "检出率：≥99%",
          "30万元至80万元",
          "2027年6月30日前",
          "示例装备公司",
          "征集中",
        ],
      ],
      ["en", ["CNY300,000to800,000", "by30Jun2027", "Level7of9", "Whatisrequired"]],
    ] as const) {
      const pdf = await readPdf((await get(paperPath("demands", demandId, locale))).bytes);
      expect(pdf.pages).toBe(1);
      for (const words of says) expect(pdf.text).toContain(words);
      expect(pdf.text).not.toMatch(/李示例|13800000000|91610131MA00000018|buyer/);
    }
  });

  it("of a need with a trade secret says nothing that its page does not", async () => {
    const { demandId } = await demandsIn(world).listed({ secrecy: "trade-secret" });
    const { text } = await readPdf((await get(paperPath("demands", demandId, "zh-CN"))).bytes);
    expect(text).toContain("钛合金储罐环缝焊接工位");
    expect(text).not.toMatch(/抽检拍片|检出率|不停线/);
  });

  it("stays one page however long the text, and says that it is an excerpt", async () => {
    const body = "第一段很长，讲清楚了来龙去脉。".repeat(6000);
    const { slug } = await publishedCase({ title: { "zh-CN": `长${"题".repeat(119)}` }, body: { "zh-CN": body } });
    for (const [locale, says] of [
      ["zh-CN", "本页为节选，全文见"],
      ["en", "Abridged.Thefulltextisat"],
    ] as const) {
      const pdf = await readPdf((await get(paperPath("cases", slug, locale))).bytes);
      expect(pdf.pages).toBe(1);
      expect(pdf.text).toContain(says);
      expect(pdf.text).toContain("…");
    }
  });

  it("shows what it has no letters for as boxes, and other people's markup as text", async () => {
    const { slug } = await publishedCase({
      title: { "zh-CN": "𬭎𫟹㐂 العربية 👩‍🚀 <script>&amp;</script>" },
      body: { "zh-CN": "<img src=x onerror=alert(1)>" },
    });
    const answer = await get(paperPath("cases", slug, "zh-CN"));
    const pdf = await readPdf(answer.bytes);
    expect(pdf.text).toContain("𬭎𫟹㐂□□□□□□□□□<script>&amp;</script>");
    expect(pdf.text).toContain("<imgsrc=xonerror=alert(1)>");
    expect(Buffer.from(answer.bytes).toString("latin1")).not.toMatch(/\/JavaScript|\/JS /);
    expect((await get(sharePath("cases", slug, "zh-CN"))).status).toBe(200);
  });
});

describe("pictures and papers", () => {
  it("are answered 304 to who has them, until the thing is edited", async () => {
    const { id, slug } = await publishedCase();
    for (const address of [sharePath("cases", slug, "zh-CN"), paperPath("cases", slug, "zh-CN")]) {
      const { etag = "" } = (await get(address)).headers;
      for (const theirs of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
        const answer = await get(address, { "if-none-match": theirs });
        expect([answer.status, answer.text, answer.headers.etag]).toEqual([304, "", etag]);
        expect(answer.headers["cache-control"]).toContain("max-age=300");
      }
      expect((await get(address, { "if-none-match": '"other"' })).status).toBe(200);
    }
    const before = await get(sharePath("cases", slug, "zh-CN"));
    await editCase(organiser(), { ...content, slug, title: { "zh-CN": "改过的标题" }, caseId: id, version: 2 } as Parameters<
      typeof editCase
    >[1]);
    await publishCase(organiser(), { caseId: id, version: 3 });
    const after = await get(sharePath("cases", slug, "zh-CN"), { "if-none-match": before.headers.etag ?? "" });
    expect(after.status).toBe(200);
    expect((await readPdf((await get(paperPath("cases", slug, "zh-CN"))).bytes)).title).toBe("改过的标题");
  });

  it("by a former address lead to the present one, and are gone with the thing", async () => {
    const { id, slug } = await publishedCase();
    await editCase(organiser(), { ...content, slug: `${slug}-new`, caseId: id, version: 2 } as Parameters<typeof editCase>[1]);
    await publishCase(organiser(), { caseId: id, version: 3 });
    const former = (name: string) => [
      sharePath("cases", name, "zh-CN"),
      sharePath("cases", name, "en", true),
      paperPath("cases", name, "en"),
    ];
    const present = former(`${slug}-new`);
    for (const [i, address] of former(slug).entries()) {
      const answer = await get(address);
      expect([answer.status, answer.headers.location]).toEqual([301, present[i]]);
      expect((await get(present[i] ?? "")).status).toBe(200);
    }
    await withdrawCase(organiser(), { caseId: id, version: 4 });
    for (const address of [...former(slug), ...present]) expect((await get(address)).status).toBe(404);
  });

  it("can be asked for by their head alone", async () => {
    const { slug } = await publishedCase();
    for (const address of [sharePath("cases", slug, "en"), paperPath("cases", slug, "en")]) {
      const [whole, head] = [await get(address), await call(world, "HEAD", address)];
      expect([head.status, head.text]).toEqual([200, ""]);
      for (const name of ["etag", "content-type", "content-length", "cache-control"])
        expect(head.headers[name]).toBe(whole.headers[name]);
    }
  });

  it("are gone with the thing, with a page that says so in the language of the file", async () => {
    const { id, slug } = await publishedCase();
    const projectId = await listedProject();
    const addresses = [
      sharePath("cases", slug, "zh-CN"),
      paperPath("cases", slug, "en"),
      paperPath("cases", id, "zh-CN"),
      sharePath("projects", projectId, "en"),
      paperPath("projects", projectId, "zh-CN"),
    ];
    for (const address of addresses) expect((await get(address)).status).toBe(200);
    await withdrawCase(organiser(), { caseId: id, version: 2 });
    await withdrawProject(organiser(), { projectId, version: 2, remark: "撤下" });
    for (const address of addresses) {
      const answer = await get(address);
      expect([address, answer.status, answer.headers["content-type"]]).toEqual([address, 404, "text/html; charset=UTF-8"]);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.text).toContain(address.includes(".en.") ? "withdrawn" : "下线");
      expect(answer.text).toContain(`href="${address.includes(".en.") ? "/en/" : "/"}"`);
    }
  });

  it.each([
    "/share/cases/none.zh-CN.png",
    "/share/chains/constructor.en.png",
    "/share/chains/__proto__.en.png",
    "/share/pages/admin.en.png",
    "/share/constructor/home.en.png",
    "/share/demands/dem_1.en.png",
    "/share/cases/x.fr.png",
    "/share/cases/x.en.svg",
    "/share/cases/x.png",
    "/share/cases/.en.png",
    "/share/cases/",
    "/share",
    `/share/cases/${"a".repeat(300)}.en.png`,
    "/share/cases/%2e%2e%2f%2e%2e%2fetc%2fpasswd.en.png",
    "/share/cases/%E0%A4%A.en.png",
    "/share/cases/%00.en.png",
    "/share/talents/act_1.en.png",
    "/share/activities/case%23x.en.png",
    "/papers/cases/x.en.png",
    "/papers/talents/tal_1.en.pdf",
    "/papers/cases/x.en.pdf/extra",
  ])("named %s are not found", async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(404);
    expect((await call(world, "HEAD", address)).status).toBe(404);
    expect((await get(address, { "if-none-match": "*" })).status).toBe(404);
  });

  it("are not there for a draft, and take no other method", async () => {
    const { id } = await createCase(organiser(), { ...content, slug: "only-draft" } as Parameters<typeof createCase>[1]);
    const { slug } = await publishedCase();
    for (const name of [id, "only-draft"]) expect((await get(paperPath("cases", name, "zh-CN"))).status).toBe(404);
    for (const method of ["POST", "PUT", "DELETE"])
      expect(await call(world, method, sharePath("cases", slug, "en"))).toMatchObject({
        status: 405,
        headers: { allow: "GET, HEAD" },
      });
  });
});
