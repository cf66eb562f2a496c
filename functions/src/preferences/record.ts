import type { ConsentProof } from "@lingxi/core/campaign";
import { changeSources } from "@lingxi/core/campaign/preference-schema";
import { fill, type Locale, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { findChain } from "@lingxi/core/taxonomy";
import { words } from "./words.ts";

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

/** The consent record as a text that people read. */
export function recordText(proof: ConsentProof, locale: Locale): string {
  const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
  const lines = (all: readonly string[]) => (all.length ? all.map((line) => `- ${line}`) : [`- ${t(words.none)}`]);
  const stands = [
    t(proof.subscribed ? words.subscribed : words.unsubscribed),
    ...(proof.subscribed ? proof.topics.map(({ label, text }) => `${label[locale]}: ${text[locale]}`) : []),
    ...(proof.pausedUntil ? [t(words.paused, { until: formatTime(proof.pausedUntil, locale) })] : []),
  ];
  const bases = proof.bases.map(({ meaning, source, at }) =>
    [formatTime(at, locale), meaning[locale], t(words.source, { source })].join(" · "),
  );
  const changes = proof.changes.map((change) =>
    [
      formatTime(change.at, locale),
      change.label[locale],
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
