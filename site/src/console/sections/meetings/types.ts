import type { Desk, PersonRow as Person } from "@lingxi/core/meeting/answer-schema";
import type * as z from "zod";

export type DeskData = z.infer<typeof Desk>;
export type PersonRow = z.infer<typeof Person>;
export type DeskRow = DeskData["rows"][number];
