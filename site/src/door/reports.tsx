import type { Reported } from "@lingxi/core/check-in/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../console/api.ts";
import { t, useLocale } from "../console/text.ts";
import { Notice, Tag } from "../console/ui.tsx";
import { verdicts, words } from "./words.ts";

interface Report {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly outcome: Reported;
  readonly at: string;
  readonly device: string;
  readonly letIn: boolean;
  readonly entry?: { readonly at: string; readonly device: string };
}

/** Scans that let nobody in, of all devices, the latest first. */
export function Reports({ activityId, zone }: { activityId: string; zone: string }) {
  const { locale } = useLocale();
  const [rows, setRows] = useState<readonly Report[]>();
  const [cursor, setCursor] = useState("");
  const [failed, setFailed] = useState(false);
  const load = async (from: string) => {
    try {
      const page = await api<{ items: Report[]; cursor?: string }>(
        `/api/door/${activityId}/reports${from && `?cursor=${encodeURIComponent(from)}`}`,
      );
      setRows((before) => [...(from ? (before ?? []) : []), ...page.items]);
      setCursor(page.cursor ?? "");
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void load(""), [activityId]);
  const when = (at: string) => formatTime(at, locale, zone);
  return (
    <section class="stack">
      <h2>{t(words.reports)}</h2>
      <p class="small muted">{t(words.reportsHelp)}</p>
      {failed && <Notice tone="warning">{t(words.reportsOffline)}</Notice>}
      {rows?.length === 0 && <p class="muted">{t(words.noReports)}</p>}
      <ul class="door-reports">
        {(rows ?? []).map((row) => (
          <li key={row.id}>
            <Tag tone={row.letIn ? "error" : "warning"}>{t(verdicts[row.outcome][0])}</Tag> <strong>{row.name}</strong>{" "}
            <span class="small muted">{row.organisation}</span>
            <p class="small">
              {t(words.byDevice, { device: row.device, at: when(row.at) })}
              {row.letIn && ` · ${t(words.letInHere)}`}
              {row.entry && (
                <>
                  <br />
                  {t(words.stood, { device: row.entry.device, at: when(row.entry.at) })}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {cursor && (
        <button class="button button--quiet" type="button" onClick={() => void load(cursor)}>
          {t(words.more)}
        </button>
      )}
    </section>
  );
}
