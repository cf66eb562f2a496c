import type { ConsentProof } from "@lingxi/core/campaign";
import { changeSources, otherPurposes, type Purpose } from "@lingxi/core/campaign/preference-schema";
import { consentBases } from "@lingxi/core/campaign/schema";
import { type Topic, topics } from "@lingxi/core/campaign/topics-schema";
import { fill, type Locale, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { findChain } from "@lingxi/core/taxonomy";
import { words } from "./words.ts";

const labelOf = (purpose: Purpose): Words =>
  purpose in topics ? topics[purpose as Topic].label : otherPurposes[purpose as "all"];

/** The consent record for programs: with the words of each purpose, so that it can be read without this product. */
export const recordData = (proof: ConsentProof): object => ({
  ...proof,
  topics: proof.topics.map((topic) => ({ topic, ...topics[topic] })),
  bases: proof.bases.map((basis) => ({ ...basis, meaning: consentBases[basis.basis].label })),
  changes: proof.changes.map((change) => ({
    ...change,
    label: labelOf(change.purpose),
    ...(change.purpose in topics ? { text: topics[change.purpose as Topic].text } : {}),
  })),
});

function valueText({ purpose, value = "" }: ConsentProof["changes"][number], locale: Locale): string {
  if (purpose === "pause") return value ? formatTime(value, locale) : "";
  if (purpose === "language") return value === "en" ? words.english[locale] : words.chinese[locale];
  const chains = value.split(" ").map((id) => findChain(id)?.name[locale] ?? (id === "all" ? words.any[locale] : id));
  return purpose === "chains" ? chains.join(locale === "en" ? ", " : "、") : value;
}

function what(change: ConsentProof["changes"][number], locale: Locale): string {
  const { given, purpose } = change;
  const [yes, no] = purpose === "pause" ? [words.started, words.ended] : [words.given, words.withdrawn];
  return (given === undefined ? words.chosen : given ? yes : no)[locale];
}

/** The same as a text that people read. */
export function recordText(proof: ConsentProof, locale: Locale): string {
  const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
  const lines = (all: readonly string[]) => (all.length ? all.map((line) => `- ${line}`) : [`- ${t(words.none)}`]);
  const stands = [
    t(proof.subscribed ? words.subscribed : words.unsubscribed),
    ...(proof.subscribed ? proof.topics.map((topic) => `${topics[topic].label[locale]}: ${topics[topic].text[locale]}`) : []),
    ...(proof.pausedUntil ? [t(words.paused, { until: formatTime(proof.pausedUntil, locale) })] : []),
  ];
  const bases = proof.bases.map(({ basis, source, at }) =>
    [formatTime(at, locale), consentBases[basis].label[locale], t(words.source, { source })].join(" · "),
  );
  const changes = proof.changes.map((change) =>
    [
      formatTime(change.at, locale),
      labelOf(change.purpose)[locale],
      what(change, locale),
      change.value ? valueText(change, locale) : "",
      change.textVersion ? t(words.version, { version: change.textVersion }) : "",
      t(words.source, { source: changeSources[change.source][locale] }),
    ]
      .filter(Boolean)
      .join(" · "),
  );
  const parts = [
    [t(words.record), t(words.made, { at: formatTime(proof.made, locale) })],
    [t(words.now), ...lines(stands)],
    [t(words.why), ...lines(bases)],
    [t(words.changes), ...lines(changes)],
  ];
  return `${parts.map((part) => part.join("\r\n")).join("\r\n\r\n")}\r\n`;
}
