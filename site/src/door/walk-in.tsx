import { useEffect, useRef, useState } from "preact/hooks";
import { ulid } from "ulid";
import { ApiProblem, type FieldProblem } from "../console/api.ts";
import { t } from "../console/text.ts";
import { Button, ErrorSummary, Field, Notice } from "../console/ui.tsx";
import type { WalkIn } from "./keeper.ts";
import { words } from "./words.ts";

interface Props {
  readonly online: boolean;
  readonly onEnter: (one: WalkIn) => Promise<void>;
  readonly onClose: () => void;
}

/** Somebody who never registered: entered and let in at once. Needs the network, since seats are counted there. */
export function WalkInForm({ online, onEnter, onClose }: Props) {
  const [fields, setFields] = useState({ name: "", organisation: "", email: "" });
  const [trouble, setTrouble] = useState<{ message?: string; fields: readonly FieldProblem[] }>({ fields: [] });
  const [full, setFull] = useState(false);
  const [busy, setBusy] = useState(false);
  const submission = useRef(ulid().toLowerCase());
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const put = (name: keyof typeof fields) => (value: string) => setFields((now) => ({ ...now, [name]: value }));
  const send = async (over: boolean) => {
    setBusy(true);
    setTrouble({ fields: [] });
    try {
      await onEnter({ ...fields, submission: submission.current, over });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFull(error.reason === "activity.no-seat-for-walk-in");
      setTrouble(error.fields.length ? { fields: error.fields } : { message: error.message, fields: [] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="door-sheet stack">
      <h2>{t(words.walkIn)}</h2>
      <p class="muted small">{t(words.walkInHelp)}</p>
      {!online && <Notice tone="warning">{t(words.walkInOffline)}</Notice>}
      <ErrorSummary fields={trouble.fields} {...(trouble.message ? { message: trouble.message } : {})} />
      <form
        ref={box}
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
      >
        <Field name="name" label={t(words.walkInName)} value={fields.name} onInput={put("name")} errors={trouble.fields} />
        <Field
          name="organisation"
          label={t(words.walkInOrganisation)}
          value={fields.organisation}
          onInput={put("organisation")}
          errors={trouble.fields}
        />
        <Field
          type="email"
          name="email"
          label={t(words.walkInEmail)}
          hint={t(words.walkInEmailHint)}
          value={fields.email}
          onInput={put("email")}
          errors={trouble.fields}
        />
        <div class="actions">
          <Button type="submit" busy={busy} disabled={!online}>
            {t(words.walkInEnter)}
          </Button>
          {full && (
            <Button look="danger" busy={busy} disabled={!online} onClick={() => void send(true)}>
              {t(words.walkInOver)}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t(words.close)}
          </Button>
        </div>
      </form>
    </section>
  );
}
