import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { TalentDetail } from "@lingxi/core/talent/schema";
import { useChains } from "../../chains.tsx";
import { Consents, Facts, Outcome, StepWithReason } from "../../review/parts.tsx";
import { type Review, useRecord } from "../../review/use-record.ts";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

/** One person with what they said and agreed to, and what can be done with the application. */
export function TalentReview({ id }: { id: string }) {
  const { locale } = useLocale();
  const review = useRecord<TalentDetail>(`/api/console/talents/${id}`);
  const { record: talent, trouble } = review;
  return (
    <div class="stack">
      <p>
        <a href="/console/talents">← {t(words.back)}</a>
      </p>
      {talent && <PageTitle title={talent.name || t(words.left)} />}
      <Outcome review={review} />
      {!talent && !trouble && <p role="status">{t(common.loading)}</p>}
      {talent && (
        <>
          <Steps talent={talent} review={review} />
          {talent.remark && <Notice title={t(words.remark)}>{talent.remark}</Notice>}
          {talent.status !== "withdrawn" && (
            <>
              <section class="stack">
                <h2>{t(words.introduction)}</h2>
                <p class="said">{say(talent.introduction, locale)}</p>
              </section>
              <Person talent={talent} />
            </>
          )}
          <Consents consents={talent.consents} />
        </>
      )}
    </div>
  );
}

function Person({ talent }: { talent: TalentDetail }) {
  const { locale } = useLocale();
  const chains = useChains();
  const list = (words: readonly string[]) => words.join(locale === "en" ? ", " : "、");
  return (
    <>
      <Facts
        facts={[
          [t(words.organisation), talent.organisation],
          [t(words.position), talent.title],
          [t(words.expertise), list(talent.expertise)],
          [t(words.chains), list(talent.chains.map((id) => chains.find((c) => c.id === id)?.name[locale] ?? id))],
          [t(words.appliedAt), formatTime(talent.appliedAt, locale)],
          [t(words.number), talent.id],
        ]}
      />
      <section class="stack">
        <h2>{t(common.contact)}</h2>
        <Facts
          facts={[
            [t(common.email), talent.email],
            [t(common.phone), talent.phone ?? "–"],
          ]}
        />
      </section>
    </>
  );
}

function Steps({ talent, review }: { talent: TalentDetail; review: Review<TalentDetail> }) {
  const { status } = talent;
  const agreed = talent.consents.some((c) => c.purpose === "talent-profile" && !c.withdrawnAt);
  const tone = status === "approved" ? "success" : status === "applied" ? "warning" : undefined;
  return (
    <div class="actions">
      <Tag {...(tone ? { tone } : {})}>{t(words[status])}</Tag>
      {status !== "withdrawn" && <Tag>{t(agreed ? words.public : words.private)}</Tag>}
      {status === "applied" && (
        <Button busy={review.busy} onClick={() => void review.act("approve", {}, t(words.approvedNow))}>
          {t(words.approve)}
        </Button>
      )}
      {status === "approved" && agreed && (
        <a class="button button--quiet" href={`/talents/${talent.id}/`} target="_blank" rel="noopener">
          {t(words.view)}
        </a>
      )}
      {(status === "applied" || status === "approved") && (
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
    </div>
  );
}
