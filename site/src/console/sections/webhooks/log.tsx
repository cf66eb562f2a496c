import { formatTime } from "@lingxi/core/platform/time";
import type { DeliveryRow as Delivery } from "@lingxi/core/webhook/answer-schema";
import { hookEvents } from "@lingxi/core/webhook/kinds-schema";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, Table, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

/** What the last call brought. */
const answerOf = ({ attempts }: Delivery): string => {
  const last = attempts.at(-1);
  if (!last) return "";
  if (last.status !== undefined) return t(words.answer, { status: last.status, bytes: last.bytes ?? 0 });
  return t(last.trouble ? words[last.trouble] : words.begun);
};
export const outcomeOf = (one: Delivery): string => `${t(words[one.status])} · ${answerOf(one)}`;

const tones = { waiting: "warning", delivered: "success", "given-up": "error", stopped: "info" } as const;
const nameOf = (event: string) => t(hookEvents[event as keyof typeof hookEvents]?.label ?? words.testEvent);

/** What was sent to a webhook, the newest first. */
export function Log({ base, mayChange }: { readonly base: string; readonly mayChange: boolean }) {
  const { locale } = useLocale();
  const { items, more, busy: loading, problem, reload } = usePaged<Delivery>(`${base}/deliveries?limit=50`);
  const { busy, trouble, attempt } = useWork();
  const again = ({ id, version }: Delivery) =>
    void attempt(async () => {
      await api(`${base}/deliveries/${id}/resend`, { method: "POST", body: { version } });
      reload();
    });
  return (
    <section class="stack">
      <h2>{t(words.log)}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {trouble && <Notice tone="error">{trouble.message}</Notice>}
      {items?.length === 0 && <Empty title={t(words.logNone)} help={t(words.logNoneHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.log)}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "event",
              label: t(words.event),
              cell: (one) => (
                <>
                  {nameOf(one.event)}
                  <br />
                  <code class="small muted">{one.id}</code>
                </>
              ),
            },
            { key: "at", label: t(words.at), cell: (one) => formatTime(one.at, locale) },
            {
              key: "outcome",
              label: t(words.outcome),
              cell: (one) => (
                <>
                  <Tag tone={tones[one.status]}>{t(words[one.status])}</Tag>
                  {one.nextAt && one.tries > 0 && (
                    <span class="small muted"> {t(words.next, { at: formatTime(one.nextAt, locale) })}</span>
                  )}
                </>
              ),
            },
            { key: "last", label: t(words.last), cell: answerOf },
            { key: "tries", label: t(words.tries), number: true, cell: (one) => one.attempts.length },
            {
              key: "again",
              label: "",
              cell: (one) =>
                mayChange && one.status !== "waiting" ? (
                  <Button look="quiet" busy={busy} onClick={() => again(one)}>
                    {t(words.resend)}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={loading} onClick={more}>
          {t(words.logMore)}
        </Button>
      )}
    </section>
  );
}
