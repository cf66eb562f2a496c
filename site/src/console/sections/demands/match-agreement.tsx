import type { Manager } from "@lingxi/core/matching/deal-schema";
import { fen } from "@lingxi/core/platform/money";
import type { CooperationWay } from "@lingxi/core/project/schema";
import { useEffect, useState } from "preact/hooks";
import { api, type FieldProblem } from "../../api.ts";
import { words as common } from "../../review/words.ts";
import { t } from "../../text.ts";
import { Button, Field, Select, Tag } from "../../ui.tsx";
import { words } from "./match-words.ts";

const wayNames: readonly CooperationWay[] = ["licence", "assignment", "joint-development", "service", "equity"];

export interface AgreementDraft {
  readonly way: string;
  /** In units of 10,000 yuan, as typed. */
  readonly amountFrom: string;
  readonly amountTo: string;
  readonly managers: readonly Manager[];
}
export const blankAgreement: AgreementDraft = { way: "", amountFrom: "", amountTo: "", managers: [] };

/** As the API takes it: 分. What is no number goes as it was typed, so that the API names the field. */
export function agreementOf({ way, amountFrom, amountTo, managers }: AgreementDraft): object {
  const amount = (typed: string) => {
    const read = fen(typed);
    return Number.isNaN(read) ? typed : read;
  };
  return {
    ...(way ? { way } : {}),
    ...{ amountFrom: amount(amountFrom), amountTo: amount(amountTo), managers: managers.map(({ id }) => id) },
  };
}

interface Props {
  name: (field: string) => string;
  errors: readonly FieldProblem[] | undefined;
  value: AgreementDraft;
  onInput: (value: AgreementDraft) => void;
}

/** What an agreement says beside its day. */
export function AgreementFields({ name, errors, value, onInput }: Props) {
  return (
    <>
      <Select
        name={name("way")}
        label={t(words.way)}
        value={value.way}
        onInput={(way) => onInput({ ...value, way })}
        options={wayNames.map((one) => ({ value: one, label: t(common[one]) }))}
        errors={errors}
      />
      {(["amountFrom", "amountTo"] as const).map((end) => (
        <Field
          key={end}
          short
          name={name(end)}
          label={t(words[end])}
          hint={t(words.amountHint)}
          value={value[end]}
          onInput={(typed) => onInput({ ...value, [end]: typed })}
          errors={errors}
        />
      ))}
      <Managers
        {...{ name: name("managers"), errors, value: value.managers }}
        onInput={(managers) => onInput({ ...value, managers })}
      />
    </>
  );
}

interface ManagersProps {
  name: string;
  errors: readonly FieldProblem[] | undefined;
  value: readonly Manager[];
  onInput: (value: readonly Manager[]) => void;
}

/** People of the talent pool, looked up by name or organisation. */
function Managers({ name, errors, value, onInput }: ManagersProps) {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<readonly Manager[]>();
  const q = typed.trim();
  useEffect(() => {
    setFound(undefined);
    if (!q) return undefined;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      api<{ items: Manager[] }>(`/api/console/matches/managers?q=${encodeURIComponent(q)}`, { signal: asking.signal }).then(
        (page) => setFound(page.items),
        () => setFound(undefined),
      );
    }, 250);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [q]);
  const free = found?.filter(({ id }) => !value.some((one) => one.id === id));
  const said = ({ name: who, organisation }: Manager) => `${who} · ${organisation}`;
  return (
    <>
      <Field
        name={name}
        label={t(words.managers)}
        hint={t(words.managersHint)}
        value={typed}
        onInput={setTyped}
        errors={errors}
      />
      {free && (
        <div class="actions" role="status">
          {free.length === 0 && <span class="muted">{t(words.managersNone)}</span>}
          {free.map((one) => (
            <Button
              key={one.id}
              look="quiet"
              onClick={() => {
                onInput([...value, one]);
                setTyped("");
              }}
            >
              {t(words.addManager, { name: said(one) })}
            </Button>
          ))}
        </div>
      )}
      {value.length > 0 && (
        <div class="actions">
          {value.map((one) => (
            <span key={one.id}>
              <Tag tone="accent">{said(one)}</Tag>{" "}
              <Button look="quiet" onClick={() => onInput(value.filter(({ id }) => id !== one.id))}>
                {t(words.removeManager, { name: one.name })}
              </Button>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
