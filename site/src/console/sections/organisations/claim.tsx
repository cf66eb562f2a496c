import type { ClaimView } from "@lingxi/core/organisation/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { api } from "../../api.ts";
import { Facts } from "../../review/parts.tsx";
import { t, useLocale } from "../../text.ts";
import { Button, Card, Dialog, Field, Notice, TextArea } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

interface Props {
  readonly claim: ClaimView;
  readonly mayDecide: boolean;
  readonly done: (text: string) => void;
}

/** Somebody who says to belong to an organisation without an owner: what they say, and how it was checked. What was typed stays through a refusal. */
export function Claim({ claim, mayDecide, done }: Props) {
  const { locale } = useLocale();
  const { code, accountId, version, says } = claim;
  const [name, setName] = useState(claim.known ?? says.name);
  const [how, setHow] = useState("");
  const [remark, setRemark] = useState("");
  const [confirming, setConfirming] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const { busy, trouble, attempt } = useWork();
  const path = `/api/console/organisations/${encodeURIComponent(code)}/claims/${accountId}`;
  const confirm = () =>
    attempt(async () => {
      const { passedOn } = await api<{ passedOn: boolean }>(`${path}/confirm`, { method: "POST", body: { version, name, how } });
      setConfirming(false);
      done(t(passedOn ? words.passedOn : words.confirmed));
    });
  const refuse = () =>
    attempt(async () => {
      await api(`${path}/refuse`, { method: "POST", body: { version, remark } });
      setRefusing(false);
      done(t(words.refused));
    });
  const fields = trouble?.fields ?? [];
  return (
    <Card title={says.name} level="h3">
      {claim.rivals > 0 && <Notice tone="warning">{t(words.rivals, { n: claim.rivals })}</Notice>}
      {claim.hasOwner && <Notice>{t(words.hasOwner)}</Notice>}
      <Facts
        facts={[
          [t(words.code), <code key="code">{code}</code>],
          [t(words.person), `${claim.name} · ${claim.position}`],
          [t(words.email), claim.email],
          [t(words.since), formatTime(claim.since, locale)],
          [t(words.proof), claim.proof],
          ...(claim.known ? ([[t(words.known), claim.known]] as const) : []),
        ]}
      />
      {mayDecide && (
        <div class="actions">
          <Button onClick={() => setConfirming(true)}>{t(words.confirm)}</Button>
          <Button look="quiet" onClick={() => setRefusing(true)}>
            {t(words.refuse)}
          </Button>
        </div>
      )}
      <Dialog open={confirming} title={t(words.confirm)} onClose={() => setConfirming(false)}>
        {confirming && <p>{t(words.how)}</p>}
        {confirming && trouble && fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        {confirming && <Field name="name" label={t(words.name)} value={name} onInput={setName} errors={fields} />}
        {confirming && <TextArea name="how" label={t(words.checked)} value={how} onInput={setHow} errors={fields} rows={3} />}
        <Button busy={busy} onClick={() => void confirm()}>
          {t(words.confirm)}
        </Button>
      </Dialog>
      <Dialog open={refusing} title={t(words.refuse)} onClose={() => setRefusing(false)}>
        {refusing && trouble && fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        {refusing && (
          <TextArea name="remark" label={t(words.remark)} value={remark} onInput={setRemark} errors={fields} rows={4} />
        )}
        <Button look="danger" busy={busy} onClick={() => void refuse()}>
          {t(words.refuse)}
        </Button>
      </Dialog>
    </Card>
  );
}
