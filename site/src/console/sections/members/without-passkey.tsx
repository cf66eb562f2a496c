import type { MemberView } from "@lingxi/core/identity/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, TextArea } from "../../ui.tsx";
import { words } from "./words.ts";

interface Props {
  row: MemberView;
  busy: boolean;
  fields: readonly FieldProblem[];
  change: (step: string, body: object, done: string) => void;
}

/** For a member whose devices know no passkeys: an administrator lets them work by links alone, and says why. */
export function WithoutPasskey({ row, busy, fields, change }: Props) {
  const { locale } = useLocale();
  const [note, setNote] = useState("");
  const { withoutPasskey } = row;
  return (
    <section class="stack">
      <h2>{t(words.without)}</h2>
      {withoutPasskey ? (
        <>
          <Notice tone="warning">
            {t(words.withoutSince, { at: formatTime(withoutPasskey.at, locale), note: withoutPasskey.note })}
          </Notice>
          <div class="actions">
            <Button look="quiet" busy={busy} onClick={() => change("/without-passkey/end", {}, t(words.withoutEnded))}>
              {t(words.withoutEnd)}
            </Button>
          </div>
        </>
      ) : (
        <details>
          <summary>{t(words.withoutAllow)}</summary>
          <div class="stack">
            <p>{t(words.withoutHow)}</p>
            <TextArea name="note" label={t(words.withoutWhy)} value={note} onInput={setNote} errors={fields} rows={2} />
            <div class="actions">
              <Button look="quiet" busy={busy} onClick={() => change("/without-passkey", { note }, t(words.withoutAllowed))}>
                {t(words.withoutAllow)}
              </Button>
            </div>
          </div>
        </details>
      )}
    </section>
  );
}
