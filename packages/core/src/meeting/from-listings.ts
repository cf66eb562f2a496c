import { listedDemandsOf } from "../demand/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { type Locale, say } from "../platform/text.ts";
import { listedProjectsOf } from "../project/reactions.ts";

/** What a profile may begin with: what somebody has listed already, as the public reads it. */
export interface Proposal {
  readonly brings?: string | undefined;
  readonly seeks?: string | undefined;
  readonly chains: readonly string[];
}

const longest = 300;
const mostChains = 6;

/** @returns undefined where the person, known by the address, has nothing listed */
export async function proposalFor(ctx: Ctx, person: string, locale: Locale): Promise<Proposal | undefined> {
  const [projects, demands] = await Promise.all([listedProjectsOf(ctx, person), listedDemandsOf(ctx, person)]);
  if (!projects.length && !demands.length) return undefined;
  const told = (all: typeof projects) =>
    all
      .map(({ title, says }) =>
        [say(title, locale), says && say(says, locale)].filter(Boolean).join(locale === "en" ? ": " : "："),
      )
      .join("\n");
  const short = (text: string) => [...text].slice(0, longest).join("") || undefined;
  return {
    brings: short(told(projects)),
    seeks: short(told(demands)),
    chains: [...new Set([...projects, ...demands].map(({ chain }) => chain))].slice(0, mostChains),
  };
}
