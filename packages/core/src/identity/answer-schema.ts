import * as z from "zod";
import { listOf, Time } from "../platform/answer-schema.ts";
import { roles } from "../platform/roles.ts";
import { memberStatuses } from "./schema.ts";

const Role = z.enum(roles);
const Where = { role: Role, activities: listOf(z.string()), chains: listOf(z.string()) };

export const Asked = z.object({ minutes: z.int().describe("How long the link holds, if the address is a member's.") });

export const WhoAmI = z
  .object({
    staffId: z.string(),
    name: z.string(),
    roles: listOf(Role).describe("Those that hold everywhere."),
    scoped: listOf(z.object(Where)).describe("Those that hold for these activities and chains only."),
    needsPasskey: z.boolean().describe("They may do nothing before they have made a passkey."),
  })
  .meta({ id: "WhoAmI", description: "Who is signed in." });

export const Member = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    grants: z.array(z.object({ role: Role, activities: z.array(z.string()), chains: z.array(z.string()) })),
    status: z.enum(memberStatuses),
    passkeys: z.int(),
    createdAt: Time,
    withoutPasskey: z.object({ by: z.string(), at: Time, note: z.string() }).optional().describe("They work by links alone."),
    recovery: z.object({ askedBy: z.string(), at: Time, confirmedAt: Time.optional() }).optional(),
    version: z.int(),
  })
  .meta({ id: "Member", description: "A member of staff." });
export const AllMembers = z.object({ items: z.array(Member) });

const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  synced: z.boolean().describe("Its maker's service copies it to other devices."),
  createdAt: Time,
  lastUsedAt: Time.optional(),
  blocked: z.boolean(),
});
const Session = z.object({
  id: z.string(),
  device: z.string(),
  createdAt: Time,
  lastSeenAt: Time,
  current: z.boolean(),
});
export const Mine = z
  .object({ name: z.string(), email: z.string(), passkeys: listOf(Passkey), sessions: listOf(Session) })
  .meta({ id: "Mine", description: "One's own passkeys and sessions." });

export const Ended = z.object({ ended: z.int() });

/** Options of WebAuthn, as browsers take them. */
const challenge = z.string();
export const CreationOptions = z
  .looseObject({ challenge, user: z.looseObject({ id: z.string() }) })
  .describe("PublicKeyCredentialCreationOptionsJSON (WebAuthn level 3)");
export const RequestOptions = z.looseObject({ challenge }).describe("PublicKeyCredentialRequestOptionsJSON (WebAuthn level 3)");
