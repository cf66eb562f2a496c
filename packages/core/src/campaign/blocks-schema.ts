import * as z from "zod";
import { Picture } from "../picture/schema.ts";
import { labelled, line, localised, prose, Reference } from "../platform/schema.ts";
import { type Locale, type Localised, tidy, type Words } from "../platform/text.ts";
import { fieldPattern, personalFields } from "./kinds-schema.ts";

/** What a message may be put together from, in the order of the editor's menu. */
export const blockKinds = ["text", "heading", "button", "picture", "card", "calendar", "divider"] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What a card may show, as the public sees it. */
export const cardKinds = ["activities", "projects", "demands", "cases"] as const;
export type CardKind = (typeof cardKinds)[number];

/** So many blocks a message, and so many characters in all of one language: above this a mail is cut by mailboxes. */
export const blockLimits = { blocks: 40, characters: 12_000 } as const;

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  link: w(
    "链接需以 https:// 开头，或写本站地址，例如 /activities/；字段不能放在链接里。",
    "Begin the link with https://, or use a path of this site such as /activities/. A field cannot stand in it.",
  ),
  fieldInLink: w("字段不能放在链接里，请移到正文文字中。", "A field cannot stand in a link. Move it into the text."),
};

/** What is wrong with the fields of a text, or undefined. A field in a link would put personal data into an address. */
export function fieldTrouble(text: string): Words | undefined {
  const rest = text.replace(fieldPattern, (whole, name: string) => (name in personalFields ? "" : whole));
  const wrong = rest.match(/\{\{[^}\n]{0,40}\}{0,2}|\}\}/)?.[0];
  if (wrong)
    return w(
      `“${wrong}”不是可用的字段，请改为 {{name}}（姓名）或 {{organisation}}（单位）。`,
      `“${wrong}” is not a field. Use {{name}} or {{organisation}}.`,
    );
  return /\]\([^)\n]*\{\{|<[^>\n]*\{\{/.test(text) ? words.fieldInLink : undefined;
}

type MaybeLocalised = { "zh-CN"?: string | undefined; en?: string | undefined };
/** A text in which only known fields stand. */
export const checked = <T extends z.ZodType<MaybeLocalised | undefined>>(schema: T) =>
  schema.superRefine((text, issue) => {
    for (const locale of ["zh-CN", "en"] as const) {
      const found = fieldTrouble(text?.[locale] ?? "");
      if (found) issue.addIssue({ code: "custom", path: [locale], params: { words: found } });
    }
  });

/** A text that may be missing in both languages. */
export const either = (max: number, many = false) => {
  const text = (many ? prose(max, 0) : line(max, 0)).optional().transform((s) => s || undefined);
  return z.object({ "zh-CN": labelled(text, "中文", "Chinese"), en: labelled(text, "英文", "English") });
};

const Link = z
  .string()
  .transform((s) => tidy(s))
  .pipe(z.string().max(500))
  .refine(
    (s) => !s.includes("{{") && !/[\s"'<>\\]/.test(s) && (/^\/(?!\/)/.test(s) || (/^https:\/\//i.test(s) && URL.canParse(s))),
    {
      params: { words: words.link },
    },
  );

const text = checked(localised(blockLimits.characters, true));
const short = checked(localised(120));

/** One part of a message. Cards and dates are filled in from what is public when it is tested. */
export const MessageBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: labelled(text, "正文", "Text") }),
  z.object({ kind: z.literal("heading"), text: labelled(short, "小标题", "Heading") }),
  z.object({
    kind: z.literal("button"),
    text: labelled(localised(40), "按钮文字", "Words on the button"),
    href: labelled(Link, "链接", "Link"),
  }),
  z.object({
    kind: z.literal("picture"),
    picture: labelled(Picture, "图片", "Picture"),
    href: labelled(Link.optional(), "点击后打开", "Leads to"),
  }),
  z.object({
    kind: z.literal("card"),
    of: labelled(z.enum(cardKinds), "卡片内容", "What the card shows"),
    id: labelled(Reference, "卡片内容", "What the card shows"),
  }),
  z.object({ kind: z.literal("calendar"), activityId: labelled(Reference, "活动", "Activity") }),
  z.object({ kind: z.literal("divider") }),
]);
export type MessageBlock = z.infer<typeof MessageBlock>;
/** The same while it is being written. */
export type BlockDraft = z.input<typeof MessageBlock>;

/** The texts of a block, with their place in it. */
export function textsOf(block: MessageBlock): readonly (readonly [string, Localised])[] {
  if (block.kind === "picture") return [["picture.alt", block.picture.alt]];
  return "text" in block ? [["text", block.text]] : [];
}

/** How many characters the blocks have in a language. */
export const lengthOf = (blocks: readonly MessageBlock[], locale: Locale): number =>
  blocks.flatMap(textsOf).reduce((sum, [, said]) => sum + (said[locale]?.length ?? 0), 0);

/** What a mail's own style sheet changes in the dark scheme and in a narrow window, for a preview where style sheets may not run. */
export const mailLooks: Readonly<Record<"dark" | "narrow", readonly (readonly [string, string])[]>> = {
  dark: [
    ["background:#f5f6f8", "background:#12161d"],
    ["background:#ffffff", "background:#1c222c"],
    ["color:#1c2330", "color:#e6e9ee"],
    ["color:#5a6474", "color:#a7b0be"],
    ["color:#0b5d57", "color:#6fd3c8"],
    ["solid #e3e6eb", "solid #3a4352"],
    ["solid #c9ced6", "solid #3a4352"],
  ],
  narrow: [
    ["padding:24px 12px", "padding:0"],
    ["padding:32px 32px 0", "padding:32px 20px 0"],
    ["padding:16px 32px 0", "padding:16px 20px 0"],
    ["padding:32px;", "padding:32px 20px;"],
  ],
};
