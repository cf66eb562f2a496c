import * as z from "zod";
import { Picture } from "../picture/schema.ts";
import { labelled, line, localised, prose } from "../platform/schema.ts";
import type { Localised, Words } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import { lastFooter, levers, linkKinds, storyLimits } from "./schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const saying = (words: Words): { params: { words: Words } } => ({ params: { words } });

const lettered = /[\p{L}\p{N}]/u;
const noLetters = saying(w("“标题”只有标点符号，请写上文字。", "Title: there is only punctuation. Write it in words."));

const Title = localised(120)
  .refine((t) => lettered.test(t["zh-CN"]), { path: ["zh-CN"], ...noLetters })
  .refine((t) => !t.en || lettered.test(t.en), { path: ["en"], ...noLetters });

/** A text that may still be missing in a draft. */
const unfinished = (max: number, many = true) => {
  const text = (many ? prose(max, 0) : line(max, 0)).optional();
  return z.object({
    "zh-CN": labelled(
      text.transform((s) => s ?? ""),
      "中文",
      "Chinese",
    ),
    en: labelled(
      text.transform((s) => s || undefined),
      "英文",
      "English",
    ),
  });
};

/** Last parts of addresses that mean something else: where a list continues, and the picture of the home page. */
export const reserved: ReadonlySet<string> = new Set(["page", "home"]);

/** The last part of an address. */
export const Slug = labelled(
  z
    .string()
    .max(200)
    .transform((s) => s.trim().toLowerCase())
    .pipe(
      z
        .string()
        .max(80)
        .refine(
          (s) => s === "" || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(s) && s.length > 1 && !reserved.has(s)),
          saying(
            w(
              "“网址”请用小写英文字母、数字和连字符，例如 titanium-licence。",
              "Address: use lower-case letters, digits and hyphens, for example titanium-licence.",
            ),
          ),
        ),
    ),
  "网址",
  "Address",
  w("选填。留空时由英文标题或编号生成。", "Optional. Left empty, it is made from the English title or from the number."),
);

/** A month or a day that there is, in the years of which a case may tell. */
function isDate(text: string): boolean {
  const [, year, month, day = "01"] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year || !month || Number(year) < 1949 || Number(year) > 2100) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

const day = (missing: boolean) =>
  labelled(
    z
      .string()
      .max(20)
      .transform((s) => s.trim())
      .pipe(z.string().min(missing ? 0 : 1))
      .refine(
        (s) => s === "" || isDate(s),
        saying(
          w(
            "“时间”请写成年-月或年-月-日，例如 2025-03 或 2025-03-18。",
            "Date: write year-month or year-month-day, for example 2025-03 or 2025-03-18.",
          ),
        ),
      ),
    "时间",
    "Date",
  );

/** Rows of a list, those left empty dropped; a missing list is an empty one. */
const rows = <T extends z.ZodType>(row: T, max: number, tooMany: Words, empty: (row: z.output<T>) => boolean) =>
  z
    .array(row)
    .readonly()
    .refine((list) => list.length <= max, saying(tooMany))
    .transform((list) => list.filter((one) => !empty(one)))
    .optional();

const isEmpty = (text: Localised) => !text["zh-CN"] && !text.en;
const label = (schema: z.ZodType<Localised, unknown>) => labelled(schema, "指标", "What it measures");
const value = (min: number) => labelled(line(40, min), "数值", "Figure");
const event = (schema: z.ZodType<Localised, unknown>) => labelled(schema, "事件", "What happened");

/** `finished`: as it has to be before it is published; a draft may have rows that lack something. */
const story = (finished: boolean) => {
  const text = (max: number) => (finished ? localised(max) : unfinished(max, false));
  const least = finished ? 1 : 0;
  return {
    levers: labelled(
      z
        .array(z.enum(levers))
        .max(storyLimits.levers)
        .readonly()
        .transform((list) => [...new Set(list)])
        .optional(),
      "改革举措",
      "Reforms used",
    ),
    measures: labelled(
      rows(
        z.object({ label: label(text(60)), value: value(least) }),
        storyLimits.measures,
        w(
          `“成效数字”最多 ${storyLimits.measures} 个，请只留最说明问题的。`,
          `Key figures: keep at most ${storyLimits.measures}, those that say most.`,
        ),
        (one) => isEmpty(one.label) && !one.value,
      ),
      "成效数字",
      "Key figures",
    ),
    timeline: labelled(
      rows(
        z.object({ date: day(!finished), text: event(text(200)) }),
        storyLimits.timeline,
        w(
          `“时间线”最多 ${storyLimits.timeline} 步，请合并相近的步骤。`,
          `Timeline: at most ${storyLimits.timeline} steps. Merge those that belong together.`,
        ),
        (one) => isEmpty(one.text) && !one.date,
      ),
      "时间线",
      "Timeline",
    ),
    conditions: labelled(
      unfinished(2000)
        .transform((text) => (isEmpty(text) ? undefined : text))
        .refine((text) => !finished || !text || text["zh-CN"] !== "", {
          path: ["zh-CN"],
          ...saying(
            w(
              "“推广条件（中文）”没有填写，请填写，或者把英文也去掉。",
              "Conditions for repeating it (Chinese): this is missing. Fill it in, or remove the English as well.",
            ),
          ),
        })
        .optional(),
      "推广条件",
      "Conditions for repeating it",
      w("别处要照着做，需要具备什么。", "What has to be given for it to be repeated elsewhere."),
    ),
    links: labelled(Links.optional(), "相关内容", "What stands behind it"),
  };
};

const linkNames: Readonly<Record<(typeof linkKinds)[number], Words & { prefix: string }>> = {
  activities: { ...w("相关活动", "Linked activities"), prefix: "act" },
  projects: { ...w("相关项目", "Linked projects"), prefix: "prj" },
  demands: { ...w("相关需求", "Linked demands"), prefix: "dem" },
  talents: { ...w("相关人才", "Linked people"), prefix: "tal" },
};

const linked = (kind: (typeof linkKinds)[number]) => {
  const { prefix, ...name } = linkNames[kind];
  const ids = z
    .array(z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`)))
    .max(storyLimits.links)
    .readonly();
  return labelled(ids.transform((list) => [...new Set(list)]).default([]), name["zh-CN"], name.en);
};

const Links = z
  .object({
    activities: linked("activities"),
    projects: linked("projects"),
    demands: linked("demands"),
    talents: linked("talents"),
  })
  .transform((links) => (linkKinds.some((kind) => links[kind].length) ? links : undefined));

const title = labelled(Title, "标题", "Title");
const common = {
  title,
  chains: labelled(
    z
      .array(z.string().max(60))
      .max(12)
      .readonly()
      .refine(
        (ids) => ids.every((id) => Object.hasOwn(chainById, id)),
        saying(w("“产业链”请从列出的选项中选择。", "Industry chains: choose from the list.")),
      ),
    "产业链",
    "Industry chains",
  ),
  cover: labelled(Picture.optional(), "封面图片", "Cover picture"),
};
const bodyHint = w("可使用 Markdown；HTML 标记会原样显示。", "Markdown is possible; HTML is shown as text.");

const draft = {
  summary: labelled(unfinished(300), "摘要", "Summary"),
  body: labelled(unfinished(100_000), "正文", "Text", bodyHint),
  slug: Slug.optional(),
  accepted: labelled(
    z
      .array(z.string().regex(/^[\w.:-]{1,120}$/))
      .max(200)
      .readonly()
      .optional(),
    "已确认的检查项",
    "Accepted findings",
  ),
};
const finished = {
  summary: labelled(localised(300, true), "摘要", "Summary"),
  body: labelled(localised(100_000, true), "正文", "Text", bodyHint),
};

/** What an editor may save: only the title has to be there. */
export const CaseDraft = z.object({ ...common, ...draft, ...story(false) });
export type CaseDraft = z.infer<typeof CaseDraft>;

/** What a case needs before it is published. */
export const CaseContent = z.object({ ...common, ...finished, ...story(true) });

const footer = labelled(
  z.int().min(1).max(lastFooter).optional(),
  "页脚位置",
  "Place at the foot",
  w("数字小的在前；留空则不出现在页脚。", "The smallest comes first; left empty, it does not stand there."),
);

/** The same of a page. */
export const PageDraft = z.object({ title, ...draft, footer });
export type PageDraft = z.infer<typeof PageDraft>;
export const PageContent = z.object({ title, ...finished, footer });
