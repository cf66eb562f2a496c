import * as z from "zod";
import { type Digest, type DigestLine, findDigest, listDue, settleDigest, takeLines } from "../digest/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { MailPending } from "../platform/mail/record.ts";
import { ConditionFailed } from "../platform/table.ts";
import { dayOf } from "../platform/time.ts";
import { type Party, partyOf } from "./contact-of.ts";
import { digestLetter } from "./digest-letter.ts";
import { type FitRecord, Fits, newFits } from "./fit-entity.ts";

/** Lines of one mail; the others come the next day. */
const mostLines = 10;
/** Days for which a pair waits for somebody to tell: a need may be under review again, a patent may get a contact. */
const waitDays = 30;
const day = 86_400_000;

type Fit = FitRecord & Stored;

/** Both sides of a pair as the owner of one reads them: their own, and what of the other is public. */
export interface Told {
  readonly own: Party;
  readonly other: Party;
}

/**
 * Tells the owners of needs and offers what was found for them: one mail a day and person, each pair once, whoever runs this and wherever it crashes. What was
 * taken for a mail and may not have gone goes first.
 */
export const sendDigests = command({
  input: z.object({ milliseconds: z.number(), silence: z.number() }),
  access: "system",
  async run(ctx, { milliseconds, silence }): Promise<{ sent: number }> {
    const until = ctx.now().getTime() + milliseconds;
    const late = () => ctx.now().getTime() >= until;
    let sent = 0;
    for (const digest of (await listDue(ctx)).items) {
      const now = await findDigest(ctx, digest.person);
      if (now?.status === "due" && (await deliver(ctx, now, silence))) sent++;
      if (late()) return { sent };
    }
    for (const [person, fits] of await gathered(ctx)) {
      const digest = await taken(ctx, person, fits);
      if (digest && (await deliver(ctx, digest, silence))) sent++;
      if (late()) break;
    }
    return { sent };
  },
});

const readPair = async (ctx: Ctx, line: DigestLine): Promise<Told | undefined> => {
  const [own, other] = await Promise.all([
    partyOf(ctx, line, line.side),
    partyOf(ctx, line, line.side === "need" ? "offer" : "need"),
  ]);
  return own && other && own.email !== other.email ? { own, other } : undefined;
};

/** What is to be told, by person, the oldest first. */
async function gathered(ctx: Ctx): Promise<Map<string, Fit[]>> {
  const found = new Map<string, Fit[]>();
  const old = new Date(ctx.now().getTime() - waitDays * day).toISOString();
  let cursor: string | undefined;
  do {
    const page = await Fits.list(ctx, { index: "byState", pk: newFits, limit: 200, cursor });
    for (const fit of page.items) {
      const pair = await readPair(ctx, fit);
      const person = pair && ctx.keys.digest("person", pair.own.email);
      if (person) found.set(person, [...(found.get(person) ?? []), fit]);
      else if (fit.foundAt < old) await leave(ctx, fit);
    }
    cursor = page.cursor;
  } while (cursor);
  return found;
}

async function leave(ctx: Ctx, fit: Fit): Promise<void> {
  try {
    await ctx.table.write([Fits.change(ctx, fit, { status: "gone" })], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Takes lines for today's mail; nothing where there was one today, or the last has not gone yet. */
async function taken(ctx: Ctx, person: string, fits: readonly Fit[]): Promise<Digest | undefined> {
  const today = dayOf(ctx.now());
  const was = await findDigest(ctx, person);
  if (was?.off) {
    for (const fit of fits) await leave(ctx, fit);
    return undefined;
  }
  if (was?.status === "due" || was?.day === today) return undefined;
  const chosen = fits.slice(0, mostLines);
  const lines = chosen.map(({ demandId, offerId, side }) => ({ demandId, offerId, side }));
  const marks = chosen.map((fit) => Fits.change(ctx, fit, { status: "told" }));
  return takeLines(ctx, was, { person, day: today, lines }, marks);
}

/** Sends what was taken, once: its key is the person and the day. Nothing to somebody who has switched it off, or who is erased. */
async function deliver(ctx: Ctx, digest: Digest, silence: number): Promise<boolean> {
  const { person, lines, off } = digest;
  const pairs = (await Promise.all(lines.map((line) => readPair(ctx, line)))).flatMap((pair) =>
    pair && ctx.keys.verify("person", pair.own.email, person) ? [pair] : [],
  );
  let went = false;
  if (pairs.length && !off)
    try {
      const template = "match-digest";
      await sendOnce(ctx, {
        key: `${template}-${person}-${digest.day}`,
        template,
        message: digestLetter(ctx, person, pairs),
        silence,
      });
      went = true;
    } catch (error) {
      // It stays due: the next call sends it, or learns that it went.
      if (error instanceof MailPending || error instanceof MailDeferred) return false;
      throw error;
    }
  await settleDigest(ctx, digest);
  return went;
}
