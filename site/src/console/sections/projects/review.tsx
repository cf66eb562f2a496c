import { type Locale, say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { ProjectDetail } from "@lingxi/core/project/schema";
import { rangeText } from "../../../view/money.ts";
import { useChains } from "../../chains.tsx";
import { Consents, Facts, Outcome, StepWithReason } from "../../review/parts.tsx";
import { type Review, useRecord } from "../../review/use-record.ts";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Tag } from "../../ui.tsx";
import { ProjectTexts } from "./texts.tsx";
import { words } from "./words.ts";

/** One project with everything that its supplier said, and what can be done with it. */
export function ProjectReview({ id }: { id: string }) {
  const { locale } = useLocale();
  const chains = useChains();
  const review = useRecord<ProjectDetail>(`/api/console/projects/${id}`);
  const { record: project, trouble } = review;
  return (
    <div class="stack">
      <p>
        <a href="/console/projects">← {t(words.back)}</a>
      </p>
      {project && <PageTitle title={say(project.title, locale) || project.id} />}
      <Outcome review={review} />
      {!project && !trouble && <p role="status">{t(common.loading)}</p>}
      {project && (
        <>
          <Steps project={project} review={review} />
          {project.remark && <Notice title={t(words.remark)}>{project.remark}</Notice>}
          {(["problem", "advantage", "economics"] as const).map((part) => (
            <section class="stack" key={part}>
              <h2>{t(words[part])}</h2>
              <p class="said">{say(project[part], locale)}</p>
            </section>
          ))}
          <Facts
            facts={[
              [t(words.chain), chains.find((c) => c.id === project.chain)?.name[locale] ?? project.chain],
              [t(words.trl), project.trl],
              [t(words.ways), project.ways.map((way) => t(words[way])).join(locale === "en" ? ", " : "、")],
              [t(words.asking), asking(project, locale)],
              [t(words.secrecy), t(words[project.secrecy])],
              [t(words.sent), formatTime(project.submittedAt, locale)],
              [t(words.number), project.id],
            ]}
          />
          <section class="stack">
            <h2>{t(common.contact)}</h2>
            <Facts
              facts={[
                [t(words.person), project.contact.name],
                [t(words.supplier), project.organisation],
                [t(common.email), project.contact.email],
                [t(common.phone), project.contact.phone ?? "–"],
              ]}
            />
          </section>
          <Consents consents={[project.consent]} />
          {project.status !== "declined" && project.status !== "withdrawn" && (
            <ProjectTexts key={project.version} project={project} review={review} />
          )}
        </>
      )}
    </div>
  );
}

function Steps({ project, review }: { project: ProjectDetail; review: Review<ProjectDetail> }) {
  const { status } = project;
  const tone = status === "listed" ? "success" : status === "submitted" ? "warning" : undefined;
  return (
    <div class="actions">
      <Tag {...(tone ? { tone } : {})}>{t(words[status])}</Tag>
      {status === "submitted" && (
        <>
          <Button busy={review.busy} onClick={() => void review.act("list", {}, t(words.listedNow))}>
            {t(words.list)}
          </Button>
          <StepWithReason
            title={t(words.change)}
            label={t(words.changeLabel)}
            help={t(words.changeHelp)}
            review={review}
            step="request-changes"
            done={t(words.changed)}
          />
        </>
      )}
      {status === "listed" && (
        <a class="button button--quiet" href={`/projects/${project.id}/`} target="_blank" rel="noopener">
          {t(words.view)}
        </a>
      )}
      {(status === "submitted" || status === "changes-requested") && (
        <StepWithReason
          title={t(words.decline)}
          label={t(words.reason)}
          help={t(words.declineHelp)}
          look="danger"
          review={review}
          step="decline"
          done={t(words.declinedNow)}
        />
      )}
      {status === "listed" && (
        <StepWithReason
          title={t(words.withdraw)}
          label={t(words.reason)}
          help={t(words.withdrawHelp)}
          look="danger"
          review={review}
          step="withdraw"
          done={t(words.withdrawnNow)}
        />
      )}
    </div>
  );
}

function asking({ askingFrom, askingTo }: ProjectDetail, locale: Locale): string {
  const exact = (amount: number) => rangeText({ from: amount, to: amount }, locale).replace(/^about |左右$/g, "");
  if (askingFrom !== undefined && askingTo !== undefined) return rangeText({ from: askingFrom, to: askingTo }, locale);
  if (askingFrom !== undefined) return t(words.atLeast, { from: exact(askingFrom) });
  if (askingTo !== undefined) return t(words.upTo, { to: exact(askingTo) });
  return t(words.toAgree);
}
