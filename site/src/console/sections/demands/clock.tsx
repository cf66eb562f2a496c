import { kindWords, needKinds, type Solution, solutions, solutionWords } from "@lingxi/core/demand/clock-schema";
import type { DemandDetail } from "@lingxi/core/demand/schema";
import { dayOf, formatDay, formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { Review } from "../../review/use-record.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Choices, Dialog, Field, Notice } from "../../ui.tsx";
import { words } from "./words.ts";

/** What a need is about, how it is to be solved, and when it is looked at again. */
export function Clock({ demand, review }: { demand: DemandDetail; review: Review<DemandDetail> }) {
  const { locale } = useLocale();
  const session = useSession();
  const { kind, solutions: ways, reviewOn, confirmedAt, stale } = demand;
  const may = ["reviewer", "organiser", "broker"].some((role) => hasRole(session, role));
  return (
    <section class="stack">
      <h3>{t(words.review)}</h3>
      {stale && <Notice tone="warning">{t(words.staleHelp)}</Notice>}
      <dl class="facts">
        <div>
          <dt>{t(words.kind)}</dt>
          <dd>{kind ? t(kindWords[kind]) : t(words.notYet)}</dd>
        </div>
        {ways && (
          <div>
            <dt>{t(words.solutions)}</dt>
            <dd>{ways.map((one) => t(solutionWords[one])).join(locale === "en" ? ", " : "、")}</dd>
          </div>
        )}
        {reviewOn && (
          <div>
            <dt>{t(words.reviewOn)}</dt>
            <dd>
              {formatDay(reviewOn, locale)}{" "}
              {confirmedAt && <span class="muted">{t(words.reviewed, { at: formatTime(confirmedAt, locale) })}</span>}
            </dd>
          </div>
        )}
      </dl>
      {may && <Classifying key={demand.version} demand={demand} review={review} />}
    </section>
  );
}

function Classifying({ demand, review }: { demand: DemandDetail; review: Review<DemandDetail> }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string>(demand.kind ?? "");
  const [ways, setWays] = useState<readonly string[]>(demand.solutions ?? []);
  const [reviewOn, setReviewOn] = useState(demand.reviewOn ?? "");
  const [tried, setTried] = useState(false);
  const { trouble } = review;
  const errors = tried ? trouble?.fields : undefined;
  const send = async () => {
    setTried(true);
    const said = { ...(kind ? { kind } : {}), solutions: ways as Solution[], reviewOn };
    if (await review.act("classify", said, t(words.savedReview))) setOpen(false);
  };
  return (
    <>
      <p>
        <Button look="quiet" busy={review.busy} onClick={() => setOpen(true)}>
          {t(words.classify)}
        </Button>
      </p>
      <Dialog open={open} title={t(words.classify)} onClose={() => setOpen(false)}>
        {open && (
          <>
            {tried && trouble && trouble.fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
            <Choices
              as="radio"
              name="kind"
              label={t(words.kind)}
              value={[kind]}
              onInput={([one]) => setKind(one ?? "")}
              errors={errors}
              options={needKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
            />
            <Choices
              as="checkbox"
              name="solutions"
              label={t(words.solutions)}
              value={ways}
              onInput={setWays}
              errors={errors}
              options={solutions.map((value) => ({ value, label: t(solutionWords[value]) }))}
            />
            <Field
              short
              type="date"
              name="reviewOn"
              label={t(words.reviewOn)}
              min={dayOf(new Date())}
              value={reviewOn}
              onInput={setReviewOn}
              errors={errors}
            />
          </>
        )}
        <Button busy={review.busy} onClick={() => void send()}>
          {t(words.saveReview)}
        </Button>
      </Dialog>
    </>
  );
}
