import { randomBytes } from "node:crypto";
import * as z from "zod";
import { roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Sessions, SignInLinks } from "./entity.ts";
import { linkSpent } from "./schema.ts";
import { digestOf, type SignedIn } from "./session.ts";

const linkMinutes = 10;
const sessionHours = 12;

const newSecret = () => randomBytes(32).toString("base64url");
const later = (ctx: Ctx, minutes: number) => new Date(ctx.now().getTime() + minutes * 60_000).toISOString();

/** Makes a link that signs one member of staff in, once, within ten minutes. @returns the secret, which is not kept. */
export const issueSignInLink = command({
  input: z.object({ staffId: z.string().max(60), name: z.string().max(100), roles: z.array(z.enum(roles)).min(1) }),
  access: ["administrator"],
  async run(ctx, who): Promise<{ token: string; expiresOn: string }> {
    const token = newSecret();
    const expiresOn = later(ctx, linkMinutes);
    await ctx.table.write([SignInLinks.create(ctx, { ...who, digest: digestOf(token), expiresOn })], "");
    return { token, expiresOn };
  },
});

/** Spends a sign-in link and opens a session. @throws DomainError `identity.link-spent` for any link that does not count, without saying why. */
export const signIn = command({
  input: z.object({ token: z.string().max(100) }),
  access: "public",
  async run(ctx, { token }): Promise<SignedIn & { secret: string; expiresOn: string }> {
    const now = ctx.now().toISOString();
    const link = await SignInLinks.find(ctx, { digest: digestOf(token) });
    if (!link || link.spentAt || link.expiresOn <= now) throw new DomainError(linkSpent);
    const secret = newSecret();
    const { staffId, name, roles: granted } = link;
    const expiresOn = later(ctx, sessionHours * 60);
    try {
      await ctx.table.write(
        [
          SignInLinks.change(ctx, link, { spentAt: now }),
          Sessions.create(ctx, { digest: digestOf(secret), staffId, name, roles: granted, expiresOn }),
        ],
        ctx.newId("tok").slice(4),
      );
    } catch (error) {
      if (error instanceof ConditionFailed) throw new DomainError(linkSpent);
      throw error;
    }
    return { staffId, name, roles: granted, secret, expiresOn };
  },
});
