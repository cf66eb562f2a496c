import type { SendingRules } from "@lingxi/core/campaign/sending-schema";
import { useEffect } from "preact/hooks";
import { api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { hasWholeRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, ErrorSummary, Field, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { blankRules, draftOfRules, type RulesDraft, toRules } from "./rules-draft.ts";
import { words } from "./rules-words.ts";

const address = "/api/console/sending-rules";
const check = async (draft: RulesDraft) => (await import("./rules-check.ts")).check(draft);
const read = async () => {
  const found = await api<SendingRules & { version: number }>(address);
  return { draft: draftOfRules(found), version: found.version };
};

/** How many notifications a person gets, and at which hours nobody is written to. */
export function Rules() {
  const session = useSession();
  const { told, trouble, fail, tell } = useWork();
  const form = useForm<RulesDraft>({
    place: "sending-rules",
    blank: blankRules,
    check,
    read,
    auto: false,
    async save(draft, base) {
      await api(address, { method: "PUT", body: { ...toRules(draft), version: base?.version ?? 0 } });
      return read();
    },
  });
  const { draft, put, problems, base } = form;
  useEffect(() => {
    read().then(form.take, fail);
  }, []);
  const fields = trouble?.fields.length ? trouble.fields : problems;
  const field = (name: keyof RulesDraft, path: string) => (
    <Field short name={path} label={t(words[name])} value={draft[name]} onInput={put(name)} errors={fields} />
  );
  return (
    <div class="stack">
      <p>
        <a href="/console/campaigns">← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      <FormAbove form={form} labels={{ mails: t(words.mails), days: t(words.days), from: t(words.from), to: t(words.to) }} />
      {!base && !trouble && <p role="status">{t(words.loading)}</p>}
      {base && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save().then((ok) => ok && tell(t(words.saved)));
          }}
        >
          <h2>{t(words.cap)}</h2>
          <p class="muted">{t(words.capHint)}</p>
          {field("mails", "cap.mails")}
          {field("days", "cap.days")}
          <h2>{t(words.quiet)}</h2>
          <p class="muted">{t(words.quietHint)}</p>
          {field("from", "quiet.from")}
          {field("to", "quiet.to")}
          {hasWholeRole(session, "organiser") && (
            <div class="actions">
              <Button type="submit" busy={form.saving}>
                {t(words.save)}
              </Button>
              <SaveState form={form} />
            </div>
          )}
        </form>
      )}
    </div>
  );
}
