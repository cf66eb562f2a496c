import * as z from "zod";
import { roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { labelled, line } from "../platform/schema.ts";
import { digestOf } from "../platform/sign-in/secret.ts";
import { answered, ask, relyingParty } from "./ceremony.ts";
import { Members, type PasskeyRecord, Passkeys, passkeysOf } from "./entity.ts";
import { nameOf } from "./policy.ts";
import { lastPasskey, memberMissing, type PasskeyView, passkeyMissing, passkeyNotMade, tooManyPasskeys } from "./schema.ts";
import { ownLately } from "./sessions.ts";

const most = 10;
const server = () => import("@simplewebauthn/server");
type Creation = Awaited<ReturnType<Awaited<ReturnType<typeof server>>["generateRegistrationOptions"]>>;

/** A member's passkeys that were not taken away. */
export async function passkeysIn(ctx: Ctx, memberId: string): Promise<(PasskeyRecord & Stored)[]> {
  const items: (PasskeyRecord & Stored)[] = [];
  let cursor: string | undefined;
  do {
    const page = await Passkeys.list(ctx, { ...passkeysOf(memberId), limit: 100, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items.filter(({ removedAt }) => !removedAt).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

export const viewOfPasskey = (one: PasskeyRecord & Stored): PasskeyView => ({
  id: one.id,
  name: one.name,
  synced: one.multiDevice,
  createdAt: one.createdAt,
  lastUsedAt: one.lastUsedAt,
  blocked: one.blockedAt !== undefined,
});

/** What the browser is asked to make a passkey with. */
export const beginPasskey = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  unproved: true,
  async run(ctx): Promise<Creation> {
    const memberId = ownLately(ctx);
    const member = await Members.get(ctx, { id: memberId }, memberMissing);
    const known = await passkeysIn(ctx, memberId);
    const { generateRegistrationOptions } = await server();
    const party = relyingParty(ctx);
    return generateRegistrationOptions({
      rpID: party.id,
      rpName: party.name,
      userID: new TextEncoder().encode(memberId),
      userName: member.contact.email || nameOf(member),
      userDisplayName: nameOf(member),
      challenge: Buffer.from(await ask(ctx, memberId), "base64url"),
      attestationType: "none",
      excludeCredentials: known.map((one) => ({ id: one.credentialId })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
  },
});

const encoded = z.string().max(20_000);
const Made = z.object({
  name: labelled(line(60), "名称", "Name"),
  response: z.looseObject({
    id: z.string().max(1500),
    rawId: z.string().max(1500),
    type: z.literal("public-key"),
    response: z.looseObject({
      clientDataJSON: encoded,
      attestationObject: encoded,
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
    clientExtensionResults: z.looseObject({}).default({}),
  }),
});

/** Keeps the passkey that the browser made. @throws DomainError `identity.ceremony-over`, `identity.passkey-not-made`, `identity.passkeys-full` */
export const addPasskey = command({
  input: Made,
  access: roles,
  scope: "itself",
  unproved: true,
  async run(ctx, { name, response }): Promise<{ id: string }> {
    const memberId = ownLately(ctx);
    const expectedChallenge = await answered(ctx, response.response.clientDataJSON, memberId);
    const member = await Members.get(ctx, { id: memberId }, memberMissing);
    if ((await passkeysIn(ctx, memberId)).length >= most) throw new DomainError(tooManyPasskeys, { params: { most } });
    const party = relyingParty(ctx);
    const { verifyRegistrationResponse } = await server();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as Parameters<typeof verifyRegistrationResponse>[0]["response"],
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
    }).catch(() => ({ registrationInfo: undefined }));
    if (!registrationInfo) throw new DomainError(passkeyNotMade);
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
    const id = digestOf(credential.id);
    const passkeyAt = ctx.now().toISOString();
    const passkey: PasskeyRecord = {
      id,
      memberId,
      name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      counter: credential.counter,
      transports: credential.transports ?? [],
      multiDevice: credentialDeviceType === "multiDevice",
      backedUp: credentialBackedUp,
    };
    await save(ctx, Passkeys.create(ctx, passkey), Members.change(ctx, member, { passkeys: member.passkeys + 1, passkeyAt }));
    return { id };
  },
});

/** Takes one's own passkey away; the last one that works stays. @throws DomainError `identity.last-passkey`, `identity.passkey-not-found` */
export const removePasskey = command({
  input: z.object({ passkeyId: z.string().max(60) }),
  access: roles,
  scope: "itself",
  async run(ctx, { passkeyId }): Promise<void> {
    const memberId = ownLately(ctx);
    // The member first: of two passkeys that are taken away at once, the second meets a changed member.
    const member = await Members.get(ctx, { id: memberId }, memberMissing);
    const all = await passkeysIn(ctx, memberId);
    const passkey = all.find(({ id }) => id === passkeyId);
    if (!passkey) throw new DomainError(passkeyMissing);
    if (!all.some(({ id, blockedAt }) => id !== passkeyId && !blockedAt)) throw new DomainError(lastPasskey);
    const removedAt = ctx.now().toISOString();
    const passkeys = member.passkeys - 1;
    await save(ctx, Passkeys.change(ctx, passkey, { removedAt }), Members.change(ctx, member, { passkeys }));
  },
});
