import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { TalentDetail } from "@lingxi/core/talent/schema";
import { useChainName } from "../../chains.tsx";
import { Later } from "../../later.tsx";
import { ReviewPage } from "../../review/page.tsx";
import { Consents, ContactFacts, declining, Facts, PublicLink, Said, StepWithReason } from "../../review/parts.tsx";
import { type Review, useRecord } from "../../review/use-record.ts";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

const brokered = async () => (await import("./brokered.tsx")).Brokered;

/** One person with what they said and agreed to, and what can be done with the application. */
export function TalentReview({ id }: { id: string }) {
  const { locale } = useLocale();
  const review = useRecord<TalentDetail>(`/api/console/talents/${id}`);
  return (
    <ReviewPage review={review} list="/console/talents" back={words.back} title={(p) => p.name || t(words.left)}>
      {(talent) => (
        <>
          <Steps talent={talent} review={review} />
          {talent.remark && <Notice title={t(words.remark)}>{talent.remark}</Notice>}
          {talent.status !== "withdrawn" && (
            <>
              <Said heading={t(words.introduction)} text={say(talent.introduction, locale)} />
              <Person talent={talent} />
            </>
          )}
          {talent.status === "approved" && <Later load={brokered} id={id} />}
          <Consents consents={talent.consents} />
        </>
      )}
    </ReviewPage>
  );
}

function Person({ talent }: { talent: TalentDetail }) {
  const { locale } = useLocale();
  const chainName = useChainName();
  const list = (words: readonly string[]) => words.join(locale === "en" ? ", " : "、");
  return (
    <>
      <Facts
        facts={[
          [t(common.organisation), talent.organisation],
          [t(words.position), talent.title],
          [t(words.expertise), list(talent.expertise)],
          [t(words.chains), list(talent.chains.map(chainName))],
          [t(words.appliedAt), formatTime(talent.appliedAt, locale)],
          [t(common.number), talent.id],
        ]}
      />
      <ContactFacts contact={talent} />
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
      {status === "approved" && agreed && <PublicLink path={`/talents/${talent.id}/`}>{t(words.view)}</PublicLink>}
      {(status === "applied" || status === "approved") && <StepWithReason of={declining(words)} review={review} />}
    </div>
  );
}
