import { unsolvedReasons, unsolvedWords } from "@lingxi/core/demand/clock-schema";
import type { DemandDetail, DemandState } from "@lingxi/core/demand/schema";
import { type Localised, say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { Review } from "../../review/use-record.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, Checkbox, Dialog, Notice, Select, Tag } from "../../ui.tsx";
import { Clock } from "./clock.tsx";
import { words } from "./words.ts";

const tones = { open: "info", "in-contact": "accent", solved: "success", unsolved: "warning" } as const;

/** Where a listed need stands, and the steps from there. */
export function Progress({ demand, review }: { demand: DemandDetail; review: Review<DemandDetail> }) {
  const { locale } = useLocale();
  const { state, stateSince, outcome, why, closedBy } = demand;
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
      <div class="actions">
        {state === "open" && (
          <Button look="quiet" busy={review.busy} onClick={move("in-contact", words.contactedNow)}>
            {t(words.contacted)}
          </Button>
        )}
        {state === "in-contact" && (
          <Closing review={review} state="solved" title={words.solve} help={words.solveHelp} done={words.solvedNow} />
        )}
        {(state === "open" || state === "in-contact") && (
          <Closing review={review} state="unsolved" title={words.give} help={words.giveHelp} done={words.givenUp} />
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

interface ClosingProps {
  review: Review<DemandDetail>;
  state: DemandState;
  title: Words;
  help: Words;
  done: Words;
}

/** Closes a need with a word on what became of it, which the public reads only where it is ticked. */
function Closing({ review, state, title, help, done }: ClosingProps) {
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Localised>({ "zh-CN": "" });
  const [shown, setShown] = useState(false);
  const [why, setWhy] = useState("");
  const [tried, setTried] = useState(false);
  const { trouble } = review;
  const said = outcome["zh-CN"].trim() || outcome.en?.trim();
  const send = async () => {
    setTried(true);
    const closed = await review.act("state", { state, shown, ...(said ? { outcome } : {}), ...(why ? { why } : {}) }, t(done));
    if (closed) setOpen(false);
  };
  return (
    <>
      <Button look="quiet" busy={review.busy} onClick={() => setOpen(true)}>
        {t(title)}
      </Button>
      <Dialog open={open} title={t(title)} onClose={() => setOpen(false)}>
        {open && <p>{t(help)}</p>}
        {open && tried && trouble && trouble.fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        {open && (
          <>
            {state === "unsolved" && (
              <Select
                name="why"
                label={t(words.why)}
                value={why}
                onInput={setWhy}
                options={[
                  { value: "", label: t(words.chooseWhy) },
                  ...unsolvedReasons.map((value) => ({ value, label: t(unsolvedWords[value]) })),
                ]}
                errors={tried ? trouble?.fields : undefined}
              />
            )}
            <BilingualField
              name="outcome"
              label={t(words.outcome)}
              value={outcome}
              onInput={setOutcome}
              errors={tried ? trouble?.fields : undefined}
              rows={4}
            />
            <Checkbox name="shown" label={t(words.show)} checked={shown} onChange={setShown} />
          </>
        )}
        <Button busy={review.busy} onClick={() => void send()}>
          {t(title)}
        </Button>
      </Dialog>
    </>
  );
}
