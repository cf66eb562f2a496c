import { say } from "@lingxi/core/platform/text";
import type { PageFailure } from "@lingxi/core/publication/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "./api.ts";
import { words as review } from "./review/words.ts";
import { sections } from "./sections.ts";
import { currentLocale, t } from "./text.ts";
import { Card, Notice, PageTitle, Tag } from "./ui.tsx";
import { words } from "./words.ts";

/** The console's first page: each section with the one line that says what it is for. */
export function Overview() {
  return (
    <>
      <PageTitle title={t(words.home)} intro={t(words.homeIntro)} />
      <PageFailures />
      <ul class="grid">
        {sections.map((section) => (
          <li key={section.path}>
            <Card title={t(section.label)} href={section.path}>
              <p>{t(section.purpose)}</p>
              {section.waiting && <Waiting path={section.waiting} />}
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many things wait for review, and how many were held back; nothing where none does, and for those who have no say in it. */
function Waiting({ path }: { path: string }) {
  const [found, setFound] = useState<{ count: number; more: boolean; held?: number }>();
  useEffect(() => {
    api<NonNullable<typeof found>>(path).then(setFound, () => undefined);
  }, [path]);
  if (!found?.count && !found?.held) return null;
  return (
    <p class="tags">
      {found.count > 0 && <Tag tone="accent">{t(found.more ? review.waitingMore : review.waiting, { n: found.count })}</Tag>}
      {found.held ? <Tag tone="error">{t(words.held, { n: found.held })}</Tag> : null}
    </p>
  );
}

const homes = {
  cases: "/console/cases",
  pages: "/console/pages",
  projects: "/console/projects",
  talents: "/console/talents",
  activities: "/console/activities",
  demands: "/console/demands",
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
    <Notice tone="warning" title={t(words.pagesFailed)}>
      <p>{t(words.pagesFailedHelp)}</p>
      <ul>
        {failures.map(({ key, tries, thing }) => (
          <li key={key}>
            {thing ? <a href={`${homes[thing.kind]}/${thing.id}`}>{say(thing.title, currentLocale())}</a> : <code>{key}</code>} ·{" "}
            {t(words.pagesFailedTries, { n: tries })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
