import type { Presence } from "@lingxi/core/cases/schema";
import { t } from "../../text.ts";
import { flowWords as words } from "./words-workflow.ts";

interface CompanyProps {
  others: readonly Presence[];
  /** There is a later version than the one that is shown. */
  newer: boolean;
  /** Shows it; absent while that would lose something. */
  onSee: (() => void) | undefined;
}

/** Who else has the case open, each person once. */
export function Company({ others, newer, onSee }: CompanyProps) {
  const people = [...new Map(others.map((one) => [one.self ? "" : one.who.id, one])).values()];
  return (
    <div class="company" role="status">
      {people.map(({ who, self, typing }) => (
        <p key={self ? "" : who.id} class="company__one">
          {self ? t(words.selfHere) : t(typing ? words.typingHere : words.openHere, { who: who.name ?? who.id })}
        </p>
      ))}
      {newer && (
        <p class="company__one">
          {t(words.newer)}{" "}
          {onSee && (
            <button type="button" class="link-button" onClick={onSee}>
              {t(words.seeNewer)}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
