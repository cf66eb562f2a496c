import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, localised, prose } from "../platform/schema.ts";
import type { Localised, Words } from "../platform/text.ts";

/** draft → published ⇄ withdrawn. What is published keeps its text while its draft is being edited. */
export const caseStatuses = ["draft", "published", "withdrawn"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

const lettered = /[\p{L}\p{N}]/u;
const needsLetters = (zh: string, en: string): { params: { words: Words } } => ({ params: { words: { "zh-CN": zh, en } } });
const noLetters = needsLetters("“标题”只有标点符号，请写上文字。", "Title: there is only punctuation. Write it in words.");

const Title = localised(120)
  .refine((t) => lettered.test(t["zh-CN"]), { path: ["zh-CN"], ...noLetters })
  .refine((t) => !t.en || lettered.test(t.en), { path: ["en"], ...noLetters });

/** A text that may still be missing in a draft. */
const unfinished = (max: number) => {
  const text = prose(max, 0).optional();
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

export const altText = labelled(localised(200), "图片说明", "Description of the picture", {
  "zh-CN": "写给看不见图片的读者：图上是什么。",
  en: "For readers who cannot see the picture: what it shows.",
});

/** A picture in the site's store. `/media/<id>-1600.webp` is at most 1600 px wide, `/media/<id>-480.webp` at most 480. */
export const Picture = z.object({
  id: z.string().regex(/^pic_[0-9a-z]{26}$/),
  /** Path on the site. */
  src: z.string().regex(/^\/media\/pic_[0-9a-z]{26}-1600\.webp$/),
  width: z.int().min(1).max(1600),
  height: z.int().min(1).max(16_000),
  alt: altText,
});
export type Picture = z.infer<typeof Picture>;

/** Path of the picture's variant for lists, at most 480 px wide. */
export const smallOf = (picture: Pick<Picture, "id">): string => `/media/${picture.id}-480.webp`;

/** The last part of a case's address. `page` is where the list continues. */
export const Slug = labelled(
  z
    .string()
    .max(200)
    .transform((s) => s.trim().toLowerCase())
    .pipe(
      z
        .string()
        .max(80)
        .refine((s) => s === "" || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(s) && s.length > 1 && s !== "page"), {
          params: {
            words: {
              "zh-CN": "“网址”请用小写英文字母、数字和连字符，例如 titanium-licence。",
              en: "Address: use lower-case letters, digits and hyphens, for example titanium-licence.",
            },
          },
        }),
    ),
  "网址",
  "Address",
  {
    "zh-CN": "选填。留空时由英文标题或编号生成。",
    en: "Optional. Left empty, it is made from the English title or from the number.",
  },
);

const common = {
  title: labelled(Title, "标题", "Title"),
  chains: labelled(z.array(z.string().max(60)).max(12), "产业链", "Industry chains"),
  cover: labelled(Picture.optional(), "封面图片", "Cover picture"),
};
const bodyHint = { "zh-CN": "可使用 Markdown；HTML 标记会原样显示。", en: "Markdown is possible; HTML is shown as text." };

/** What an editor may save: only the title has to be there. */
export const CaseDraft = z.object({
  ...common,
  summary: labelled(unfinished(300), "摘要", "Summary"),
  body: labelled(unfinished(100_000), "正文", "Text", bodyHint),
  slug: Slug.optional(),
});
export type CaseDraft = z.infer<typeof CaseDraft>;

/** What a case needs before it is published. */
export const CaseContent = z.object({
  ...common,
  summary: labelled(localised(300, true), "摘要", "Summary"),
  body: labelled(localised(100_000, true), "正文", "Text", bodyHint),
});

/** At most this many bytes a file: what fits into a function call in the cloud. */
export const uploadLimit = 4_000_000;

const fileWords = {
  missing: { "zh-CN": "请选择一个文件。", en: "Choose a file." },
  large: {
    "zh-CN": "文件不能超过 4 MB，请压缩或缩小后再上传。",
    en: "The file is larger than 4 MB. Make it smaller and upload it again.",
  },
} satisfies Record<string, Words>;

/** A file as it came. What it is follows from its content, not from its name. */
export const UploadedFile = labelled(
  z
    .instanceof(Uint8Array)
    .refine((file) => file.length > 0, { params: { words: fileWords.missing } })
    .refine((file) => file.length <= uploadLimit, { params: { words: fileWords.large } }),
  "文件",
  "File",
);

export const StorePicture = z.object({ file: UploadedFile, alt: altText });

/** The reforms and instruments that a case relied on. */
export const levers = [
  "separate-management",
  "talent-evaluation",
  "surplus-funds",
  "open-licence",
  "use-first-pay-later",
  "equity",
  "pledge",
  "cross-licence",
  "joint-development",
  "other",
] as const;
export type Lever = (typeof levers)[number];

/** A step on the way, with its month (`2025-03`) or day. */
export interface Milestone {
  readonly date: string;
  readonly text: Localised;
}

/** A figure that sums the case up: 良率 71% → 88%. */
export interface Measure {
  readonly label: Localised;
  readonly value: string;
}

/** What stands behind a case on this site, by id. */
export interface CaseLinks {
  readonly activities: readonly string[];
  readonly projects: readonly string[];
  readonly demands: readonly string[];
  readonly talents: readonly string[];
}

/** 引导性案例 in a list. */
export interface CaseSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  readonly levers?: readonly Lever[] | undefined;
  readonly measures?: readonly Measure[] | undefined;
  /** First publication. ISO 8601, UTC. */
  readonly publishedAt: string;
  /** Latest publication. */
  readonly updatedAt: string;
}

/** 引导性案例 as the public reads it. */
export interface PublicCase extends CaseSummary {
  /** Markdown; raw HTML is shown as text. Pictures are referred to by their path. */
  readonly body: Localised;
  readonly timeline?: readonly Milestone[] | undefined;
  /** What has to be given for it to be repeated elsewhere. */
  readonly conditions?: Localised | undefined;
  readonly links?: CaseLinks | undefined;
}

/** A case as those who write it see it in their list: the draft, and what became of it. */
export interface CaseRow {
  readonly id: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  /** Where it is published now. */
  readonly publishedSlug?: string | undefined;
  readonly publishedAt?: string | undefined;
  /** The draft differs from what is published. */
  readonly changed: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface FullCase extends CaseRow {
  readonly body: Localised;
}

export const caseMissing = reason(
  "case.not-found",
  "not-found",
  "没有找到这篇案例，可能已经下线。请从案例列表重新选择。",
  "There is no such case; it may have been withdrawn. Choose one from the list.",
);
export const slugTaken = reason(
  "case.slug-taken",
  "conflict",
  "网址“{slug}”属于另一篇案例。请换一个，例如在后面加上年份或地名。",
  'The address "{slug}" belongs to another case. Choose another one, for example with the year or the place added.',
);
export const notPublished = reason(
  "case.not-published",
  "conflict",
  "这篇案例还没有发布，不需要下线。",
  "This case has not been published, so there is nothing to take away.",
);
