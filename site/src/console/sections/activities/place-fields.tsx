import type { Words } from "@lingxi/core/platform/text";
import { homeZone, offsetText } from "@lingxi/core/platform/zone";
import type { FieldProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { Choices, Field, Select } from "../../ui.tsx";
import { words } from "./authoring-words.ts";
import { type Draft, toInstant } from "./draft.ts";
import { words as base } from "./words.ts";

interface Props {
  draft: Draft;
  put: <P extends keyof Draft>(part: P) => (value: Draft[P]) => void;
  errors: readonly FieldProblem[];
}

/** How those with a seat take part from afar. */
export function OnlineFields({ draft, put, errors }: Props) {
  return (
    <>
      <Field
        type="url"
        name="onlineLink"
        label={t(words.onlineLink)}
        hint={t(words.onlineHint)}
        value={draft.onlineLink}
        onInput={put("onlineLink")}
        errors={errors}
      />
      <Field name="onlineNote" label={t(words.onlineNote)} value={draft.onlineNote} onInput={put("onlineNote")} errors={errors} />
    </>
  );
}

/** What the hint of a time says: on which clock it is. */
export const clockOf = ({ timeZone, startsAt }: Pick<Draft, "timeZone" | "startsAt">): string =>
  timeZone === homeZone
    ? t(base.zone)
    : `${timeZone} (${offsetText(toInstant(startsAt, timeZone) || new Date().toISOString(), timeZone)})`;

const zones = () => {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes(homeZone) ? known : [homeZone, ...known];
};

/** The clock of the place, each zone with its offset. */
export function ZoneField({ draft, put, errors }: Props) {
  const at = toInstant(draft.startsAt, draft.timeZone) || new Date().toISOString();
  const all = zones();
  const options = (all.includes(draft.timeZone) ? all : [draft.timeZone, ...all]).map((zone) => ({
    value: zone,
    label: `${zone} (${offsetText(at, zone)})`,
  }));
  return (
    <Select
      name="timeZone"
      label={t(words.timeZone)}
      hint={t(words.zoneHint)}
      value={draft.timeZone}
      onInput={put("timeZone")}
      options={options}
      errors={errors}
    />
  );
}

const inUnits = (n: number, one: Words, many: Words) => (n === 1 ? t(one) : t(many, { n }));

const usual = [168, 72, 48, 24, 3, 1];

/** When people are reminded; hours that somebody set elsewhere stand among the usual ones. */
export function RemindersField({ draft, put, errors }: Props) {
  const hours = [...new Set([...usual, ...draft.reminders.map(Number)])].sort((a, b) => b - a);
  return (
    <Choices
      as="checkbox"
      name="reminders"
      label={t(words.reminders)}
      hint={t(words.remindersHint)}
      options={hours.map((n) => ({
        value: String(n),
        label: n % 24 ? inUnits(n, words.hour, words.hours) : inUnits(n / 24, words.day, words.days),
      }))}
      value={draft.reminders}
      onInput={put("reminders")}
      errors={errors}
    />
  );
}
