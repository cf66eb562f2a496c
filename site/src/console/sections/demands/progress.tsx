import { unsolvedWords } from "@lingxi/core/demand/clock-schema";
import type { DemandDetail, DemandState } from "@lingxi/core/demand/schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { Review } from "../../review/use-record.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, Tag } from "../../ui.tsx";
import { Clock } from "./clock.tsx";
import { ClosingDialog, closings, type Ended } from "./closing.tsx";
import { words } from "./words.ts";

const tones = { open: "info", "in-contact": "accent", solved: "success", unsolved: "warning" } as const;

/** Where a listed need stands, and the steps from there. */
export function Progress({ demand, review }: { demand: DemandDetail; review: Review<DemandDetail> }) {
  const session = useSession();
  const { locale } = useLocale();
  const { state, stateSince, outcome, why, closedBy, movedFor, proposal, batch } = demand;
  const move = (to: DemandState, done: Words) => () => void review.act("state", { state: to }, t(done));
  return (
    <section class="card stack">
      <h2>{t(words.progress)}</h2>
      <p>
        <Tag tone={tones[state]}>{t(words[state])}</Tag>{" "}
        {stateSince && <span class="muted">{t(words.stateSince, { at: formatTime(stateSince, locale) })}</span>}
      </p>
      {why && (
        <p>
          {t(words.why)}
          {locale === "en" ? ": " : "："}
          {t(unsolvedWords[why])}
        </p>
      )}
      {closedBy === "enterprise" && <p class="muted">{t(words.byEnterprise)}</p>}
      {outcome && (
        <p class="said">
          {say(outcome.text, locale)} <Tag>{t(outcome.shown ? words.shown : words.hidden)}</Tag>
        </p>
      )}
      {movedFor && <p class="muted">{t(words.byAsk)}</p>}
      {proposal && (
        <Notice tone="warning" title={t(words.proposal)}>
          <p>{t(words.proposalHelp)}</p>
          <Button look="quiet" busy={review.busy} onClick={() => void review.act("dismiss", {}, t(words.dismissed))}>
            {t(words.dismiss)}
          </Button>
        </Notice>
      )}
      <div class="actions">
        {state === "open" && (
          <Button look="quiet" busy={review.busy} onClick={move("in-contact", words.contactedNow)}>
            {t(words.contacted)}
          </Button>
        )}
        {state === "in-contact" && <Closing review={review} state="solved" />}
        {(state === "open" || state === "in-contact") && <Closing review={review} state="unsolved" />}
        {batch && hasRole(session, "organiser") && (
          <Button look="quiet" busy={review.busy} onClick={() => void review.act("leave", {}, t(words.leftBatch))}>
            {t(words.leaveBatch)}
          </Button>
        )}
        {state !== "open" && (
          <Button look="quiet" busy={review.busy} onClick={move("open", words.reopenedNow)}>
            {t(words.reopen)}
          </Button>
        )}
      </div>
      {(state === "open" || state === "in-contact") && <Clock demand={demand} review={review} />}
    </section>
  );
}

/** The button that closes a need, and its dialog. */
function Closing({ review, state }: { review: Review<DemandDetail>; state: Ended }) {
  const [open, setOpen] = useState(false);
  const { title, done } = closings[state];
  return (
    <>
      <Button look="quiet" busy={review.busy} onClick={() => setOpen(true)}>
        {t(title)}
      </Button>
      {open && (
        <ClosingDialog
          state={state}
          busy={review.busy}
          trouble={review.trouble}
          onClose={() => setOpen(false)}
          send={(body) => review.act("state", body, t(done))}
        />
      )}
    </>
  );
}
