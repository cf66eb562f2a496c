import { createHash } from "node:crypto";
import { createCase, getCase } from "../cases/index.ts";
import { readDemand } from "../demand/index.ts";
import { Pair } from "../matching/deal-schema.ts";
import { readDeal } from "../matching/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { fill, type Locale, say, type Words } from "../platform/text.ts";
import { formatDay } from "../platform/time.ts";
import { readProject } from "../project/index.ts";
import { readTalent } from "../talent/index.ts";
import { notAgreed } from "./schema.ts";
import { ways, words } from "./words.ts";

const day = 86_400_000;

/**
 * Makes a draft of a case from an agreement: the need as the public reads it, what answered it, the kind of agreement and how long it took. Never
 * an amount, a name of a person, or what is a trade secret. Pressing twice makes one draft. For organisers of everything, as all writing of cases is.
 * @throws DomainError `matching.not-found`, `outcome.not-agreed`
 */
export const draftDealCase = command({
  input: Pair,
  access: ["organiser"],
  async run(ctx, pair): Promise<{ id: string }> {
    const { conversion, history, kind, chain, related, demandTitle } = await readDeal(ctx, pair);
    if (!conversion) throw new DomainError(notAgreed);
    const { demandId, offerId } = pair;
    const [demand, project, talent] = await Promise.all([
      publicly(() => readDemand(ctx, { demandId })),
      kind === "project" ? publicly(() => readProject(ctx, { projectId: offerId })) : undefined,
      kind === "talent" ? publicly(() => readTalent(ctx, { talentId: offerId })) : undefined,
    ]);
    const days = history.map(({ at }) => at.slice(0, 10)).sort();
    const took = Math.round((Date.parse(conversion.on) - Date.parse(days[0] ?? conversion.on)) / day);
    const inBoth = (make: (locale: Locale) => string) => ({ "zh-CN": make("zh-CN"), en: make("en") });
    const told = (text: Words, locale: Locale) =>
      fill(text[locale], {
        need: say(demandTitle, locale),
        way: ways[conversion.way][locale],
        on: formatDay(conversion.on, locale),
        offer: project ? say(project.title, locale) : words[`offer-${kind}`][locale],
      });
    const bodyOf = (locale: Locale) =>
      [
        told(words.dealLead, locale),
        `## ${words.dealNeed[locale]}`,
        say(demand?.problem ?? demand?.scenario ?? demandTitle, locale),
        ...(project ? [`## ${words.dealOffer[locale]}`, say(project.advantage ?? project.problem, locale)] : []),
        `## ${words.next[locale]}`,
        told(related ? words.dealRelated : words.dealNext, locale),
      ].join("\n\n");
    const id = `cas_${createHash("sha256").update(`deal ${demandId} ${offerId}`).digest("hex").slice(0, 26)}`;
    const draft = {
      id,
      title: inBoth((locale) => told(words.dealTitle, locale).slice(0, 120)),
      summary: inBoth((locale) => told(words.dealSummary, locale).slice(0, 300)),
      body: inBoth(bodyOf),
      chains: [chain],
      measures: [{ label: words.dealTook, value: String(Math.max(0, took)) }],
      links: {
        activities: [],
        projects: project ? [offerId] : [],
        demands: demand ? [demandId] : [],
        talents: talent ? [offerId] : [],
      },
    };
    await createOnce(ctx, id, draft);
    return { id };
  },
});

/** What the public may read; nothing where that is nothing. */
async function publicly<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
}

/** A draft that was made before, and that somebody has written on since, is the one to go on with. */
export async function createOnce(ctx: Ctx, id: string, draft: object): Promise<void> {
  try {
    await createCase(ctx, draft as Parameters<typeof createCase>[1]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason) throw error;
    await getCase(ctx, { caseId: id });
  }
}
