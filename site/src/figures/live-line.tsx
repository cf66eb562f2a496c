import { fill, type Locale } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { Board } from "./shown.ts";
import type { Live } from "./use-live.ts";

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", timeStyle: "medium", hourCycle: "h23" });

/** As of when the figures hold, and what changed last. */
export function LiveLine({
  live,
  words,
  locale,
  again,
}: {
  live: Live;
  words: Board["words"];
  locale: Locale;
  again: () => void;
}) {
  const { changedAt, checkedAt, staleSince, news } = live;
  const time = (at: Date) => formatTime(at.toISOString(), locale);
  const stale = staleSince ? fill(words.live.stale, { time: time(staleSince) }) : "";
  return (
    <div class="live">
      <p class="small muted">
        {words.asOf} <a href="/figures/data.json">{words.source}</a>
      </p>
      {stale ? (
        <p class="notice notice--warning">
          {stale}{" "}
          <button type="button" class="link-button" onClick={again}>
            {words.live.again}
          </button>
        </p>
      ) : (
        <p class="small live__line">
          {changedAt && <strong>{fill(words.live.changed, { time: time(changedAt) })}</strong>}
          {checkedAt && <span class="muted"> · {fill(words.live.checked, { time: clock.format(checkedAt) })}</span>}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {stale || news}
      </p>
    </div>
  );
}
