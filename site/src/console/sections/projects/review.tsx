import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { ProjectDetail } from "@lingxi/core/project/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useChainName } from "../../chains.tsx";
import { amounts } from "../../review/amounts.ts";
import { ListingSteps } from "../../review/listing-steps.tsx";
import { ReviewPage } from "../../review/page.tsx";
import { Consents, ContactFacts, Facts, Said } from "../../review/parts.tsx";
import { TextsForm } from "../../review/texts.tsx";
import { useRecord } from "../../review/use-record.ts";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { Notice } from "../../ui.tsx";
import { words } from "./words.ts";

const texts = ["problem", "advantage", "economics"] as const;
const labels = { title: words.name, problem: words.problem, advantage: words.advantage, economics: words.economics } as const;
const textsOf = ({ title, problem, advantage, economics }: ProjectDetail) => ({ title, problem, advantage, economics });

/** One project with everything that its supplier said, and what can be done with it. */
export function ProjectReview({ id }: { id: string }) {
  const { locale } = useLocale();
  const path = `/api/console/projects/${id}`;
  const review = useRecord<ProjectDetail>(path);
  return (
    <ReviewPage review={review} list="/console/projects" back={words.back} title={(p) => say(p.title, locale) || p.id}>
      {(project) => (
        <>
          <ListingSteps status={project.status} words={words} path={`/projects/${project.id}/`} review={review} />
          {project.remark && <Notice title={t(common.remark)}>{project.remark}</Notice>}
          {texts.map((part) => (
            <Said key={part} heading={t(words[part])} text={say(project[part], locale)} />
          ))}
          <Terms project={project} />
          <ContactFacts
            contact={project.contact}
            more={[
              [t(common.person), project.contact.name],
              [t(common.organisation), project.organisation],
            ]}
          />
          <Consents consents={[project.consent]} />
          {project.status !== "declined" && project.status !== "withdrawn" && (
            <TextsForm
              path={path}
              record={project}
              textsOf={textsOf}
              secret={project.secrecy === "trade-secret"}
              labels={labels}
              help={words.textsHelp}
              review={review}
            />
          )}
        </>
      )}
    </ReviewPage>
  );
}

function Terms({ project }: { project: ProjectDetail }) {
  const { locale } = useLocale();
  const chainName = useChainName();
  return (
    <Facts
      facts={[
        [t(common.chain), chainName(project.chain)],
        [t(words.trl), project.trl],
        [t(common.ways), project.ways.map((way) => t(common[way])).join(locale === "en" ? ", " : "、")],
        [t(words.asking), amounts(project.askingFrom, project.askingTo)],
        [t(common.region), project.region ? t(regions[project.region]) : "–"],
        [t(common.secrecy), t(project.secrecy === "none" ? common.none : words["trade-secret"])],
        ...(project.seeking
          ? [[t(words.match), t(words.seekingSince, { at: formatTime(project.seeking, locale) })] as [string, string]]
          : []),
        [t(common.sent), formatTime(project.submittedAt, locale)],
        [t(common.number), project.id],
      ]}
    />
  );
}
