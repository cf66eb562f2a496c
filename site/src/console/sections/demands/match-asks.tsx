import type { Ask } from "@lingxi/core/matching/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, Tag } from "../../ui.tsx";
import { words } from "./match-words.ts";

const tones = { open: "info", yes: "success", no: "error", "not-now": "warning" } as const;

interface Props {
  asks: readonly Ask[];
  busy: boolean;
  ask?: () => void;
}

/** What both sides of a pair were asked and said, and the button that asks. */
export function AskedSides({ asks, busy, ask }: Props) {
  const { locale } = useLocale();
  const open = !asks.length || asks.some(({ status }) => status === "not-now");
  return (
    <>
      {asks.length > 0 && (
        <>
          <h4>{t(words.asked)}</h4>
          <ul>
            {asks.map(({ id, side, status, since, note, related }) => (
              <li key={id}>
                {t(words[side])} <Tag tone={tones[status]}>{t(words[`ask-${status}`])}</Tag>{" "}
                {related && <Tag tone="warning">{t(words.relatedTag)}</Tag>}{" "}
                <span class="muted">{formatTime(since, locale)}</span> {note && <q class="muted">{note}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
      {asks.length === 2 && asks.every(({ status }) => status === "yes") && <Notice tone="success">{t(words.both)}</Notice>}
      {ask && open && (
        <p>
          <Button busy={busy} onClick={ask}>
            {t(asks.length ? words.askAgain : words.ask)}
          </Button>
        </p>
      )}
    </>
  );
}
