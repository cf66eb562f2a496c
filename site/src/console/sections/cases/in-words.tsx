import { type CaseLinks, type Lever, leverNames, linkKinds, type Measure, type Milestone } from "@lingxi/core/cases/schema";
import type { Picture } from "@lingxi/core/picture/schema";
import { type Locale, say } from "@lingxi/core/platform/text";
import { useChains } from "../../chains.tsx";
import { t, useLocale } from "../../text.ts";
import type { Part } from "./draft.ts";
import { fieldWords } from "./words-fields.ts";
import { flowWords as words } from "./words-workflow.ts";

/** A part of a case that is no text, as lines of text: to be read, and to be compared. */
export function linesOf(part: Part, value: unknown, locale: Locale, chainName: (id: string) => string): string[] {
  switch (part) {
    case "levers":
      return (value as readonly Lever[]).map((lever) => leverNames[lever][locale]);
    case "measures":
      return (value as readonly Measure[]).map((one) =>
        [one.label["zh-CN"], one.label.en, one.value].filter(Boolean).join(" · "),
      );
    case "timeline":
      return (value as readonly Milestone[]).map((one) => [one.date, one.text["zh-CN"], one.text.en].filter(Boolean).join(" · "));
    case "links": {
      const links = value as CaseLinks;
      return linkKinds.flatMap((kind) => links[kind].map((id) => `${t(fieldWords.kinds[kind])} · ${id}`));
    }
    case "chains":
      return (value as readonly string[]).map(chainName);
    case "cover": {
      const cover = value as Picture | undefined;
      return cover ? [`${say(cover.alt, locale)} · ${cover.src}`] : [];
    }
    case "accepted":
      return [...(value as readonly string[])];
    default:
      return value ? [String(value)] : [];
  }
}

/** Names of chains by their ids. */
export function useChainNames(): (id: string) => string {
  const chains = useChains();
  const { locale } = useLocale();
  return (id) => chains.find((chain) => chain.id === id)?.name[locale] ?? id;
}

export function InWords({ part, value }: { part: Part; value: unknown }) {
  const { locale } = useLocale();
  const lines = linesOf(part, value, locale, useChainNames());
  if (!lines.length) return <p class="muted">{t(words.nothing)}</p>;
  return (
    <ul class="in-words">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
