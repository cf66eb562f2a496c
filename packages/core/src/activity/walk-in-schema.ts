import { reason } from "../platform/reason.ts";

export const noSeatForWalkIn = reason(
  "activity.no-seat-for-walk-in",
  "conflict",
  "没有空余名额（已占 {taken} / {capacity}），或有人正在候补、等待抽签。确认现场坐得下，请选择“超额登记”。",
  "No seat is free ({taken} of {capacity} taken), or people wait for it or for the draw. If there is room in the hall, confirm that the person comes in all the same.",
);
