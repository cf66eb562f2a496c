import type { SessionView } from "@lingxi/core/identity/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

interface Props {
  sessions: readonly SessionView[];
  busy: boolean;
  change: (work: () => Promise<string>) => Promise<void>;
}

/** The browsers that are signed in, each with a way to sign it out. */
export function Sessions({ sessions, busy, change }: Props) {
  const { locale } = useLocale();
  const end = (id: string) =>
    change(async () => {
      await api(`/api/console/me/sessions/${id}/end`, { method: "POST", body: {} });
      return t(words.ended);
    });
  const endOthers = () =>
    change(async () => {
      const { ended } = await api<{ ended: number }>("/api/console/me/sessions/end-others", { method: "POST", body: {} });
      return t(words.endedOthers, { n: ended });
    });
  return (
    <section class="stack">
      <h2>{t(words.sessions)}</h2>
      <Table
        caption={t(words.sessions)}
        rows={sessions}
        rowKey={(one) => one.id}
        columns={[
          { key: "device", label: t(words.device), cell: (one) => one.device },
          { key: "since", label: t(words.since), cell: (one) => formatTime(one.createdAt, locale) },
          { key: "seen", label: t(words.seen), cell: (one) => formatTime(one.lastSeenAt, locale) },
          {
            key: "end",
            label: t(words.end),
            cell: (one) =>
              one.current ? (
                <Tag tone="accent">{t(words.current)}</Tag>
              ) : (
                <Button look="quiet" busy={busy} onClick={() => void end(one.id)}>
                  {t(words.endThis, { device: one.device })}
                </Button>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <div class="actions">
          <Button look="quiet" busy={busy} onClick={() => void endOthers()}>
            {t(words.endOthers)}
          </Button>
        </div>
      )}
    </section>
  );
}
