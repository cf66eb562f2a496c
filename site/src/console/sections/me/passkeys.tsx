import type { PasskeyView } from "@lingxi/core/identity/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { canUsePasskeys, makePasskey } from "../../identity/passkey.ts";
import { words as signIn } from "../../identity/words.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Empty, Field, Notice, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

interface Props {
  passkeys: readonly PasskeyView[];
  busy: boolean;
  fields: readonly FieldProblem[];
  change: (work: () => Promise<string>) => Promise<void>;
}

/** What the browser says is no answer of the API; it is shown in the same place. */
const asProblem = (error: unknown) =>
  error instanceof ApiProblem ? error : new ApiProblem(0, "passkey", error instanceof Error ? error.message : String(error));

export function Passkeys({ passkeys, busy, fields, change }: Props) {
  const { locale } = useLocale();
  const [name, setName] = useState("");
  const [leaving, setLeaving] = useState<PasskeyView>();
  const add = () =>
    change(async () => {
      await makePasskey(name).catch((error: unknown) => Promise.reject(asProblem(error)));
      setName("");
      return t(words.added);
    });
  const remove = ({ id }: PasskeyView) =>
    change(async () => {
      setLeaving(undefined);
      await api(`/api/console/me/passkeys/${id}/remove`, { method: "POST", body: {} });
      return t(words.removed);
    });
  return (
    <section class="stack">
      <h2>{t(words.passkeys)}</h2>
      {passkeys.length === 0 ? (
        <Empty title={t(words.none)} help={t(words.noneHelp)} />
      ) : (
        <Table
          caption={t(words.passkeys)}
          rows={passkeys}
          rowKey={(one) => one.id}
          columns={[
            { key: "name", label: t(words.name), cell: (one) => one.name },
            {
              key: "kind",
              label: t(words.kind),
              cell: (one) =>
                one.blocked ? <Tag tone="error">{t(words.blocked)}</Tag> : t(one.synced ? words.synced : words.single),
            },
            { key: "made", label: t(words.made), cell: (one) => formatTime(one.createdAt, locale) },
            {
              key: "used",
              label: t(words.used),
              cell: (one) => (one.lastUsedAt ? formatTime(one.lastUsedAt, locale) : t(words.never)),
            },
            {
              key: "remove",
              label: t(words.remove),
              cell: (one) => (
                <Button look="quiet" onClick={() => setLeaving(one)}>
                  {t(words.removeThis, { name: one.name })}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog
        open={leaving !== undefined}
        title={t(words.removeThis, { name: leaving?.name ?? "" })}
        onClose={() => setLeaving(undefined)}
      >
        <p>{t(words.removeSure)}</p>
        <Button look="danger" busy={busy} onClick={() => leaving && void remove(leaving)}>
          {t(words.remove)}
        </Button>
      </Dialog>
      {!canUsePasskeys() && <Notice tone="warning">{t(signIn.noPasskeys)}</Notice>}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field short name="name" label={t(words.name)} hint={t(words.nameHint)} value={name} onInput={setName} errors={fields} />
        <div class="actions">
          <Button type="submit" busy={busy} disabled={!canUsePasskeys()}>
            {t(words.add)}
          </Button>
        </div>
      </form>
    </section>
  );
}
