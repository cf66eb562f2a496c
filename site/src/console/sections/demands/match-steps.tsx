import type { failures, Step, steps } from "@lingxi/core/matching/schema";
import { formatDay } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { Checkbox, Field, Select } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { Button, Tag } from "../../ui.tsx";
import { type AgreementDraft, AgreementFields, agreementOf, blankAgreement } from "./match-agreement.tsx";
import { words } from "./match-words.ts";

const stepNames: readonly (typeof steps)[number][] = ["proposed", "contact", "meeting", "visit", "agreement", "failed"];
const failureNames: readonly (typeof failures)[number][] = [
  "no-answer",
  "price",
  "maturity",
  "terms",
  "performance",
  "other-solution",
  "other",
];
const named = (list: readonly (keyof typeof words)[]) => list.map((value) => ({ value, label: t(words[value]) }));

/** What was done with a pair, by day. */
export function Taken({ taken }: { taken: readonly Step[] }) {
  const { locale } = useLocale();
  return (
    <>
      <h4>{t(words.progress)}</h4>
      <ul>
        {taken.map(({ step, on, reason, related }) => (
          <li key={`${on} ${step}`}>
            {formatDay(on, locale)} {t(words[step])} {reason && t(words[reason])}{" "}
            {related && <Tag tone="warning">{t(words.relatedTag)}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}

interface TakeProps {
  offerId: string;
  busy: boolean;
  fields: readonly FieldProblem[] | undefined;
  take: (body: object) => Promise<boolean>;
}

/** Records one step more. What was chosen stays where it is when it is refused. */
export function Take({ offerId, busy, fields, take }: TakeProps) {
  const [step, setStep] = useState("");
  const [on, setOn] = useState("");
  const [reason, setReason] = useState("");
  const [related, setRelated] = useState(false);
  const [agreement, setAgreement] = useState<AgreementDraft>(blankAgreement);
  const name = (field: string) => `${offerId}.${field}`;
  const errors = fields?.map(({ field, message }) => ({ field: name(field), message }));
  const send = async () => {
    const failed = step === "failed" && reason ? { reason } : {};
    const agreed = step === "agreement" ? agreementOf(agreement) : {};
    if (!(await take({ step, on, related, ...failed, ...agreed }))) return;
    setStep("");
    setAgreement(blankAgreement);
  };
  return (
    <details>
      <summary>{t(words.add)}</summary>
      <div class="stack">
        <Select
          name={name("step")}
          label={t(words.step)}
          value={step}
          onInput={setStep}
          options={named(stepNames)}
          errors={errors}
        />
        <Field name={name("on")} label={t(words.on)} type="date" short value={on} onInput={setOn} errors={errors} />
        {step === "failed" && (
          <Select
            name={name("reason")}
            label={t(words.reason)}
            value={reason}
            onInput={setReason}
            options={named(failureNames)}
            errors={errors}
          />
        )}
        {step === "agreement" && <AgreementFields {...{ name, errors, value: agreement, onInput: setAgreement }} />}
        <Checkbox name={name("related")} label={t(words.related)} checked={related} onChange={setRelated} />
        <Button look="quiet" busy={busy} onClick={() => void send()}>
          {t(words.record)}
        </Button>
      </div>
    </details>
  );
}
