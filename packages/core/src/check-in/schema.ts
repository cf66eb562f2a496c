import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Instant, labelled, line } from "../platform/schema.ts";

/** How somebody was found at the door: by a camera, by a hand-held scanner, or by name or number. */
export const ways = ["camera", "scanner", "search"] as const;
export type Way = (typeof ways)[number];

/**
 * What became of one action of a device. `entered` alone lets in; `double`: somebody is in already by this ticket; `replaced`: the person
 * registered anew, and the ticket is of the earlier registration; `undone`: the scan was, or has just been, taken back;
 * `too-often`: no more is taken back of one person; `turned-away`: the device let them
 * go long ago, though by now nothing stands against them.
 */
export const outcomes = [
  "entered",
  "double",
  "cancelled",
  "no-seat",
  "replaced",
  "other-activity",
  "forged",
  "unknown",
  "undone",
  "too-often",
  "turned-away",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Those that are kept for the report: somebody known stood at the door with something that lets nobody in. */
export const reported = ["double", "cancelled", "no-seat", "replaced", "turned-away"] as const satisfies readonly Outcome[];
export type Reported = (typeof reported)[number];

/** A ULID that the device made: the same action sent twice does one thing. */
const ActionId = z.string().regex(/^[0-7][0-9a-z]{25}$/);
const Person = z.string().regex(/^[\w-]{22}$/);

export const DoorAction = z
  .object({
    id: ActionId,
    do: z.enum(["enter", "undo"]),
    /** The ticket's code as it was read. */
    code: z.string().max(400).optional(),
    /** Instead of a code: who was found by name or number, or whose entry is taken back. */
    person: Person.optional(),
    /** For `undo`: the action that is taken back; without one, whatever let the person in. */
    of: ActionId.optional(),
    /** When it happened, by the device's clock. */
    at: Instant,
    way: z.enum(ways),
    /** Whether the device let them in. */
    letIn: z.boolean(),
  })
  .refine((action) => (action.do === "enter" ? (action.code ?? action.person) : action.person) !== undefined, {
    path: ["code"],
    params: {
      words: {
        "zh-CN": "“凭证”：请给出扫到的凭证内容，或 person。",
        en: "Ticket: give the code that was read, or the person.",
      },
    },
  });
export type DoorAction = z.infer<typeof DoorAction>;

export const SyncScans = z.object({
  activityId: z.string().max(40),
  device: labelled(line(40), "设备名称", "Device"),
  actions: z.array(DoorAction).min(1).max(100),
});

/** What a list of tickets says of one: 0 holds a seat, 1 waits for one, 2 cancelled. */
export const seatStates = { seated: 0, waiting: 1, cancelled: 2 } as const;

/** Parts that a list of tickets can be asked for in. */
export const ticketParts = 4;

/** Hours after the end of an activity for which its door stays open, and a device keeps its list. */
export const hoursAfterEnd = 24;

/** Seconds for which somebody whom a device did not let in may still stand there. */
export const patience = 15;

export const notOverYet = reason(
  "certificate.not-over",
  "conflict",
  "活动结束后才能下载参会证明，请在结束后再打开这个链接。",
  "The certificate can be had once the event is over. Open this link again then.",
);
export const notAttended = reason(
  "certificate.not-attended",
  "conflict",
  "没有您在这次活动的签到记录，不能出具参会证明。如确实到场，请联系主办方补录。",
  "There is no record of your check-in at this event. If you were there, ask the organiser to enter it.",
);
export const certificateUnknown = reason(
  "certificate.unknown",
  "not-found",
  "核对不到这份证明：链接不完整，或证明已失效。请重新扫描证明上的二维码。",
  "This certificate cannot be confirmed: the link is incomplete, or the certificate is no longer valid. Scan its code again.",
);
