import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { countUp } from "../platform/limit.ts";
import { digestOf } from "../platform/sign-in/secret.ts";
import { answered, ask, relyingParty } from "./ceremony.ts";
import { Members, type PasskeyRecord, Passkeys } from "./entity.ts";
import { passkeyCopied, passkeyRefused } from "./schema.ts";
import { openSession } from "./session.ts";
import { type Entered, joining } from "./sign-in.ts";

const perSource = { name: "passkey-source", most: 120, seconds: 600 };
const server = () => import("@simplewebauthn/server");
type Request = Awaited<ReturnType<Awaited<ReturnType<typeof server>>["generateAuthenticationOptions"]>>;

/** What the browser is asked to sign in with: any passkey of this site. */
export const beginPasskeySignIn = command({
  input: z.object({}),
  access: "public",
  async run(ctx): Promise<Request> {
    if (ctx.caller) await countUp(ctx, perSource, ctx.caller.source);
    const { generateAuthenticationOptions } = await server();
    return generateAuthenticationOptions({
      rpID: relyingParty(ctx).id,
      challenge: Buffer.from(await ask(ctx), "base64url"),
      userVerification: "required",
    });
  },
});

const encoded = z.string().max(4000);
const Shown = z.object({
  response: z.looseObject({
    id: z.string().max(1500),
    rawId: z.string().max(1500),
    type: z.literal("public-key"),
    response: z.looseObject({
      clientDataJSON: encoded,
      authenticatorData: encoded,
      signature: encoded,
      userHandle: z.string().max(200).optional(),
    }),
    clientExtensionResults: z.looseObject({}).default({}),
  }),
});
type Shown = z.infer<typeof Shown>["response"];

/**
 * Signs in with a passkey.
 * @throws DomainError `identity.ceremony-over`, `identity.passkey-refused`; `identity.passkey-copied` when its counter went backwards, from
 * when on it is blocked
 */
export const signInWithPasskey = command({
  input: Shown,
  access: "public",
  async run(ctx, { response }): Promise<Entered> {
    const expectedChallenge = await answered(ctx, response.response.clientDataJSON);
    const memberId = Buffer.from(response.response.userHandle ?? "", "base64url").toString("utf8");
    const id = digestOf(response.id);
    const [passkey, member] = await Promise.all([Passkeys.find(ctx, { memberId, id }), Members.find(ctx, { id: memberId })]);
    if (!passkey || passkey.removedAt || passkey.blockedAt || !member || member.status === "disabled")
      throw new DomainError(passkeyRefused);
    const info = await verified(ctx, passkey, response, expectedChallenge);
    // What may be copied and what may not is told once, when it is made.
    if (!info || (info.credentialDeviceType === "multiDevice") !== passkey.multiDevice) throw new DomainError(passkeyRefused);
    const { newCounter: counter, credentialBackedUp: backedUp } = info;
    const lastUsedAt = ctx.now().toISOString();
    if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter) {
      // The member's record with it, so that no other passkey is taken away at the same moment as the last one that works.
      await save(ctx, Passkeys.change(ctx, passkey, { blockedAt: lastUsedAt }), Members.change(ctx, member, {}));
      throw new DomainError(passkeyCopied);
    }
    const { write, cookie } = openSession(ctx, member.id, "passkey");
    await save(
      ctx,
      Passkeys.change(ctx, passkey, { counter, backedUp, lastUsedAt }),
      write,
      ...(member.status === "active" ? [] : [Members.change(ctx, member, { status: "active" })]),
      ...(await joining(ctx, member)),
    );
    return { memberId: member.id, cookie, needsPasskey: false };
  },
});

async function verified(ctx: Ctx, passkey: PasskeyRecord & Stored, response: Shown, expectedChallenge: string) {
  const party = relyingParty(ctx);
  const { verifyAuthenticationResponse } = await server();
  try {
    const { verified: holds, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      // Compared by ourselves, since a counter that goes backwards is more than a refusal.
      credential: { id: passkey.credentialId, publicKey: Buffer.from(passkey.publicKey, "base64url"), counter: 0 },
    });
    return holds ? authenticationInfo : undefined;
  } catch {
    return undefined;
  }
}
