import * as z from "zod";
import { withdrawConsent } from "../consent/index.ts";
import { command, parse } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { refuseStateSecret, saysStateSecret } from "../platform/state-secret.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { content, toDetail } from "./content.ts";
import { refusePastDeadline } from "./deadline.ts";
import { Demand, type DemandRecord } from "./entity.ts";
import { demandLink } from "./link.ts";
import { mayChange, mayStep } from "./policy.ts";
import { ChangeDemand, type DemandDetail, type DemandStatus, demandStep, stateSecret } from "./schema.ts";

const Token = z.object({ token: z.string().max(200) });
const Changed = ChangeDemand.safeExtend({ chain: KnownChain });

/** What the holder of the secret link sees: all but a word of the staff on its outcome that is for them alone. */
export const seeDemand = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<DemandDetail> {
    // What staff do with it, and with which offer, is theirs.
    const { batch, proposal, movedFor, decidedAt, ...demand } = toDetail(await demandLink.open(ctx, token));
    return demand.outcome?.shown || demand.closedBy === "enterprise" ? demand : { ...demand, outcome: undefined };
  },
});

/**
 * Changes what a need says while it is under review or looks for somebody; after a request for changes, and when it was listed, it is submitted
 * again, and a listed one's page goes away until it is reviewed. Whoever now says 涉密 is refused, and what was entered before is taken out of the
 * record at once.
 * @throws DomainError `demand.link`, `demand.step`, `record.changed`, `demand.state-secret`, `input.invalid`
 */
export const changeDemand = command({
  input: Changed,
  access: "public",
  async before(ctx, input) {
    if (!saysStateSecret(input)) return refusePastDeadline(ctx, Changed, input);
    const { token } = parse(Token, { token: input.token });
    const demand = await demandLink.open(ctx, token);
    if (mayChange(demand)) await close(ctx, demand, emptied);
    throw refuseStateSecret(ctx, stateSecret);
  },
  async run(ctx, { token, version, ...filled }): Promise<{ status: DemandStatus }> {
    const demand = await demandLink.open(ctx, token);
    if (!mayChange(demand)) throw new DomainError(demandStep);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    const again = demand.status !== "submitted";
    const now = ctx.now().toISOString();
    const sent: Partial<DemandRecord> = again ? { status: "submitted", since: now, submittedAt: now, remark: undefined } : {};
    await save(ctx, Demand.change(ctx, demand, { ...content(filled, demand.contact.email), ...sent }));
    return { status: "submitted" };
  },
});

const emptied = {
  title: { "zh-CN": "" },
  problem: { "zh-CN": "" },
  scenario: undefined,
  effect: undefined,
  indicators: [],
} satisfies Partial<DemandRecord>;

/** Withdraws by the secret link: a listed need's page goes away. Doing it twice changes nothing. */
export const withdrawOwnDemand = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<{ status: DemandStatus }> {
    const demand = await demandLink.open(ctx, token);
    if (demand.status === "withdrawn") return { status: "withdrawn" };
    if (!mayStep(demand.status, "withdrawn")) throw new DomainError(demandStep);
    await close(ctx, demand, {});
    return { status: "withdrawn" };
  },
});

function close(ctx: Ctx, demand: DemandRecord & Stored, patch: Partial<DemandRecord>): Promise<void> {
  const [consent = demand.consent] = withdrawConsent(ctx, [demand.consent]);
  const since = ctx.now().toISOString();
  return save(ctx, Demand.change(ctx, demand, { ...patch, status: "withdrawn", since, remark: undefined, consent }));
}
