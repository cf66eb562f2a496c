import { noteContact } from "@lingxi/core/campaign/reactions";
import { subscriber } from "../subscriber.ts";

/** Keeps contacts, what they did, and who may be the same person, up to date with what happens everywhere. */
export const handler = subscriber("note-contact", (ctx, { name, time, data }) =>
  noteContact(ctx, { name, time, data: data as Record<string, string> }),
);
