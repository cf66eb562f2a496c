import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Instant, labelled, localised, Reference } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";

/** 报告, 路演, 圆桌, 交流, 茶歇. During a break nothing else takes place. */
export const sessionKinds = ["talk", "pitch", "panel", "exchange", "break"] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Names a part of an agenda within it. */
const PartId = z.string().regex(/^[a-z0-9]{1,26}$/);
const parts = <T extends z.ZodType>(schema: T, most: number) => z.array(schema).max(most).default([]);
const named = (zh: string, en: string) => z.object({ id: PartId, name: labelled(localised(60), zh, en) });

/** 会场 and 专场. */
export const Room = named("会场名称", "Name of the room");
export const Track = named("专场名称", "Name of the track");

/** 嘉宾: speaks, or chairs. May be one of the talents 人才库 that the site shows. */
export const Speaker = z.object({
  id: PartId,
  name: labelled(localised(60), "姓名", "Name"),
  about: labelled(localised(120).optional(), "单位与职务（选填）", "Organisation and position (optional)"),
  talent: labelled(Reference.optional(), "人才库中的人（选填）", "In the talent pool (optional)"),
});
export type Speaker = z.infer<typeof Speaker>;

/** 议程环节. */
export const Session = z
  .object({
    id: PartId,
    kind: labelled(z.enum(sessionKinds), "类型", "Kind"),
    title: labelled(localised(120), "标题", "Title"),
    summary: labelled(localised(600, true).optional(), "说明（选填）", "Summary (optional)"),
    startsAt: labelled(Instant, "开始时间", "Starts"),
    endsAt: labelled(Instant, "结束时间", "Ends"),
    room: labelled(PartId.optional(), "会场", "Room"),
    track: labelled(PartId.optional(), "专场", "Track"),
    speakers: labelled(parts(PartId, 12), "嘉宾", "Speakers"),
    chairs: labelled(parts(PartId, 6), "主持人", "Chairs"),
    remindHours: labelled(z.int().min(1).max(168).optional(), "提前提醒（小时）", "Remind before (hours)"),
  })
  .refine((s) => s.startsAt < s.endsAt, {
    path: ["endsAt"],
    params: { words: { "zh-CN": "“结束时间”必须晚于开始时间。", en: "Ends: choose a time after the start." } },
  });
export type Session = z.infer<typeof Session>;

/** A session that follows the running order of a roadshow, and is changed there: a project on stage, or a break. */
export interface StageSession extends Pick<Session, "id" | "startsAt" | "endsAt"> {
  readonly kind: "pitch" | "break";
  readonly title: Localised;
  readonly summary?: Localised | undefined;
  /** Absent for a break. */
  readonly project?: string | undefined;
}

const distinct = (...lists: readonly { readonly id: string }[][]) =>
  lists.every((list) => new Set(list.map(({ id }) => id)).size === list.length);

/** 议程. What is odd about it is shown (`conflictsOf`) and not refused: a plan is made step by step. */
export const Agenda = z
  .object({
    sessions: labelled(parts(Session, 100), "议程环节", "Sessions"),
    speakers: labelled(parts(Speaker, 100), "嘉宾", "Speakers"),
    rooms: labelled(parts(Room, 20), "会场", "Rooms"),
    tracks: labelled(parts(Track, 12), "专场", "Tracks"),
  })
  .refine((a) => distinct(a.sessions, a.speakers, a.rooms, a.tracks), {
    path: ["sessions"],
    params: { words: { "zh-CN": "“议程”中有重复的编号。", en: "Agenda: two of its parts have the same id." } },
  })
  .refine((a) => a.sessions.every((s) => isWhole(s, a)), {
    path: ["sessions"],
    params: {
      words: {
        "zh-CN": "“议程环节”中有的嘉宾、会场或专场已被删除。请重新选择。",
        en: "Sessions: one names a speaker, a room or a track that is not there. Choose again.",
      },
    },
  })
  .refine((a) => JSON.stringify(a).length <= 60_000, {
    path: ["sessions"],
    params: {
      words: {
        "zh-CN": "“议程”内容过长，请缩短各环节的说明。",
        en: "Agenda: it is too long in all. Shorten the summaries of its sessions.",
      },
    },
  });
export type Agenda = z.infer<typeof Agenda>;

function isWhole({ room, track, speakers, chairs }: Session, a: { speakers: Part[]; rooms: Part[]; tracks: Part[] }): boolean {
  const has = (list: Part[], id: string | undefined) => id === undefined || list.some((one) => one.id === id);
  return has(a.rooms, room) && has(a.tracks, track) && [...speakers, ...chairs].every((id) => has(a.speakers, id));
}
type Part = { readonly id: string };

export const sessionMissing = reason(
  "activity.session-missing",
  "not-found",
  "议程中没有这个环节，可能已经调整。请打开活动页面查看最新议程。",
  "The agenda has no such session; it may have changed. See the activity's page for the agenda as it is.",
);
