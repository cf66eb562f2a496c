import type { PublicActivity } from "../activity/schema.ts";
import type { CaseSummary, PageSummary } from "../cases/schema.ts";
import type { PublicDemand } from "../demand/schema.ts";
import { fill, type Locale, say } from "../platform/text.ts";
import { formatDay, formatRange } from "../platform/time.ts";
import type { PublicProject } from "../project/schema.ts";
import type { PublicTalent } from "../talent/schema.ts";
import type { Chain } from "../taxonomy/schema.ts";
import type { Card } from "./card.ts";
import { activityWords, chainNames, dayText, offers, words } from "./words.ts";

/** What does not change by itself, so that a picture stays right while it is passed on: no places left, no counts. */

export function caseCard({ title, chains, measures, publishedAt }: CaseSummary, locale: Locale): Card {
  const telling = (measures ?? []).slice(0, 2).map(({ label, value }) => `${say(label, locale)} ${value}`);
  return card(locale, words.case[locale], say(title, locale), [
    ...chainNames(chains, locale).slice(0, 2),
    ...(telling.length ? telling : [dayText(publishedAt, locale)]),
  ]);
}

export const projectCard = ({ title, chain, trl, supplier }: PublicProject, locale: Locale): Card =>
  card(locale, words.project[locale], say(title, locale), [
    ...chainNames([chain], locale),
    fill(words.trl[locale], { n: trl }),
    supplier,
  ]);

export function demandCard({ title, chain, deadline, organisation, state }: PublicDemand, locale: Locale): Card {
  const label = words.demand[locale];
  return card(locale, state === "solved" ? `${label} · ${words.solved[locale]}` : label, say(title, locale), [
    ...chainNames([chain], locale),
    organisation,
    ...(deadline ? [fill(words.wantedBy[locale], { day: formatDay(deadline, locale) })] : []),
  ]);
}

export function activityCard({ kind, title, startsAt, endsAt, timeZone, venue, status }: PublicActivity, locale: Locale): Card {
  const label = activityWords[kind][locale];
  return card(locale, status === "cancelled" ? `${label} · ${words.cancelled[locale]}` : label, say(title, locale), [
    formatRange(startsAt, endsAt, locale, timeZone),
    say(venue, locale),
  ]);
}

export const talentCard = ({ name, organisation, title, expertise }: PublicTalent, locale: Locale): Card =>
  card(locale, words.talent[locale], name, [organisation, title, ...expertise]);

export const chainCard = ({ name }: Chain, locale: Locale): Card =>
  card(
    locale,
    words.chain[locale],
    name[locale],
    offers.map((offer) => offer[locale]),
  );

export const pageCard = ({ title, summary }: PageSummary, locale: Locale): Card =>
  card(locale, undefined, say(title, locale), say(summary, locale) ? [say(summary, locale)] : []);

export const homeCard = (locale: Locale): Card =>
  card(
    locale,
    undefined,
    words.home[locale],
    offers.map((offer) => offer[locale]),
  );

const card = (locale: Locale, label: string | undefined, title: string, facts: readonly string[]): Card => ({
  name: words.name[locale],
  label,
  title,
  facts,
});
