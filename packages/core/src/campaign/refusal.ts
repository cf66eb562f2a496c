import type { Ctx } from "../platform/context.ts";
import type { ContactRecord, SuppressionRecord } from "./entity.ts";
import type { Exclusion } from "./schema.ts";
import { gets, type Topic, topicNames } from "./topics-schema.ts";

/** Why a refusal stands against an address, the gravest first. */
export const suppressedBy = (s: Partial<SuppressionRecord> | undefined): Exclusion | undefined =>
  s?.complainedAt ? "complained" : s?.unsubscribedAt ? "unsubscribed" : s?.bouncedAt ? "bounced" : undefined;

/** Why a mail on a topic does not go to somebody now, by what they said. */
export const refusalOf = (
  ctx: Pick<Ctx, "now">,
  said: Partial<SuppressionRecord> | undefined,
  topic: Topic,
): Exclusion | undefined => suppressedBy(said) ?? (isPaused(ctx, said) ? "paused" : gets(said, topic) ? undefined : "topic");

export const isPaused = (ctx: Pick<Ctx, "now">, said: Partial<SuppressionRecord> | undefined): boolean =>
  said?.pausedUntil !== undefined && said.pausedUntil > ctx.now().toISOString();

type Follower = Pick<ContactRecord, "chains" | "locale">;

/** A contact in the language and with the chains that the person chose; lists say it where nothing was chosen. */
export const asChosen = <C extends Follower>(contact: C, said: Partial<SuppressionRecord> | undefined): C => ({
  ...contact,
  chains: said?.chains ?? contact.chains,
  locale: said?.locale ?? contact.locale,
});

/** Whether somebody belongs to these chains; none means any. */
export const follows = ({ chains: own }: Pick<ContactRecord, "chains">, chains: readonly string[]): boolean =>
  !chains.length || own.includes("all") || own.some((chain) => chains.includes(chain));

/** What one person said under several keys of their address: the stricter word counts. */
export function together(all: readonly (SuppressionRecord | undefined)[]): Partial<SuppressionRecord> | undefined {
  const said = all.filter((one) => one !== undefined);
  if (said.length < 2) return said[0];
  const first = <K extends keyof SuppressionRecord>(name: K) => said.find((one) => one[name] !== undefined)?.[name];
  const topics = topicNames.flatMap((topic) => {
    const words = said.map((one) => one.topics?.[topic]).filter((word) => word !== undefined);
    return words.length ? [[topic, words.every(Boolean)] as const] : [];
  });
  return {
    unsubscribedAt: first("unsubscribedAt"),
    bouncedAt: first("bouncedAt"),
    complainedAt: first("complainedAt"),
    pausedUntil: said.map((one) => one.pausedUntil ?? "").sort((a, b) => (a < b ? 1 : -1))[0] || undefined,
    locale: first("locale"),
    chains: first("chains"),
    topics: Object.fromEntries(topics),
  };
}
