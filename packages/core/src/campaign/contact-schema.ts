import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Locale, labelled, line, Phone, prose, TimeZone } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import type { Source } from "../segment/schema.ts";

/** Where a contact comes from, beside lists. */
export interface Origin {
  readonly kind: Exclude<Source, "import">;
  /** Of the activity, the profile or the organisation. */
  readonly id: string;
  readonly at: string;
  /** After this instant it says nothing of the person any more. */
  readonly until?: string | undefined;
}

/** The fields of which another source may say otherwise. */
export const chosenFields = ["name", "organisation", "creditCode", "position", "phone", "locale"] as const;
export type ChosenField = (typeof chosenFields)[number];

export interface Difference {
  readonly field: ChosenField;
  readonly value: string;
  /** Who says so: a list, an activity, another address. */
  readonly from: string;
  readonly at: string;
  /** Somebody looked, and kept what stood there. */
  readonly kept?: boolean | undefined;
}

export const contactLabels = {
  name: { "zh-CN": "姓名", en: "Name" },
  organisation: { "zh-CN": "单位", en: "Organisation" },
  creditCode: { "zh-CN": "统一社会信用代码", en: "Credit code" },
  position: { "zh-CN": "职务", en: "Position" },
  phone: { "zh-CN": "手机", en: "Telephone" },
  chains: { "zh-CN": "产业链", en: "Chains" },
  intention: { "zh-CN": "参会意向", en: "Intention" },
  note: { "zh-CN": "备注", en: "Note" },
  locale: { "zh-CN": "语言", en: "Language" },
} as const satisfies Record<string, Words>;

const none = z.literal("").transform(() => undefined);
const maybe = <T extends z.ZodType>(value: T) => z.union([none, value]).optional();

/** What an organiser may change of a contact. The address is not among it: another address is another contact. */
export const ContactFields = z.object({
  name: labelled(maybe(line(60)), "姓名", "Name"),
  organisation: labelled(maybe(line(120)), "单位", "Organisation"),
  position: labelled(maybe(line(60)), "职务", "Position"),
  phone: labelled(maybe(Phone), "手机", "Telephone"),
  note: labelled(maybe(prose(1000)), "备注", "Note"),
  locale: labelled(maybe(Locale), "语言", "Language"),
  timeZone: labelled(maybe(TimeZone), "时区", "Time zone"),
});

/** Days for which a merge can be undone. */
export const undoDays = 30;

export const contactMissing = reason(
  "contact.not-found",
  "not-found",
  "没有找到这位联系人，可能已被删除或合并。请从列表重新选择。",
  "There is no such contact; it may have been erased or merged. Choose one from the list.",
);
export const differenceMissing = reason(
  "contact.difference",
  "conflict",
  "这处差异已经处理过。请刷新查看。",
  "This difference has been dealt with. Reload.",
);
export const mergeSelf = reason(
  "contact.merge-self",
  "invalid",
  "请选择另一位联系人合并。",
  "Choose another contact to merge with.",
);
export const mergedOthers = reason(
  "contact.merged-others",
  "conflict",
  "对方已经合并过其他联系人。请打开对方的页面，把这一位并入对方。",
  "The other contact has others merged into it. Open that one, and merge this one into it.",
);
export const tooManyMerged = reason(
  "contact.merged-many",
  "limit-exceeded",
  "一位联系人最多合并 8 个地址。请先核对已合并的地址。",
  "At most 8 addresses can be merged into one contact. Check those that are.",
);
export const undoTooLate = reason(
  "contact.undo-late",
  "conflict",
  "合并已超过 30 天，或已经撤销，不能再撤销。",
  "This merge is more than 30 days old, or undone already.",
);
