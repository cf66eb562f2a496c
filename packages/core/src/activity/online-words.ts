import type { Words } from "../platform/text.ts";
import type { ActivityRecord, RegistrationRecord } from "./entity.ts";
import { onlineOf } from "./online.ts";

export const onlineWords = {
  link: { "zh-CN": "线上参会", en: "Online" },
  note: { "zh-CN": "会议号与密码", en: "Meeting number and password" },
} as const satisfies Record<string, Words>;

/** What a mail says of taking part from afar; nothing to whoever has no confirmed seat. */
export function onlineFacts(activity: ActivityRecord, registration: RegistrationRecord): [string, string][] {
  const { online } = onlineOf(activity, registration);
  const { locale } = registration;
  return [
    ...(online?.link ? [[onlineWords.link[locale], online.link] as [string, string]] : []),
    ...(online?.note ? [[onlineWords.note[locale], online.note] as [string, string]] : []),
  ];
}
