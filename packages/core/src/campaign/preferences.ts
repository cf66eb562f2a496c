import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import type { Locale } from "../platform/text.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { Contact, Suppression } from "./entity.ts";
import { ByToken, Preferences, pauseMonths, unsubscribedNow } from "./preference-schema.ts";
import { isPaused } from "./refusal.ts";
import { suppress, type Told } from "./suppress.ts";
import { gets, type Topic, topicNames, topics } from "./topics-schema.ts";
import { personOf } from "./unsubscribe.ts";

/** What a person gets, as the page behind the link shows it. */
export interface Chosen {
  readonly subscribed: boolean;
  readonly topics: readonly Topic[];
  readonly locale: Locale;
  readonly chains: readonly string[];
  /** Until when nothing is sent, where they asked for a pause. */
  readonly pausedUntil?: string | undefined;
}

/** What somebody chose, and what lists say where they chose nothing. Only reads. */
export const seePreferences = command({
  input: ByToken,
  access: "public",
  async run(ctx, { token }): Promise<Chosen> {
    const person = personOf(ctx, token);
    const [said, contact] = await Promise.all([Suppression.find(ctx, { person }), Contact.find(ctx, { person })]);
    return {
      subscribed: !said?.unsubscribedAt,
      topics: topicNames.filter((topic) => gets(said, topic)),
      locale: said?.locale ?? contact?.locale ?? "zh-CN",
      chains: (said?.chains ?? contact?.chains ?? []).filter((chain) => chain !== "all"),
      ...(isPaused(ctx, said) ? { pausedUntil: said?.pausedUntil } : {}),
    };
  },
});

/** Changes what somebody gets, before the answer; each difference is one line of the consent record. The same again changes nothing. @throws DomainError `preference.unsubscribed` */
export const savePreferences = command({
  input: Preferences.extend({ ...ByToken.shape, chains: Preferences.shape.chains.pipe(z.array(KnownChain)) }),
  access: "public",
  run: (ctx, { token, topics: wanted, locale, chains }) =>
    suppress(ctx, personOf(ctx, token), (was) => {
      if (was.unsubscribedAt) throw new DomainError(unsubscribedNow);
      const moved = topicNames.filter((topic) => gets(was, topic) !== wanted.includes(topic));
      const followed = chains.length ? [...chains].sort((a, b) => (a < b ? -1 : 1)) : ["all"];
      const language = locale && locale !== was.locale ? { locale } : {};
      const following = followed.join() === (was.chains ?? []).join() ? {} : { chains: followed };
      const told: Told[] = [
        ...moved.map(
          (purpose): Told => ({
            purpose,
            given: wanted.includes(purpose),
            textVersion: topics[purpose].version,
            source: "link",
          }),
        ),
        ...(language.locale ? [{ purpose: "language", value: language.locale, source: "link" } as const] : []),
        ...(following.chains ? [{ purpose: "chains", value: followed.join(" "), source: "link" } as const] : []),
      ];
      const chosen = Object.fromEntries(moved.map((topic) => [topic, wanted.includes(topic)]));
      const patch = { ...(moved.length ? { topics: { ...was.topics, ...chosen } } : {}), ...language, ...following };
      return told.length ? { patch, told } : undefined;
    }),
});

/** Three months later on the calendar; of a day that the month has not, its last one. */
function pauseEnd(ctx: Ctx): string {
  const end = new Date(ctx.now());
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + pauseMonths);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.toISOString();
}

/** Sends nothing for three months from now, or goes on at once. */
export const pauseMails = command({
  input: ByToken.extend({ on: z.boolean() }),
  access: "public",
  run: (ctx, { token, on }) =>
    suppress(ctx, personOf(ctx, token), (was) => {
      if (isPaused(ctx, was) === on) return undefined;
      const pausedUntil = on ? pauseEnd(ctx) : undefined;
      return {
        patch: { pausedUntil },
        told: [{ purpose: "pause", given: on, ...(pausedUntil ? { value: pausedUntil } : {}), source: "link" }],
      };
    }),
});

/** Forgets what a person chose who is erased; the refusal stays, and of the record what is nobody's. */
export const forgetChoices = (ctx: Ctx, person: string) =>
  suppress(ctx, person, ({ topics: chosen, pausedUntil, locale, chains }) =>
    chosen || pausedUntil || locale || chains
      ? { patch: { topics: undefined, pausedUntil: undefined, locale: undefined, chains: undefined }, told: [] }
      : undefined,
  );
