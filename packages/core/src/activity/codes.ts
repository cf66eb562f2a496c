import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, tooBusy } from "../platform/error.ts";
import { Instant, labelled, Paging } from "../platform/schema.ts";
import { ConditionFailed } from "../platform/table.ts";
import { knows } from "./admit.ts";
import { Code, type CodeRecord, codesOf, openCodes, Seats } from "./entity.ts";
import { fullQuotas, planOf } from "./policy.ts";
import { activityMissing, Code as CodeText, codeSpent, codeTaken, notEnoughSeats, ticketMissing, whole } from "./schema.ts";
import { partOf } from "./scope.ts";
import { count } from "./seats.ts";

const CodeInput = z.object({
  activityId: z.string().max(40),
  code: labelled(CodeText.pipe(z.string().min(4)), "邀请码", "Code", {
    "zh-CN": "4 至 24 位字母或数字。",
    en: "4 to 24 letters or digits.",
  }),
  ticket: labelled(z.string().max(12), "票种", "Ticket type"),
  uses: labelled(z.int().min(1).max(10_000), "可用次数", "How often it may be used"),
  holds: labelled(z.boolean().default(false), "预留名额", "Holds that many seats"),
  until: labelled(Instant.optional(), "有效期至（选填）", "Valid until (optional)"),
});

/**
 * Makes an invitation code for one ticket type. One that holds seats counts them as taken at once, so that nobody else gets them.
 * @throws DomainError `activity.ticket-missing`, `activity.code-taken`, `activity.not-enough-seats`
 */
export const createCode = command({
  input: CodeInput,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, ...input }): Promise<void> {
    const record: CodeRecord = { activityId, ...input, used: 0 };
    for (let attempt = 0; attempt < 10; attempt++) {
      const seats = await Seats.get(ctx, { activityId }, activityMissing);
      if (!seats.tickets || !knows(seats, input.ticket)) throw new DomainError(ticketMissing);
      const { uses, holds, ticket } = input;
      const sizes: [string, string, number][] = [whole, ...planOf(seats, ticket).quotas].map((id) =>
        id === whole ? ["taken", "capacity", seats.capacity] : [`taken_${id}`, `size_${id}`, seats[`size_${id}`] ?? 0],
      );
      if (holds) {
        const wanted = { ...seats, ...Object.fromEntries(sizes.map(([, size, n]) => [size, n - uses + 1])) };
        if (fullQuotas(wanted, ticket).length) throw new DomainError(notEnoughSeats, { params: { count: uses } });
      }
      const room = sizes.map(([taken, size]) => ({
        condition: `#${taken} <= :room_${taken} AND #${size} = :${size}`,
        values: Object.fromEntries(
          sizes.flatMap(([t, s, n]) => [
            [`:room_${t}`, n - uses],
            [`:${s}`, n],
          ]),
        ),
      }));
      try {
        await ctx.table.write(
          [Code.create(ctx, record), holds ? count(ctx, seats, ticket, { seat: uses }, ...room) : count(ctx, seats, ticket, {})],
          ctx.newId("tok").slice(4),
        );
        return;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed.has(0)) throw new DomainError(codeTaken);
      }
    }
    throw new DomainError(tooBusy);
  },
});

const CodeNamed = z.object({ activityId: z.string().max(40), code: z.string().max(24), version: z.int() });

/** Ends a code: the seats that it still holds are free again. Those who used it keep theirs. */
export const endCode = command({
  input: CodeNamed,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, code, version }): Promise<void> {
    const found = await Code.get(ctx, { activityId, code }, codeSpent);
    if (found.endedAt) return;
    if (found.version !== version) throw new DomainError(changedMeanwhile);
    await end(ctx, found);
  },
});

async function end(ctx: Ctx, code: CodeRecord & Stored): Promise<void> {
  const ended = Code.change(ctx, code, { endedAt: ctx.now().toISOString() });
  const held = code.holds ? code.uses - code.used : 0;
  if (held === 0) return save(ctx, ended);
  for (let attempt = 0; attempt < 10; attempt++) {
    const seats = await Seats.get(ctx, code, activityMissing);
    try {
      await ctx.table.write([ended, count(ctx, seats, code.ticket, { seat: -held })], ctx.newId("tok").slice(4));
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0)) throw new DomainError(changedMeanwhile);
    }
  }
  throw new DomainError(tooBusy);
}

/** Ends the codes whose time is over; the freed seats go to the queue by the event that this makes. */
export const expireCodes = command({
  input: z.object({}),
  access: "system",
  async run(ctx): Promise<{ expired: number }> {
    let expired = 0;
    let cursor: string | undefined;
    do {
      const between = ["0", `${ctx.now().toISOString()}#~`] as const;
      const page = await Code.list(ctx, { index: "byState", pk: openCodes, between, limit: 100, cursor });
      for (const code of page.items)
        try {
          await end(ctx, code);
          expired++;
        } catch (error) {
          // Used or ended since the index was read: the next minute sees it as it is.
          if (!(error instanceof DomainError)) throw error;
        }
      cursor = page.cursor;
    } while (cursor);
    return { expired };
  },
});

export const listCodes = command({
  input: Paging.extend({ activityId: z.string().max(40) }),
  access: ["organiser"],
  scope: partOf,
  run: (ctx, { activityId, ...paging }): Promise<Page<CodeRecord & Stored>> =>
    Code.list(ctx, { pk: codesOf(activityId), ...paging }),
});
