import { say } from "@lingxi/core/platform/text";
import { formatDay, formatTime } from "@lingxi/core/platform/time";
import type { PageFailure } from "@lingxi/core/publication/schema";
import type { Duty, DutyKind, Pending } from "@lingxi/core/workspace/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "./api.ts";
import { usePulse } from "./pulse.ts";
import { sectionsOf } from "./sections.ts";
import { hasRole, type Session } from "./session.ts";
import { currentLocale, t } from "./text.ts";
import { thingHref } from "./things.ts";
import { Button, Empty, Notice, PageTitle, Tag } from "./ui.tsx";
import { words as common } from "./words.ts";
import { words } from "./words-shell.ts";

/** Where all things of a reason are. */
const lists: Readonly<Record<DutyKind, string>> = {
  "review-project": "/console/projects",
  "review-demand": "/console/demands",
  "review-talent": "/console/talents",
  "check-claim": "/console/organisations",
  "review-case": "/console/cases?status=in-review",
  "held-case": "/console/cases?status=scheduled",
  "due-reminder": "/console/matches",
  "free-seats": "/console/activities?sort=-waiting",
  "paused-campaign": "/console/campaigns?status=paused",
  "approve-campaign": "/console/campaigns?status=waiting",
  "failed-page": "/console",
  "overdue-demand": "/console/demands?status=open&sort=deadline",
};
const urgent: readonly DutyKind[] = ["paused-campaign", "held-case", "failed-page"];

/** The console's first page: what needs somebody today, each with the way to it, and what can be begun. */
export function Overview({ session }: { session: Session }) {
  const [duties, setDuties] = useState<readonly Duty[]>();
  const [problem, setProblem] = useState("");
  const load = () => {
    setProblem("");
    api<{ duties: Duty[] }>("/api/console/workspace/today").then(
      (answer) => setDuties(answer.duties),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  useEffect(load, []);
  usePulse("notices", load);
  return (
    <div class="stack">
      <PageTitle title={t(words.today)} />
      <PageFailures />
      {problem && (
        <Notice tone="error">
          <p>{problem}</p>
          <Button look="quiet" onClick={load}>
            {t(common.retry)}
          </Button>
        </Notice>
      )}
      {!duties && !problem && <p role="status">{t(common.loading)}</p>}
      {duties && duties.length > 0 && (
        <ul class="duties">
          {duties.map((duty) => (
            <DutyCard key={duty.kind} duty={duty} />
          ))}
        </ul>
      )}
      {duties?.length === 0 && (
        <Empty title={t(words.todayNothing)} help={t(words.todayNothingHelp)}>
          <Starts session={session} />
        </Empty>
      )}
      <h2>{t(words.places)}</h2>
      <ul class="places">
        {sectionsOf(session).map((section) => (
          <li key={section.path}>
            <a href={section.path}>{t(section.label)}</a>
            <span class="muted">{t(section.purpose)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeOf(reason: DutyKind, { kind, id }: Pending): string {
  if (kind === "organisation") return lists[reason];
  if (kind === "match") return `/console/matches/${id}`;
  return `${thingHref({ kind, id })}${reason === "free-seats" ? "/registrations?status=waitlisted" : ""}`;
}

/** An instant, or a day. */
const moment = (at: string) => (/T/.test(at) ? formatTime(at, currentLocale()) : formatDay(at, currentLocale()));

function DutyCard({ duty: { kind, count, more, first } }: { duty: Duty }) {
  return (
    <li class="duty">
      <h2>
        <a href={lists[kind]}>{t(words[kind])}</a>{" "}
        <Tag tone={urgent.includes(kind) ? "error" : "accent"}>{t(more ? words.countMore : words.count, { n: count })}</Tag>
      </h2>
      <ul>
        {first.map((thing) => (
          <li key={thing.id}>
            <a href={placeOf(kind, thing)}>{say(thing.title, currentLocale()) || thing.id}</a>
            {thing.at && <span class="muted">{moment(thing.at)}</span>}
          </li>
        ))}
      </ul>
      {(more || count > first.length) && <a href={lists[kind]}>{t(words.showAll)}</a>}
    </li>
  );
}

/** What can be begun. */
function Starts({ session }: { session: Session }) {
  const actions = sectionsOf(session).flatMap(({ actions: all = [] }) =>
    all.filter(({ roles }) => !roles || roles.some((role) => hasRole(session, role))),
  );
  return (
    <div class="actions">
      {actions.map(({ href, label }) => (
        <a key={href} class="button button--quiet" href={href}>
          {t(label)}
        </a>
      ))}
    </div>
  );
}

const homes = {
  cases: "/console/cases",
  pages: "/console/pages",
  projects: "/console/projects",
  talents: "/console/talents",
  activities: "/console/activities",
  demands: "/console/demands",
  newsletters: "/console/campaigns",
};

/** Pages of the site that could not be made, with where to look; nothing when all is well. */
function PageFailures() {
  const [failures, setFailures] = useState<readonly PageFailure[]>([]);
  useEffect(() => {
    // Whoever may not see it has no use for it either.
    api<{ failures: PageFailure[] }>("/api/console/site/failures").then(
      (answer) => setFailures(answer.failures),
      () => undefined,
    );
  }, []);
  if (!failures.length) return null;
  return (
    <Notice tone="warning" title={t(common.pagesFailed)}>
      <p>{t(common.pagesFailedHelp)}</p>
      <ul>
        {failures.map(({ key, tries, thing }) => (
          <li key={key}>
            {thing ? <a href={`${homes[thing.kind]}/${thing.id}`}>{say(thing.title, currentLocale())}</a> : <code>{key}</code>} ·{" "}
            {t(common.pagesFailedTries, { n: tries })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
