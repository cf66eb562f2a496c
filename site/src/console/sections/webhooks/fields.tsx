import { type HookEvent, hookEventNames, hookEvents } from "@lingxi/core/webhook/kinds-schema";
import type { FieldProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { Choices, Field } from "../../ui.tsx";
import { words } from "./words.ts";

export interface Draft {
  readonly url: string;
  readonly events: readonly HookEvent[];
  readonly note: string;
}
export const blank: Draft = { url: "", events: ["activity.changed", "activity.called-off"], note: "" };

interface Props {
  readonly draft: Draft;
  readonly put: (draft: Draft) => void;
  readonly errors: readonly FieldProblem[];
}

/** Where to, and what. */
export function WebhookFields({ draft, put, errors }: Props) {
  return (
    <>
      <Field
        name="url"
        type="url"
        label={t(words.url)}
        hint={t(words.urlHint)}
        value={draft.url}
        onInput={(url) => put({ ...draft, url })}
        errors={errors}
        lang="en"
        required
      />
      <Choices
        as="checkbox"
        name="events"
        label={t(words.events)}
        options={hookEventNames.map((name) => ({ value: name, label: t(hookEvents[name].label) }))}
        value={draft.events}
        onInput={(events) => put({ ...draft, events: events as HookEvent[] })}
        errors={errors}
        long
      />
      <Field name="note" label={t(words.note)} value={draft.note} onInput={(note) => put({ ...draft, note })} errors={errors} />
    </>
  );
}
