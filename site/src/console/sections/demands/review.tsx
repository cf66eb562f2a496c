import { amountOf, type DemandDetail, demandNotes, type Indicator } from "@lingxi/core/demand/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useChainName } from "../../chains.tsx";
import { amounts } from "../../review/amounts.ts";
import { ListingSteps } from "../../review/listing-steps.tsx";
import { ReviewPage } from "../../review/page.tsx";
import { Consents, ContactFacts, Facts, Said } from "../../review/parts.tsx";
import { TextsForm } from "../../review/texts.tsx";
import { useRecord } from "../../review/use-record.ts";
import { words as common } from "../../review/words.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Notice, Table } from "../../ui.tsx";
import { Deadline } from "./deadline.tsx";
import { Matches } from "./matches.tsx";
import { Progress } from "./progress.tsx";
import { words } from "./words.ts";

const texts = ["problem", "scenario", "effect"] as const;
const labels = { title: words.name, problem: words.problem, scenario: words.scenario, effect: words.effect } as const;
const textsOf = ({ title, problem, scenario, effect }: DemandDetail) => ({
  title,
  problem,
  ...(scenario ? { scenario } : {}),
  ...(effect ? { effect } : {}),
});

/** One need with everything that its enterprise said, and what can be done with it. */
export function DemandReview({ id }: { id: string }) {
  const { locale } = useLocale();
  const session = useSession();
  const readsMatches = ["broker", "organiser", "auditor"].some((role) => hasRole(session, role));
  const path = `/api/console/demands/${id}`;
  const review = useRecord<DemandDetail>(path);
  return (
    <ReviewPage review={review} list="/console/demands" back={words.back} title={(d) => say(d.title, locale) || d.id}>
      {(demand) => {
        const { secrecy, status } = demand;
        const ended = status === "declined" || status === "withdrawn";
        const held = (part: string) => secrecy === "trade-secret" && part !== "scenario";
        const heading = (part: "problem" | "effect" | "scenario" | "indicators") =>
          held(part) ? t(words.held, { part: t(words[part]) }) : t(words[part]);
        return (
          <>
            <ListingSteps status={demand.status} words={words} path={`/demands/${demand.id}/`} review={review} />
            {demand.remark && <Notice title={t(common.remark)}>{demand.remark}</Notice>}
            {status === "listed" && <Progress demand={demand} review={review} />}
            {!ended && demand.notes.length > 0 && (
              <Notice tone="warning" title={t(words.check)}>
                {demand.notes.map((note) => (
                  <p key={note}>{t(demandNotes[note])}</p>
                ))}
              </Notice>
            )}
            {texts.map((part) => {
              const text = demand[part];
              return <Said key={part} heading={heading(part)} text={text && say(text, locale)} />;
            })}
            <Indicators heading={heading("indicators")} indicators={demand.indicators} />
            <Terms demand={demand} />
            <ContactFacts
              contact={demand.contact}
              more={[
                [t(common.person), demand.contact.name],
                [t(common.organisation), demand.organisation],
                [t(words.creditCode), demand.creditCode ?? "–"],
              ]}
            />
            {status === "listed" && readsMatches && <Matches demandId={demand.id} />}
            <Consents consents={[demand.consent]} />
            {!ended && (
              <TextsForm
                path={path}
                record={demand}
                textsOf={textsOf}
                secret={secrecy === "trade-secret"}
                labels={labels}
                help={words.textsHelp}
                review={review}
              />
            )}
          </>
        );
      }}
    </ReviewPage>
  );
}

function Indicators({ heading, indicators }: { heading: string; indicators: readonly Indicator[] }) {
  if (!indicators.length) return null;
  return (
    <section class="stack">
      <h2>{heading}</h2>
      <Table
        caption={heading}
        rows={indicators}
        rowKey={(i) => `${i.name} ${amountOf(i)}`}
        columns={[
          { key: "name", label: t(words.indicator), cell: (i) => i.name },
          { key: "amount", label: t(words.amount), cell: amountOf },
        ]}
      />
    </section>
  );
}

function Terms({ demand }: { demand: DemandDetail }) {
  const { locale } = useLocale();
  const chainName = useChainName();
  return (
    <Facts
      facts={[
        [t(common.chain), chainName(demand.chain)],
        [t(words.trl), demand.trl ?? t(words.any)],
        [t(common.ways), demand.ways.map((way) => t(common[way])).join(locale === "en" ? ", " : "、")],
        [t(words.budget), amounts(demand.budgetFrom, demand.budgetTo)],
        [t(words.deadline), <Deadline key="deadline" demand={demand} />],
        [t(common.region), t(regions[demand.region])],
        [t(common.secrecy), t(demand.secrecy === "none" ? common.none : words["trade-secret"])],
        [t(common.sent), formatTime(demand.submittedAt, locale)],
        [t(common.number), demand.id],
      ]}
    />
  );
}
