import { t, useLocale } from "../text.ts";
import { Button, ErrorSummary, Notice } from "../ui.tsx";
import type { Form } from "./use-form.ts";
import { words } from "./words.ts";

/** `14:03`, on the clock of the programme. */
const clock = (at: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" }).format(at);

/** Whether what is typed is saved, said as it is, and the way back one step. */
export function SaveState<D extends object>({ form }: { form: Form<D> }) {
  const { saving, dirty, trouble, savedAt, keptAt, undo, redo } = form;
  return (
    <div class="save-state">
      <span role="status">{says()}</span>
      {trouble && trouble.fields.length === 0 && dirty && !saving && (
        <Button look="quiet" onClick={() => void form.save()}>
          {t(words.retry)}
        </Button>
      )}
      <Button look="quiet" disabled={!undo} {...(undo ? { onClick: undo } : {})}>
        {t(words.undo)}
      </Button>
      <Button look="quiet" disabled={!redo} {...(redo ? { onClick: redo } : {})}>
        {t(words.redo)}
      </Button>
    </div>
  );

  function says(): string {
    if (saving) return t(words.saving);
    if (trouble && dirty) return t(words.failed, { why: trouble.message });
    if (dirty) return keptAt ? t(words.kept, { time: clock(keptAt) }) : t(words.unsaved);
    return savedAt ? t(words.saved, { time: clock(savedAt) }) : "";
  }
}

interface AboveProps<D extends object> {
  form: Form<D>;
  /** What the parts are called, for a clash; what is new clashes with nothing. */
  labels?: Readonly<Record<keyof D, string>>;
}

/** What stands above a form: what was brought back, what has to be changed, what somebody else changed meanwhile. */
export function FormAbove<D extends object>({ form, labels }: AboveProps<D>) {
  const { locale } = useLocale();
  const { trouble, clash, restored, draft } = form;
  const time = new Intl.DateTimeFormat(locale, { timeZone: "Asia/Shanghai", dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      {restored && (
        <Notice>
          <p>{t(words.restored, { time: time.format(new Date(restored)) })}</p>
          <Button look="quiet" onClick={form.discard}>
            {t(words.discard)}
          </Button>
        </Notice>
      )}
      {trouble && !clash && (
        <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />
      )}
      {clash && (
        <Notice tone="warning" title={t(words.clashTitle)}>
          <p>{t(words.clashHelp)}</p>
          {clash.parts.map((part) => (
            <fieldset class="clash" key={String(part)}>
              <legend>{labels?.[part]}</legend>
              <dl>
                <dt>{t(words.mine)}</dt>
                <dd class="said">{shown(draft[part])}</dd>
                <dt>{t(words.theirs)}</dt>
                <dd class="said">{shown(clash.theirs[part])}</dd>
              </dl>
              <div class="actions">
                <Button look="quiet" onClick={() => form.decide(part, "mine")}>
                  {t(words.takeMine)}
                </Button>
                <Button look="quiet" onClick={() => form.decide(part, "theirs")}>
                  {t(words.takeTheirs)}
                </Button>
              </div>
            </fieldset>
          ))}
        </Notice>
      )}
    </>
  );
}

/** A part as plain text: in both languages, a list, or as it is. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join("、");
  if (value && typeof value === "object") return Object.values(value).filter(Boolean).join("\n");
  return String(value ?? "");
}
