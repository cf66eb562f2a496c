import * as z from "zod";
import { type Role, roles, type ScopedRole } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { viewOfSession } from "../platform/sign-in/session.ts";
import { Members } from "./entity.ts";
import { passkeysIn, viewOfPasskey } from "./passkeys.ts";
import { nameOf } from "./policy.ts";
import { memberMissing, type PasskeyView, type SessionView } from "./schema.ts";
import { staffSessions } from "./session.ts";
import { own } from "./sessions.ts";

/** Who is signed in, as the console needs it with every start. */
export interface SignedIn {
  readonly staffId: string;
  readonly name: string;
  /** Those that hold everywhere. */
  readonly roles: readonly Role[];
  readonly scoped: readonly ScopedRole[];
  /** They may do nothing before they have made a passkey. */
  readonly needsPasskey: boolean;
}

export const whoAmI = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  unproved: true,
  async run({ actor }): Promise<SignedIn> {
    const { id = "", roles: held = [], scoped = [], name = "", unproved = false } = actor.kind === "staff" ? actor : {};
    return { staffId: id, name, roles: held, scoped, needsPasskey: unproved };
  },
});

/** One's own name and address, passkeys and sessions; `current` names the session that asks. */
export const readMyself = command({
  input: z.object({ current: z.string().max(60).optional() }),
  access: roles,
  scope: "itself",
  unproved: true,
  async run(ctx, { current }): Promise<Myself> {
    const id = own(ctx);
    const [member, passkeys, sessions] = await Promise.all([
      Members.get(ctx, { id }, memberMissing),
      passkeysIn(ctx, id),
      staffSessions.opened(ctx, id),
    ]);
    return {
      name: nameOf(member),
      email: member.contact.email,
      passkeys: passkeys.map(viewOfPasskey),
      sessions: sessions.map((one) => viewOfSession(one, current)),
    };
  },
});

export interface Myself {
  readonly name: string;
  readonly email: string;
  readonly passkeys: readonly PasskeyView[];
  readonly sessions: readonly SessionView[];
}
