import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Digests } from "./entity.ts";
import { ByDigestToken, digestMissing } from "./schema.ts";

/** The secret part of the link that switches the mails off. Holds no address, and never expires. */
export const digestToken = (ctx: Ctx, person: string): string => `${person}.${ctx.keys.digest("match-digest", person)}`;

/** The page on which they are switched off and on. */
export const digestPage = (ctx: Ctx, person: string): string => `/my/matches/notices/${digestToken(ctx, person)}`;

function personOf(ctx: Ctx, token: string): string {
  const [person, secret, ...rest] = token.split(".");
  if (!person || !secret || rest.length || !ctx.keys.verify("match-digest", person, secret)) throw new DomainError(digestMissing);
  return person;
}

/** Whether mails about new matches go to the holder of the link. Only reads. */
export const seeDigest = command({
  input: ByDigestToken,
  access: "public",
  run: async (ctx, { token }): Promise<{ on: boolean }> => ({
    on: !(await Digests.find(ctx, { person: personOf(ctx, token) }))?.off,
  }),
});

/** Stops them at once; what is taken and not yet sent is not sent either. Doing it twice changes nothing. */
export const stopDigest = command({
  input: ByDigestToken,
  access: "public",
  run: (ctx, { token }) => put(ctx, personOf(ctx, token), ctx.now().toISOString()),
});

/** Has them come again. */
export const startDigest = command({
  input: ByDigestToken,
  access: "public",
  run: (ctx, { token }) => put(ctx, personOf(ctx, token), undefined),
});

async function put(ctx: Ctx, person: string, off: string | undefined): Promise<{ on: boolean }> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const was = await Digests.find(ctx, { person });
    if (Boolean(was?.off) === Boolean(off)) return { on: !off };
    const write = was ? Digests.change(ctx, was, { off }) : Digests.create(ctx, { person, off, lines: [], status: "idle" });
    try {
      await ctx.table.write([write], "");
      return { on: !off };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}
