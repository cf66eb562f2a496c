import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { giveConsent, isInForce, withdrawConsent } from "../consent/index.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { written } from "../platform/text.ts";
import { KnownChains } from "./content.ts";
import { Talent, type TalentRecord } from "./entity.ts";
import { leave } from "./leave.ts";
import { talentLink } from "./link.ts";
import { isPublic } from "./policy.ts";
import { ChangeTalent, type TalentDetail, type TalentStatus, talentChoices, talentLeft, talentStep } from "./schema.ts";
import { toDetail } from "./views.ts";

const Token = z.object({ token: z.string().max(200) });

/** What the holder of the secret link sees. */
export const seeTalent = command({
  input: Token,
  access: "public",
  run: async (ctx, { token }): Promise<TalentDetail & { isPublic: boolean }> => {
    const talent = await talentLink.open(ctx, token);
    return { ...toDetail(talent), isPublic: isPublic(talent) };
  },
});

/** Changes what the profile says. What was approved is reviewed again, unless only the telephone number differs. */
export const changeTalent = command({
  input: ChangeTalent.extend({ chains: KnownChains }),
  access: "public",
  async run(ctx, { token, version, introduction, locale, ...fields }): Promise<{ status: TalentStatus }> {
    const talent = await talentLink.open(ctx, token);
    if (talent.status === "withdrawn") throw new DomainError(talentLeft);
    if (talent.status === "declined") throw new DomainError(talentStep);
    if (talent.version !== version) throw new DomainError(changedMeanwhile);
    const patch = { ...fields, introduction: written(introduction, talent.locale) };
    const reviewed: Partial<TalentRecord> =
      talent.status === "approved" && !saysTheSame(talent, patch) ? { status: "applied", since: ctx.now().toISOString() } : {};
    await save(ctx, Talent.change(ctx, talent, { ...patch, locale: talent.locale, ...reviewed }));
    return { status: reviewed.status ?? talent.status };
  },
});

const saysTheSame = (a: Partial<TalentRecord>, b: Partial<TalentRecord>) =>
  (["name", "organisation", "title", "expertise", "chains", "introduction"] as const).every((field) =>
    isDeepStrictEqual(a[field], b[field]),
  );

/** Opts in or out of the public profile or of the exchange. Binds at once; doing it twice changes nothing. */
export const chooseTalentConsent = command({
  input: Token.extend({ purpose: z.enum(talentChoices), given: z.boolean() }),
  access: "public",
  async run(ctx, { token, purpose, given }): Promise<{ given: boolean }> {
    const talent = await talentLink.open(ctx, token);
    if (talent.status === "withdrawn") throw new DomainError(talentLeft);
    if (isInForce(talent.consents, purpose) !== given) {
      const { consents: all } = talent;
      const consents = given ? giveConsent(ctx, all, purpose, "link") : withdrawConsent(ctx, all, purpose);
      await save(ctx, Talent.change(ctx, talent, { consents }));
    }
    return { given };
  },
});

/** Leaves the pool: see `leave.ts` for what is kept. Doing it twice changes nothing. */
export const leaveTalents = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<{ status: TalentStatus }> {
    const talent = await talentLink.open(ctx, token);
    if (talent.status !== "withdrawn") await leave(ctx, talent);
    return { status: "withdrawn" };
  },
});
