import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { CallView, Decision, EntryRow, Mark } from "@lingxi/core/roadshow/schema";
import { useMemo, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { List } from "../../list/list.tsx";
import type { BulkAction, ListOf } from "../../list/types.ts";
import { hasRole, useSession } from "../../session.ts";
import { currentLocale, t, useLocale } from "../../text.ts";
import { Button, Checkbox, Dialog, Notice, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Frame, useCall } from "./frame.tsx";
import { words } from "./words.ts";

export const markWord = (mark: Mark) => t(mark === "withdrawn" ? words.withdrew : words[mark]);

/** What was decided on a project, in a word. */
export function decisionText(e: EntryRow): string {
  if (e.status === "withdrawn") return t(words.withdrawn);
  if (e.reservePlace) return t(words.reserveAt, { n: e.reservePlace });
  return t(words[e.decision?.is ?? "none"]);
}
export const decisionTone = (e: EntryRow) =>
  e.status === "withdrawn" || !e.decision
    ? undefined
    : ({ accepted: "success", reserve: "info", declined: "warning" } as const)[e.decision.is];

function actionsFor(id: string, out: boolean): BulkAction<EntryRow>[] {
  const at = (e: EntryRow) => `/api/console/roadshows/${id}/entries/${e.id}`;
  const decide = (decision: Decision) => (e: EntryRow, said: string) => ({
    path: `${at(e)}/decide`,
    body: { version: e.version, decision, ...(said ? { reason: said } : {}) },
  });
  const inside = (e: EntryRow) => e.status === "submitted";
  const accepted = (e: EntryRow) => inside(e) && e.decision?.is === "accepted";
  const mark = (key: Mark, label: BulkAction<EntryRow>["label"]): BulkAction<EntryRow> => ({
    ...{ key, label, help: words.markHelp, look: "quiet", fits: accepted },
    call: (e) => ({ path: `${at(e)}/mark`, body: { version: e.version, mark: key } }),
  });
  return [
    { key: "accept", label: words.accept, help: words.acceptHelp, fits: inside, call: decide("accepted") },
    { key: "reserve", label: words.toReserve, help: words.acceptHelp, look: "quiet", fits: inside, call: decide("reserve") },
    {
      ...{ key: "decline", label: words.decline, help: words.declineHelp, look: "danger", asks: words.reason, fits: inside },
      call: decide("declined"),
    },
    ...(out
      ? [
          {
            ...{ key: "list", label: words.list, help: words.listHelp },
            fits: (e: EntryRow) => accepted(e) && e.projectStatus === "submitted",
            call: (e: EntryRow) => ({ path: `/api/console/projects/${e.projectId}/list`, body: { version: e.projectVersion } }),
          },
          mark("presented", words.markPresented),
          mark("no-show", words.markNoShow),
          mark("withdrawn", words.markWithdrew),
        ]
      : []),
  ];
}

/** The projects of one roadshow with their results, and what is decided on them. */
export function Entries({ id }: { id: string }) {
  const { locale } = useLocale();
  const found = useCall(id);
  const may = hasRole(useSession(), "organiser");
  const { call } = found;
  const out = Boolean(call?.result);
  const of = useMemo<ListOf<EntryRow>>(() => {
    const title = (e: EntryRow) => say(e.title, locale);
    const scores = (e: EntryRow) => t(words.scoresText, { handedIn: e.handedIn, all: e.handedIn + e.missing });
    const listing = (e: EntryRow) => t(words[e.projectStatus]);
    const decided = (e: EntryRow) => [decisionText(e), e.mark ? markWord(e.mark) : ""].filter(Boolean).join(" · ");
    const rank = (e: EntryRow) => (e.rank ? `${e.rank}${e.tied ? ` ${t(words.tied)}` : ""}` : "–");
    return {
      api: `/api/console/roadshows/${id}/entries`,
      caption: t(words.projects),
      rowId: (e) => e.id,
      rowName: title,
      href: (e) => `/console/roadshows/${id}/entries/${e.id}`,
      columns: [
        { key: "title", label: t(words.project), cell: title, text: title, width: "wide" },
        { key: "rank", label: t(words.rank), cell: rank, text: rank, by: (e) => e.rank ?? 999, width: "narrow" },
        { key: "organisation", label: t(words.organisation), cell: (e) => e.organisation, text: (e) => e.organisation },
        { key: "value", label: t(words.value), number: true, cell: (e) => e.value ?? "–", text: (e) => e.value, width: "narrow" },
        {
          key: "scores",
          label: t(words.scores),
          cell: (e) => (e.missing > 0 ? <Tag tone="warning">{scores(e)}</Tag> : scores(e)),
          text: scores,
          by: (e) => e.missing,
          width: "narrow",
        },
        {
          key: "decision",
          label: t(words.decision),
          cell: (e) => <Tag {...toneOf(e)}>{decided(e)}</Tag>,
          text: decided,
          width: "narrow",
        },
        { key: "listing", label: t(words.listing), cell: listing, text: listing, width: "narrow", aside: true },
      ],
      filters: [
        {
          name: "decision",
          label: t(words.decision),
          options: (["none", "accepted", "reserve", "declined"] as const).map((value) => ({ value, label: t(words[value]) })),
        },
      ],
      ...(may ? { actions: actionsFor(id, out) } : {}),
      empty: () => ({ title: t(words.noEntries), help: t(words.noEntriesHelp, { id }) }),
    };
  }, [locale, id, out, may]);
  return (
    <Frame id={id} part="projects" found={found}>
      {call && <Publishing id={id} call={call} may={may} reload={found.reload} />}
      {call && <List of={of} />}
    </Frame>
  );
}

const toneOf = (e: EntryRow) => {
  const tone = decisionTone(e);
  return tone ? { tone } : {};
};

interface PublishingProps {
  readonly id: string;
  readonly call: CallView;
  readonly may: boolean;
  readonly reload: () => void;
}

/** Publishing the result, and taking it along. */
function Publishing({ id, call, may, reload }: PublishingProps) {
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const [comments, setComments] = useState(false);
  const { busy, told, trouble, attempt, tell } = useWork();
  const publish = () =>
    attempt(async () => {
      const { version } = await api<CallView>(`/api/console/roadshows/${id}`);
      await api(`/api/console/roadshows/${id}/publish`, { method: "POST", body: { version, comments } });
      setAsking(false);
      tell(t(words.publishedNow));
      reload();
    });
  return (
    <>
      {told && <Notice tone="success">{told}</Notice>}
      {call.result && !told && <Notice>{t(words.published, { at: formatTime(call.result.at, locale) })}</Notice>}
      <div class="actions">
        {may && !call.result && <Button onClick={() => setAsking(true)}>{t(words.publish)}</Button>}
        <a class="button button--quiet" href={`/api/console/roadshows/${id}/results?locale=${currentLocale()}`} download>
          {t(words.xlsx)}
        </a>
      </div>
      <Dialog open={asking} title={t(words.publish)} onClose={() => setAsking(false)}>
        {asking && trouble && <Notice tone="error">{trouble.message}</Notice>}
        <p>{t(words.publishHelp, { n: call.entries })}</p>
        <Checkbox name="comments" label={t(words.comments)} checked={comments} onChange={setComments} />
        <Button busy={busy} onClick={() => void publish()}>
          {t(words.publish)}
        </Button>
      </Dialog>
    </>
  );
}
