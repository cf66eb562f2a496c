import * as z from "zod";
import { changeNow } from "../platform/change-now.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { dayOf } from "../platform/time.ts";
import { CloseOwn } from "./clock-schema.ts";
import { Demand } from "./entity.ts";
import { demandLink } from "./link.ts";
import { looks, reviewDay } from "./policy.ts";
import { type DemandState, demandStep } from "./schema.ts";
import { stillLooking } from "./still-looking.ts";

/**
 * The enterprise says that its need still stands: the next review is a whole interval away. Saying so twice in a day changes nothing.
 * @throws DomainError `demand.link`, `demand.step` for one that is closed or not listed, `record.changed`
 */
export const confirmDemand = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<{ reviewOn: string }> {
    const { id } = await demandLink.open(ctx, token);
    const demand = await changeNow(ctx, Demand, { id }, (now) => {
      if (!looks(now)) throw new DomainError(demandStep);
      const said = stillLooking(ctx);
      const today = now.confirmedAt && dayOf(new Date(now.confirmedAt)) === dayOf(ctx.now());
      return today && !now.stale && reviewDay(now) >= (said.reviewOn ?? "") ? undefined : said;
    });
    if (!demand) throw new DomainError(demandStep);
    return { reviewOn: reviewDay(demand) };
  },
});

/**
 * The enterprise closes its need, solved or not, with the reason. Its words go to the staff; they are never public by themselves.
 * @throws DomainError `demand.link`, `demand.step`, `record.changed`, `input.invalid`
 */
export const closeOwnDemand = command({
  input: CloseOwn,
  access: "public",
  async run(ctx, { token, version, state, why, note }): Promise<{ state: DemandState }> {
    const demand = await demandLink.open(ctx, token);
    // The same form sent again.
    if (demand.closedBy === "enterprise" && demand.state === state && demand.version === version + 1) return { state };
    if (!looks(demand)) throw new DomainError(demandStep);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    const outcome = note ? { text: { "zh-CN": note, ...(demand.locale === "en" ? { en: note } : {}) }, shown: false } : undefined;
    const ended = { closedBy: "enterprise", why: state === "unsolved" ? why : undefined, stale: undefined } as const;
    const now = ctx.now().toISOString();
    const decided = { proposal: undefined, movedFor: undefined, decidedAt: now };
    await save(ctx, Demand.change(ctx, demand, { state, stateSince: now, outcome, ...decided, ...ended }));
    return { state };
  },
});
