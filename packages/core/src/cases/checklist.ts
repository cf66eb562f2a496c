import type { Ctx } from "../platform/context.ts";
import { DomainError, invalidInput } from "../platform/error.ts";
import { fieldErrors } from "../platform/issues.ts";
import { type Locale, type Localised, locales, type Words } from "../platform/text.ts";
import { checkMarkdown, type Internal } from "./check-markdown.ts";
import { outOfOrder, personalData, tooLong, untranslated } from "./check-texts.ts";
import { CaseContent, CaseDraft, PageContent } from "./content.ts";
import type { Text } from "./findings.ts";
import { isPublic, leadsSomewhere } from "./public-things.ts";
import { type CaseContentView, type ContentKind, type Finding, kindOf, linkKinds } from "./schema.ts";

type Found = Omit<Finding, "ticked">;

/** So many different links are looked up; a text with more of them is told so. */
const mostLinks = 200;

/** So many findings of one rule are told; the next ones come when these are dealt with. */
const mostOfARule = 20;

/**
 * The checklist before publishing: everything that a case or a page still lacks or should not say, blocking findings first, in the order of the editor.
 * @param draft as an editor holds it, which need not be right in any way
 */
export async function examine(ctx: Ctx, caseId: string, draft: unknown, kind: ContentKind = kindOf(caseId)): Promise<Finding[]> {
  const raw = (draft ?? {}) as Record<string, unknown>;
  const content = contentOf(raw);
  const texts = textsOf(content);
  const digest = (value: string) => ctx.keys.digest("checklist", value).slice(0, 12);
  const base = `${ctx.origin}/${kind}s/${content.slug || "-"}/`;
  const bodies = texts
    .filter(({ name }) => name === "body" || name === "conditions")
    .map((text) => checkMarkdown(text, base, digest));
  const found = [
    ...missing(raw, kind),
    ...texts.flatMap((text) => [...personalData(text, digest), ...tooLong(text)]),
    ...bodies.flatMap((body) => body.found),
    ...(await deadLinks(
      ctx,
      caseId,
      bodies.flatMap((body) => body.internal),
    )),
    ...(await deadThings(ctx, content)),
    ...texts.filter(({ locale }) => locale === "zh-CN").flatMap((zh) => untranslated(zh, twinOf(texts, zh))),
    ...outOfOrder((content.timeline ?? []).map(({ date }) => date)),
  ];
  const accepted = new Set(content.accepted);
  const unique = [...new Map(found.map((one) => [one.key, one])).values()];
  const ofRule = Map.groupBy(unique, ({ key }) => key.split(":")[0]);
  return [...ofRule.values()]
    .flatMap((all) => all.slice(0, mostOfARule))
    .map((one) => ({ ...one, ticked: one.tick !== undefined && accepted.has(one.key) }))
    .sort((a, b) => Number(b.level === "blocking") - Number(a.level === "blocking") || order(a) - order(b));
}

/** Findings that keep it from being published. */
export const blocking = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one) => one.level === "blocking" && !one.ticked);

/** @throws DomainError `input.invalid` with all that keeps it from being published, each at its field */
export async function assertPublishable(ctx: Ctx, caseId: string, content: CaseContentView): Promise<void> {
  const fields = blocking(await examine(ctx, caseId, content)).map(({ field, message }) => ({ field, message }));
  if (fields.length) throw new DomainError(invalidInput, { params: { count: fields.length }, fields });
}

const fieldOrder = [
  "title",
  "summary",
  "body",
  "cover",
  "levers",
  "measures",
  "timeline",
  "conditions",
  "links",
  "chains",
  "slug",
  "footer",
];
const order = ({ field }: Finding) => fieldOrder.indexOf(field.split(".")[0] ?? "");

/** What the input lacks, in the words of its fields. */
function missing(raw: object, kind: ContentKind): Found[] {
  const schema = (kind === "page" ? PageContent : CaseContent).extend({ slug: CaseDraft.shape.slug });
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return [];
  return fieldErrors(schema, result.error).map(({ field, message }) => ({
    key: `input:${field}`,
    level: "blocking",
    field,
    message,
  }));
}

async function deadLinks(ctx: Ctx, caseId: string, links: readonly Internal[]): Promise<Found[]> {
  const paths = [...new Set(links.map(({ path }) => path))];
  const dead = new Set<string>();
  for (let i = 0; i < Math.min(paths.length, mostLinks); i += 10)
    await Promise.all(
      paths.slice(i, Math.min(i + 10, mostLinks)).map(async (path) => {
        if (!(await leadsSomewhere(ctx, path, caseId))) dead.add(path);
      }),
    );
  const found = links.filter(({ path }) => dead.has(path)).map(({ finding }) => finding);
  if (paths.length <= mostLinks) return found;
  const message: Words = {
    "zh-CN": `正文的站内链接超过 ${mostLinks} 个，其余没有检查。请减少链接，或自行核对。`,
    en: `The text has more than ${mostLinks} links within the site; the others were not checked. Use fewer, or check them yourself.`,
  };
  return [...found, { key: "many-links:body", level: "advice", field: "body.zh-CN", message, tick: "ignore" }];
}

const linkWords: Readonly<Record<(typeof linkKinds)[number], Words>> = {
  activities: { "zh-CN": "活动", en: "activity" },
  projects: { "zh-CN": "项目", en: "project" },
  demands: { "zh-CN": "需求", en: "need" },
  talents: { "zh-CN": "人才", en: "person" },
};

/** Linked things without a public page; a person among them has not agreed to have one. */
async function deadThings(ctx: Ctx, { links }: CaseContentView): Promise<Found[]> {
  const wanted = linkKinds.flatMap((kind) => (links?.[kind] ?? []).map((id, i) => ({ kind, id, i })));
  const states = await Promise.all(wanted.map(async (one) => ({ ...one, there: await isPublic(ctx, one.kind, one.id) })));
  return states.flatMap(({ kind, id, i, there }) => {
    if (there) return [];
    const { "zh-CN": zh, en } = linkWords[kind];
    const message: Words =
      kind === "talents"
        ? {
            "zh-CN": `“相关人才”第 ${i + 1} 位没有公开个人页面（未同意公开或已撤回）。请移除，正文里也不要写其姓名。`,
            en: `Linked people: number ${i + 1} has no public profile (no consent, or withdrawn). Remove it, and do not name the person in the text.`,
          }
        : {
            "zh-CN": `“相关内容”里第 ${i + 1} 个${zh}没有公开。请移除，或等它公开后再发布。`,
            en: `What stands behind it: ${en} number ${i + 1} is not public. Remove it, or wait until it is.`,
          };
    return [{ key: `not-public:${kind}:${id}`, level: "blocking", field: `links.${kind}.${i}`, message }];
  });
}

const twinOf = (texts: readonly Text[], zh: Text) => texts.find(({ field }) => field === zh.field.replace(/zh-CN$/, "en"));

const names = {
  title: { "zh-CN": "标题", en: "Title" },
  summary: { "zh-CN": "摘要", en: "Summary" },
  body: { "zh-CN": "正文", en: "Text" },
  cover: { "zh-CN": "封面图片的说明", en: "Description of the cover" },
  conditions: { "zh-CN": "推广条件", en: "Conditions for repeating it" },
} as const satisfies Record<string, Words>;
const languages: Readonly<Record<Locale, Words>> = {
  "zh-CN": { "zh-CN": "中文", en: "Chinese" },
  en: { "zh-CN": "英文", en: "English" },
};

/** Every text of a case in each language, with where it stands. */
function textsOf(content: CaseContentView): Text[] {
  const of = (path: string, words: Words, text: Localised | undefined): Text[] =>
    locales.map((locale) => ({
      field: `${path}.${locale}`,
      name: path.split(".")[0] ?? "",
      locale,
      text: text?.[locale] ?? "",
      of: words,
      label: {
        "zh-CN": `${words["zh-CN"]}（${languages[locale]["zh-CN"]}）`,
        en: `${words.en} (${languages[locale].en})`,
      },
    }));
  return [
    ...of("title", names.title, content.title),
    ...of("summary", names.summary, content.summary),
    ...of("body", names.body, content.body),
    ...of("cover.alt", names.cover, content.cover?.alt),
    ...(content.measures ?? []).flatMap(({ label }, i) =>
      of(`measures.${i}.label`, { "zh-CN": `成效数字第 ${i + 1} 项`, en: `Key figure ${i + 1}` }, label),
    ),
    ...(content.timeline ?? []).flatMap(({ text }, i) =>
      of(`timeline.${i}.text`, { "zh-CN": `时间线第 ${i + 1} 步`, en: `Timeline, step ${i + 1}` }, text),
    ),
    ...of("conditions", names.conditions, content.conditions),
  ].filter(({ text }) => text !== "");
}

/** What there is of a draft, whatever it is; rows keep their places, so that findings meet the form's. */
function contentOf(raw: Record<string, unknown>): CaseContentView {
  const object = (value: unknown) => (value && typeof value === "object" ? value : {}) as Record<string, unknown>;
  const string = (value: unknown) => (typeof value === "string" ? value.slice(0, 100_000) : "");
  const list = (value: unknown) => (Array.isArray(value) ? value.slice(0, 100) : []);
  const both = (value: unknown) => ({ "zh-CN": string(object(value)["zh-CN"]), en: string(object(value).en) });
  const strings = (value: unknown): string[] =>
    (Array.isArray(value) ? value.slice(0, 200) : []).filter((one) => typeof one === "string");
  const links = object(raw.links);
  return {
    slug: string(raw.slug).replace(/[^\w-]/g, ""),
    title: both(raw.title),
    summary: both(raw.summary),
    body: both(raw.body),
    chains: [],
    ...(raw.cover ? { cover: { id: "", src: "", width: 0, height: 0, alt: both(object(raw.cover).alt) } } : {}),
    measures: list(raw.measures).map((one) => ({ label: both(object(one).label), value: string(object(one).value) })),
    timeline: list(raw.timeline).map((one) => ({ date: string(object(one).date), text: both(object(one).text) })),
    conditions: both(raw.conditions),
    links: {
      activities: strings(links.activities),
      projects: strings(links.projects),
      demands: strings(links.demands),
      talents: strings(links.talents),
    },
    accepted: strings(raw.accepted),
  };
}
