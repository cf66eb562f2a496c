import * as z from "zod";
import { listOf, Time } from "../platform/answer-schema.ts";

const Role = z.enum(["administrator", "organiser", "editor", "reviewer", "jury", "check-in", "broker", "auditor"]);
const Grant = z
  .object({ role: Role, activities: listOf(z.string()), chains: listOf(z.string()) })
  .describe("A role, and where it holds; everywhere where nothing is said.");

export const SignedIn = z
  .object({ staffId: z.string(), name: z.string(), roles: listOf(Role), scoped: listOf(Grant) })
  .meta({ id: "SignedIn", description: "Who is signed in." });

export const Opened = z.object({ needsPasskey: z.boolean().describe("A passkey has to be made before anything else.") });
export const LinkAsked = z.object({ minutes: z.int().describe("How long the link holds. The same for every address.") });

export const MemberView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    grants: listOf(Grant),
    status: z.enum(["invited", "active", "disabled"]),
    passkeys: z.int(),
    createdAt: Time,
    recovery: z.object({ askedBy: z.string(), at: Time, confirmedAt: Time.optional() }).optional(),
    version: z.int(),
  })
  .meta({ id: "MemberView", description: "A member of staff as administrators see it." });
export const Members = z.object({ items: listOf(MemberView) });

export const Myself = z
  .object({
    name: z.string(),
    email: z.string(),
    passkeys: listOf(
      z.object({
        id: z.string(),
        name: z.string(),
        synced: z.boolean(),
        createdAt: Time,
        lastUsedAt: Time.optional(),
        blocked: z.boolean(),
      }),
    ),
    sessions: listOf(z.object({ id: z.string(), device: z.string(), createdAt: Time, lastSeenAt: Time, current: z.boolean() })),
  })
  .meta({ id: "Myself", description: "One's own ways in." });

/** What a browser's WebAuthn takes, as its standard says it. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export const Ended = z.object({ ended: z.int() });
