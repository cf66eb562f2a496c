import type { MeetingDesk as DeskData } from "@lingxi/core/meeting/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../text.ts";
import { Button, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

interface Props {
  desk: DeskData;
  decide?: (id: string, state: "same" | "apart") => void;
}

/** Second addresses that want a profile under a name that is here already. */
export function Twins({ desk, decide }: Props) {
  const { locale } = useLocale();
  return (
    <section class="stack stack--near" aria-label={t(words.twins)}>
      <h2>{t(words.twins)}</h2>
      <p class="muted">{t(words.twinsHelp)}</p>
      <ul class="stack stack--near">
        {desk.twins.map(({ id, name, at, state }) => (
          <li key={id}>
            {name} <Tag {...(state === "open" ? { tone: "warning" as const } : {})}>{t(words[`twin-${state}`])}</Tag>{" "}
            <span class="muted">{formatTime(at, locale)}</span>
            {decide && (
              <span class="actions">
                {(["same", "apart"] as const).map((one) => (
                  <Button key={one} look="quiet" disabled={state === one} onClick={() => decide(id, one)}>
                    {t(words[one])}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
