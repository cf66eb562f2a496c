import { unsolvedReasons, unsolvedWords } from "@lingxi/core/demand/clock-schema";
import type { Localised, Words } from "@lingxi/core/platform/text";
import { useState } from "preact/hooks";
import type { ApiProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, Checkbox, Dialog, Notice, Select } from "../../ui.tsx";
import { words } from "./words.ts";

export type Ended = "solved" | "unsolved";

export const closings: Readonly<Record<Ended, { title: Words; help: Words; done: Words }>> = {
  solved: { title: words.solve, help: words.solveHelp, done: words.solvedNow },
  unsolved: { title: words.give, help: words.giveHelp, done: words.givenUp },
};

interface Props {
  state: Ended;
  busy: boolean;
  trouble: ApiProblem | undefined;
  onClose: () => void;
  /** @returns whether it was done */
  send: (body: object) => Promise<boolean>;
}

/** Closes a need with a word on what became of it, which the public reads only where it is ticked. */
export function ClosingDialog({ state, busy, trouble, onClose, send }: Props) {
  const [outcome, setOutcome] = useState<Localised>({ "zh-CN": "" });
  const [shown, setShown] = useState(false);
  const [why, setWhy] = useState("");
  const [tried, setTried] = useState(false);
  const { title, help } = closings[state];
  const errors = tried ? trouble?.fields : undefined;
  const said = outcome["zh-CN"].trim() || outcome.en?.trim();
  const close = async () => {
    setTried(true);
    if (await send({ state, shown, ...(said ? { outcome } : {}), ...(why ? { why } : {}) })) onClose();
  };
  return (
    <Dialog open title={t(title)} onClose={onClose}>
      <p>{t(help)}</p>
      {tried && trouble && trouble.fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
      {state === "unsolved" && (
        <Select
          name="why"
          label={t(words.why)}
          value={why}
          onInput={setWhy}
          options={unsolvedReasons.map((value) => ({ value, label: t(unsolvedWords[value]) }))}
          errors={errors}
        />
      )}
      <BilingualField name="outcome" label={t(words.outcome)} value={outcome} onInput={setOutcome} errors={errors} rows={4} />
      <Checkbox name="shown" label={t(words.show)} checked={shown} onChange={setShown} />
      <Button busy={busy} onClick={() => void close()}>
        {t(title)}
      </Button>
    </Dialog>
  );
}
