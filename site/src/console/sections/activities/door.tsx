import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Notice, PageTitle } from "../../ui.tsx";
import type { FormRow } from "./form/draft.ts";
import { Registrations } from "./registrations.tsx";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

const none: NonNullable<ActivityRow["tickets"]> = [];

/** Who comes to one activity, on a page of its own. Whoever may only see the list sees it without the activity's figures. */
export function Door({ id }: { id: string }) {
  const { locale } = useLocale();
  const mayEnter = hasRole(useSession(), "organiser");
  const [row, setRow] = useState<ActivityRow>();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState("");
  const [forms, setForms] = useState<readonly FormRow[]>();
  useEffect(() => {
    api<ActivityRow>(`/api/console/activities/${id}`)
      .then(setRow, (error: unknown) => {
        if (!(error instanceof ApiProblem) || error.status !== 403)
          setProblem(error instanceof Error ? error.message : String(error));
      })
      .finally(() => setAsked(true));
    // Who may see no forms sees the list without the answers' names.
    api<{ items: FormRow[] }>(`/api/console/activities/${id}/forms?limit=100`).then(
      ({ items }) => setForms(items),
      () => setForms([]),
    );
  }, [id]);
  return (
    <div class="stack">
      <p>
        <a href="/console/activities">← {t(words.back)}</a>
      </p>
      <PageTitle
        title={row ? say(row.title, locale) : t(words.registrations)}
        {...(row
          ? {
              intro: `${formatTime(row.startsAt, locale, row.timeZone)} · ${t(words.seats)} ${row.taken} / ${row.capacity} · ${t(words.waiting)} ${row.waiting}`,
            }
          : {})}
      >
        <a class="button button--quiet" href={`/door/#${id}`}>
          {t(words.checkIn)}
        </a>
        <a class="button button--quiet" href={`/console/activities/${id}/attendance`}>
          {t(words.attendance)}
        </a>
        {mayEnter && (
          <a class="button button--quiet" href={`/console/activities/${id}/import`}>
            {t(words.importList)}
          </a>
        )}
        {row && (
          <a class="button button--quiet" href={`/console/activities/${id}`}>
            {t(words.editActivity)}
          </a>
        )}
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {/* A file that goes on needs the columns that it began with. */}
      {asked && forms && <Registrations activityId={id} tickets={row?.tickets ?? none} timeZone={row?.timeZone} forms={forms} />}
    </div>
  );
}
