import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { go, usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { ErrorSummary, Notice, PageTitle } from "../../ui.tsx";
import { Checklist, useChecklist } from "./checklist.tsx";
import { ConflictView } from "./conflict.tsx";
import { useDesk } from "./desk.ts";
import { History } from "./history.tsx";
import { Company } from "./presence.tsx";
import { Preview } from "./preview.tsx";
import { CaseState } from "./state.tsx";
import { useCase } from "./use-case.ts";
import { usePresence } from "./use-presence.ts";
import { words } from "./words.ts";
import { flowWords } from "./words-workflow.ts";

const views = ["edit", "preview", "history"] as const;
type View = (typeof views)[number];

/** One case or page: written, previewed, and what happened to it; beside that its state, the checklist, and who else is here. What was typed stays through all of it. */
export function CaseEditor({ id }: { id: string | undefined }) {
  const desk = useDesk();
  const { locale } = useLocale();
  const session = useSession();
  const { query } = usePlace();
  const open = useCase(id);
  const { work, writing, conflict } = open;
  const { base, draft, dirty, restored } = writing;
  const writer = hasRole(session, "editor") || hasRole(session, "organiser");
  // Who only reads sees the page and what happened to it.
  const shown = writer ? views : views.filter((one) => one !== "edit");
  const company = usePresence(writer ? id : undefined, open.window, dirty);
  const checked = useChecklist(id, id && !base ? undefined : draft);
  const view = shown.find((one) => one === query.get("view")) ?? shown[0];
  const { trouble, told } = work;
  // What a dialog asks for is said there. The same list each time: the summary takes the focus with every new one.
  const fields = useMemo(
    () => trouble?.fields.filter(({ field }) => field !== "remark" && field !== "publishAt") ?? [],
    [trouble],
  );
  const inDialog = trouble !== undefined && trouble.fields.length > 0 && !fields.length;
  const place = `${desk.place}/${id ?? "new"}`;
  const show = (one: View) => go(one === "edit" ? place : `${place}?view=${one}`, { replace: true });

  if (id && !base)
    return trouble ? (
      <div class="stack">
        <ErrorSummary fields={[]} message={trouble.message} />
        <p>
          <a href={desk.place}>← {t(desk.words.back)}</a>
        </p>
      </div>
    ) : (
      <p role="status">{t(words.loading)}</p>
    );
  return (
    <div class="stack case">
      <p>
        <a href={`${desk.place}?status=${base?.review ? "in-review" : base?.schedule ? "scheduled" : (base?.status ?? "draft")}`}>
          ← {t(desk.words.back)}
        </a>
      </p>
      <PageTitle title={say(draft.title, locale) || t(desk.words.add)} />
      {told && <Notice tone="success">{told}</Notice>}
      {restored && (
        <Notice>
          {t(words.restored, { time: formatTime(restored, locale) })}{" "}
          <button type="button" class="link-button" onClick={writing.discard}>
            {t(words.discard)}
          </button>
        </Notice>
      )}
      {trouble && !conflict && !inDialog && (
        <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />
      )}
      {conflict && id && <ConflictView caseId={id} conflict={conflict} onMerge={open.merge} />}
      <div class={conflict ? "visually-none" : view === "preview" ? "case__columns case__columns--wide" : "case__columns"}>
        <div class="case__main stack">
          {id && (
            <nav class="tabs" aria-label={t(desk.words.views)}>
              {shown.map((one) => (
                <a
                  key={one}
                  class="tabs__tab"
                  href={one === "edit" ? place : `${place}?view=${one}`}
                  aria-current={one === view ? "page" : undefined}
                >
                  {t(words[one])}
                </a>
              ))}
            </nav>
          )}
          {view === "edit" && <desk.Form open={open} isNew={!id} errors={fields} />}
          {view === "preview" && <Preview caseId={id} draft={draft} />}
          {view === "history" && base && (
            <History
              caseId={base.id}
              version={base.version}
              busy={work.busy}
              dirty={dirty}
              onRestore={writer ? (entry) => void open.act(`versions/${entry}/restore`, flowWords.restoredNow) : undefined}
            />
          )}
        </div>
        <aside class="case__side stack">
          {base && <CaseState row={base} open={open} />}
          <Company
            others={company.others}
            newer={base !== undefined && company.version > base.version}
            onSee={dirty ? undefined : () => void open.reload()}
          />
          <Checklist checked={checked} accepted={draft.accepted} onAccept={writing.put("accepted")} onGo={() => show("edit")} />
        </aside>
      </div>
    </div>
  );
}
