import { withoutFields } from "@lingxi/core/campaign/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Notice, TextArea } from "../../ui.tsx";
import type { CampaignRow } from "./types.ts";
import { words } from "./words.ts";

interface WaitingProps {
  row: CampaignRow;
  busy: boolean;
  fields: readonly FieldProblem[];
  onAct: (verb: string, body: object) => Promise<void>;
}

/** What was ordered and has not begun: a second person approves it or sends it back; whoever ordered it may take it back. */
export function Waiting({ row, busy, fields, onAct }: WaitingProps) {
  const { locale } = useLocale();
  const { staffId } = useSession();
  const [asking, setAsking] = useState<"approve" | "back">();
  const [reason, setReason] = useState("");
  const own = row.asked?.by === staffId;
  const timed = row.status === "scheduled";
  const at = row.sendAt ? formatTime(row.sendAt, locale) : t(timed ? words.atOnce : words.orderedNow);
  const when = row.local ? t(words.localTime, { when: at }) : at;
  const n = row.expected ?? 0;
  const back = t(timed ? words.unschedule : own ? words.takeBack : words.sendBack);
  return (
    <section class="stack">
      <h2>{timed ? t(words.scheduledTitle, { n, when }) : t(words.waitTitle)}</h2>
      {!timed && (
        <Notice tone="info">
          <p>{t(own ? words.waitOwn : words.waitOther, { at: formatTime(row.asked?.at ?? row.createdAt, locale) })}</p>
          <p>{t(words.orderFacts, { n, when })}</p>
        </Notice>
      )}
      <div class="actions">
        {!timed && !own && (
          <Button busy={busy} onClick={() => setAsking("approve")}>
            {t(words.approve)}
          </Button>
        )}
        <Button look="quiet" busy={busy} onClick={() => (own || timed ? void onAct("return", {}) : setAsking("back"))}>
          {back}
        </Button>
      </div>
      <Dialog open={asking === "approve"} title={t(words.approve)} onClose={() => setAsking(undefined)}>
        <p>{t(words.approveSure, { n, when, subject: withoutFields(say(row.subject, locale), locale) })}</p>
        <Button
          busy={busy}
          onClick={() => {
            setAsking(undefined);
            void onAct("approve", {});
          }}
        >
          {t(words.approve)}
        </Button>
      </Dialog>
      <Dialog open={asking === "back"} title={t(words.sendBack)} onClose={() => setAsking(undefined)}>
        <TextArea name="reason" label={t(words.backReason)} rows={3} value={reason} onInput={setReason} errors={fields} />
        <Button
          busy={busy}
          onClick={() => {
            setAsking(undefined);
            void onAct("return", { reason });
          }}
        >
          {t(words.sendBack)}
        </Button>
      </Dialog>
    </section>
  );
}
