import type { Ctx } from "../platform/context.ts";
import { suppressedBy } from "./consented.ts";
import type { ContactRecord, SuppressionRecord } from "./entity.ts";
import type { Exclusion } from "./schema.ts";
import { gets, type Topic } from "./topics-schema.ts";

/** Why a mail on a topic does not go to somebody now, by what they said. */
export const withheld = (
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
