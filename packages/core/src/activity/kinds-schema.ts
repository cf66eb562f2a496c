/** 供需路演, 沙龙, 金融对接, 供需对接. */
export const activityKinds = ["roadshow", "salon", "finance", "matchmaking"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** draft → published → cancelled. Whether registration is open follows from the state, the clock and the places. */
export const activityStatuses = ["draft", "published", "cancelled"] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/**
 * confirmed ⇄ cancelled, waitlisted → offered → confirmed; `offered` holds a seat until it expires. Where organisers decide, `requested` comes
 * first and holds none, and `refused` may still be approved.
 */
export const registrationStatuses = ["confirmed", "waitlisted", "offered", "requested", "refused", "cancelled"] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** The ticket type of an activity that names none, and the quota that every seat counts against. */
export const general = "general";
export const whole = "whole";

/** Hours before the start at which people are reminded where nothing else is said, and at most. */
export const usualReminders: readonly number[] = [24];
export const mostReminderHours = 168;
