import type { Words } from "../platform/text.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What may be told to the outside: the event's words, and the ids that go with it. Nothing of a person goes, not even a digest. */
export const hookEvents = {
  "activity.changed": { label: w("活动发布或有变更", "An activity was published or changed"), ids: ["activityId"] },
  "activity.moved": { label: w("活动时间、地点或名称变更", "An activity has another time, place or name"), ids: ["activityId"] },
  "activity.called-off": { label: w("活动取消", "An activity was called off"), ids: ["activityId"] },
  "activity.registration-confirmed": {
    label: w("报名确认", "A registration was confirmed"),
    ids: ["activityId", "registrationId"],
  },
  "activity.registration-waitlisted": {
    label: w("报名进入候补", "A registration waits for a seat"),
    ids: ["activityId", "registrationId"],
  },
  "activity.registration-requested": {
    label: w("报名待审核", "A registration waits for approval"),
    ids: ["activityId", "registrationId"],
  },
  "activity.registration-cancelled": {
    label: w("报名取消", "A registration was cancelled"),
    ids: ["activityId", "registrationId"],
  },
  "activity.seat-offered": { label: w("候补获得名额", "A seat was offered"), ids: ["activityId", "registrationId"] },
  "project.changed": { label: w("项目挂牌或有变更", "A project was listed or changed"), ids: ["projectId"] },
  "demand.changed": { label: w("需求公开或有变更", "A need was published or changed"), ids: ["demandId"] },
  "case.changed": { label: w("案例发布或有变更", "A case was published or changed"), ids: ["caseId"] },
} as const satisfies Record<string, { label: Words; ids: readonly string[] }>;
export type HookEvent = keyof typeof hookEvents;
export const hookEventNames = Object.keys(hookEvents) as [HookEvent, ...HookEvent[]];

/** What the test sends. */
export const testEvent = "webhook.test";

/** active ⇄ paused (by somebody) | disabled (by the product, after failures) → active; removed for good. */
export const webhookStatuses = ["active", "paused", "disabled", "removed"] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];
/** `failing`: nothing got through for as long as one message was tried; `gone`: the receiver said 410. */
export const disabledReasons = ["failing", "gone"] as const;
export type DisabledBecause = (typeof disabledReasons)[number];

/** waiting → delivered | given-up | stopped (its webhook was not active when it was due). Sending again makes it `waiting`. */
export const deliveryStatuses = ["waiting", "delivered", "given-up", "stopped"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Why a call got no answer. */
export const callTroubles = ["private", "unresolved", "refused", "timeout", "tls"] as const;
