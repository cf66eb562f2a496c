import type { MeetingPerson } from "@lingxi/core/meeting/schema";
import { useMemo, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

/** Who takes part, and whom the organiser keeps out. */
export function MeetingPeople({ id }: { id: string }) {
  const { locale } = useLocale();
  const may = hasRole(useSession(), "organiser");
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState("");
  const of = useMemo<ListOf<MeetingPerson>>(() => {
    const block = (row: MeetingPerson) =>
      void api(`/api/console/meetings/${id}/people/${row.id}`, { method: "POST", body: { blocked: row.status === "in" } }).then(
        () => setTurn((n) => n + 1),
        (error: unknown) => setProblem(error instanceof ApiProblem ? error.message : String(error)),
      );
    return {
      api: `/api/console/meetings/${id}/people`,
      caption: t(words.people),
      rowId: (r) => r.id,
      rowName: (r) => r.name,
      columns: [
        { key: "name", label: t(words.name), cell: (r) => r.name, text: (r) => r.name },
        { key: "organisation", label: t(words.organisation), cell: (r) => r.organisation, text: (r) => r.organisation },
        { key: "brings", label: t(words.brings), cell: (r) => r.brings, text: (r) => r.brings, width: "wide", aside: true },
        { key: "times", label: t(words.times), number: true, cell: (r) => r.times, text: (r) => r.times, width: "narrow" },
        { key: "wishes", label: t(words.wishes), number: true, cell: (r) => r.wishes, text: (r) => r.wishes, width: "narrow" },
        {
          key: "status",
          label: t(words.state),
          cell: (r) => (
            <>
              {r.status === "blocked" && <Tag tone="warning">{t(words.blocked)}</Tag>}{" "}
              {may && (
                <Button look="quiet" onClick={() => block(r)}>
                  {t(r.status === "in" ? words.block : words.unblock)}
                </Button>
              )}
            </>
          ),
          text: (r) => t(r.status === "blocked" ? words.blocked : words.takesPart),
        },
      ],
      empty: () => ({ title: t(words.nobody), help: t(words.nobodyHelp) }),
    };
  }, [locale, id, may, turn]);
  return (
    <div class="stack">
      <p>
        <a href={`/console/meetings/${id}`}>← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.people)} intro={t(words.peopleIntro)} />
      {problem && <Notice tone="error">{problem}</Notice>}
      <List key={turn} of={of} />
    </div>
  );
}
