import { write } from "../notes.ts";

export const schedule = "rate(1 minute)";
export const handler = (event: { "detail-type": string }) => write("tick", event["detail-type"]);
