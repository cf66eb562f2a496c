import { withoutFields } from "@lingxi/core/campaign/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Checkbox, Dialog, Field, Notice, Select } from "../../ui.tsx";
import type { CampaignRow } from "./types.ts";
import { words } from "./words.ts";

interface StepProps {
  row: CampaignRow;
  dirty: boolean;
  busy: boolean;
}

const underWay = (state: CampaignRow["testStatus"]) => state === "queued" || state === "claimed" || state === "accepted";

/** Sends a test to the organiser, and follows it until it has arrived. */
export function TestStep({
  row,
  dirty,
  busy,
  fields,
  onTest,
  onLook,
}: StepProps & { fields: readonly FieldProblem[]; onTest: (body: object) => Promise<void>; onLook: () => Promise<void> }) {
  const [email, setEmail] = useState("");
  const [locale, setLocale] = useState("zh-CN");
  const state = row.lastTest ? row.testStatus : undefined;
  useEffect(() => {
    if ((!underWay(state) && row.lint) || !state || dirty) return;
    // A transport without events never says more than "accepted": looking ends after a while.
    if (Date.now() - new Date(row.lastTest?.at ?? 0).getTime() > 30_000) return;
    const timer = setTimeout(() => void onLook(), 1500);
    return () => clearTimeout(timer);
  }, [state, row, dirty]);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onTest({ email, locale });
      }}
    >
      <h2>{t(words.step4)}</h2>
      <p class="muted">{t(words.testHint)}</p>
      <Field type="email" name="email" label={t(words.testTo)} value={email} onInput={setEmail} errors={fields} />
      <Select
        name="testLocale"
        label={t(words.language)}
        value={locale}
        onInput={setLocale}
        options={[
          { value: "zh-CN", label: t(words.chinese) },
          { value: "en", label: t(words.english) },
        ]}
      />
      {dirty && <Notice tone="warning">{t(words.saveFirst)}</Notice>}
      {state && (
        <Notice tone={state === "delivered" ? "success" : state === "rejected" || state === "bounced" ? "error" : "info"}>
          <p>{t(words.testState, { state: t(words[state === "excluded" ? "rejected" : state]) })}</p>
        </Notice>
      )}
      {state && !dirty && <Checked lint={row.lint} />}
      <div class="actions">
        <Button type="submit" look="quiet" busy={busy} disabled={dirty}>
          {t(words.sendTest)}
        </Button>
      </div>
    </form>
  );
}

/** What the check of the bytes found: faults with their remedy, and where links lead. */
function Checked({ lint }: { lint: CampaignRow["lint"] }) {
  const { locale } = useLocale();
  if (!lint) return <p role="status">{t(words.checking)}</p>;
  return (
    <>
      {lint.faults.length > 0 ? (
        <Notice tone="error" title={t(words.faults)}>
          <ul>
            {lint.faults.map((fault) => (
              <li key={fault.en}>{fault[locale]}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="success">{t(words.sound)}</Notice>
      )}
      {lint.hosts.length > 0 && <p class="muted">{t(words.hosts, { hosts: lint.hosts.join(locale === "en" ? ", " : "、") })}</p>}
    </>
  );
}

const beijing = 8 * 3_600_000;
const tomorrow = () => `${new Date(Date.now() + beijing + 86_400_000).toISOString().slice(0, 10)}T09:00`;

/** The last step: the number stands on the button and in the question. */
export function SendStep({
  row,
  dirty,
  busy,
  count,
  fields,
  onSend,
}: StepProps & {
  count: number;
  fields: readonly FieldProblem[];
  onSend: (order: { expected: number; sendAt?: string; local?: boolean; perMinute?: number }) => Promise<void>;
}) {
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const [timed, setTimed] = useState("now");
  const [time, setTime] = useState(tomorrow);
  const [local, setLocal] = useState(false);
  const [perMinute, setPerMinute] = useState("");
  const tested = row.status === "tested" && row.lastTest?.revision === row.revision && row.lint?.faults.length === 0;
  const sendAt = timed === "at" && time ? `${time}:00+08:00` : undefined;
  const at = sendAt ? formatTime(sendAt, locale) : t(words.atOnce);
  const when = sendAt && local ? t(words.localTime, { when: at }) : at;
  const timing = {
    ...(sendAt ? { sendAt, ...(local ? { local } : {}) } : {}),
    ...(perMinute ? { perMinute: Number(perMinute) } : {}),
  };
  return (
    <section class="stack">
      <h2>{t(words.step5)}</h2>
      {row.returned && !row.asked && (
        <Notice tone="warning" title={t(words.wasReturned)}>
          {row.returned.reason && <p>{row.returned.reason}</p>}
        </Notice>
      )}
      {!tested && <p class="muted">{t(words.testFirst)}</p>}
      <Select
        name="timed"
        label={t(words.whenTo)}
        value={timed}
        onInput={setTimed}
        options={[
          { value: "now", label: t(words.atOnce) },
          { value: "at", label: t(words.atTime) },
        ]}
      />
      {timed === "at" && (
        <Field
          short
          type="datetime-local"
          name="sendAt"
          label={t(words.sendAt)}
          hint={t(words.sendAtHint)}
          value={time}
          onInput={setTime}
          errors={fields}
        />
      )}
      {timed === "at" && <Checkbox name="local" label={t(words.local)} checked={local} onChange={setLocal} />}
      <Field
        short
        name="perMinute"
        label={t(words.perMinute)}
        hint={t(words.perMinuteHint)}
        value={perMinute}
        onInput={setPerMinute}
        errors={fields}
      />
      <p class="muted">{t(words.secondPerson)}</p>
      <div class="actions">
        <Button disabled={!tested || dirty || count === 0} busy={busy} onClick={() => setAsking(true)}>
          {t(words.send, { n: count })}
        </Button>
      </div>
      <Dialog open={asking} title={t(words.send, { n: count })} onClose={() => setAsking(false)}>
        <p>{t(words.sendSure, { n: count, subject: withoutFields(say(row.subject, locale), locale) })}</p>
        <p>{t(words.orderFacts, { n: count, when })}</p>
        <Button
          busy={busy}
          onClick={() => {
            setAsking(false);
            void onSend({ expected: count, ...timing });
          }}
        >
          {t(words.send, { n: count })}
        </Button>
      </Dialog>
    </section>
  );
}
