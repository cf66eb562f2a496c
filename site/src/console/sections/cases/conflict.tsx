import type { CaseVersion } from "@lingxi/core/cases/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t } from "../../text.ts";
import { Button, TextArea } from "../../ui.tsx";
import { useDesk } from "./desk.ts";
import { Difference } from "./difference.tsx";
import { type Draft, draftOf } from "./draft.ts";
import { InWords } from "./in-words.tsx";
import { type Question, questionsOf } from "./questions.ts";
import type { Conflict } from "./use-case.ts";
import { fieldWords } from "./words-fields.ts";
import { flowWords as words } from "./words-workflow.ts";

type Choice = "mine" | "theirs" | "hand";

/** Both drafts side by side, part by part: mine, theirs, or merged by hand. What only one of the two changed is chosen already. */
export function ConflictView({
  caseId,
  conflict,
  onMerge,
}: {
  caseId: string;
  conflict: Conflict;
  onMerge: (draft: Draft) => void;
}) {
  const desk = useDesk();
  const theirs = draftOf(conflict.theirs);
  const questions = questionsOf({ ...conflict, theirs });
  const first = Object.fromEntries(questions.map(({ key, by }) => [key, by === "both" ? undefined : by]));
  const [choices, setChoices] = useState<Readonly<Record<string, Choice | undefined>>>(first);
  const [hand, setHand] = useState<Readonly<Record<string, string>>>({});
  const [who, setWho] = useState("");
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    api<{ items: readonly CaseVersion[] }>(`${desk.api}/${caseId}/versions?limit=20`).then(
      ({ items }) => setWho(items.find(({ content }) => content)?.by.name ?? conflict.theirs.updatedBy),
      () => setWho(conflict.theirs.updatedBy),
    );
  }, [caseId]);

  const open = questions.filter(({ key }) => !choices[key]).length;
  const finish = () => {
    setTried(true);
    if (open) return;
    let draft: Draft = { ...conflict.mine };
    for (const { key, part, language, ...of } of questions) {
      const choice = choices[key];
      const value = choice === "hand" ? (hand[key] ?? of.mine) : choice === "theirs" ? of.theirs : of.mine;
      draft = { ...draft, [part]: language ? { ...(draft[part] as object), [language]: value } : value };
    }
    onMerge(draft);
  };
  return (
    <section class="conflict stack" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1} ref={heading}>
        {t(words.conflictTitle)}
      </h2>
      <p>{t(words.conflictHelp, { who: who || conflict.theirs.updatedBy })}</p>
      {questions.map((question) => (
        <Decision
          key={question.key}
          question={question}
          choice={choices[question.key]}
          onChoose={(choice) => setChoices((now) => ({ ...now, [question.key]: choice }))}
          hand={hand[question.key] ?? String(question.mine)}
          onHand={(text) => setHand((now) => ({ ...now, [question.key]: text }))}
        />
      ))}
      {tried && open > 0 && (
        <p class="field__error" role="alert">
          {t(words.undecided, { n: open })}
        </p>
      )}
      <div class="actions">
        <Button onClick={finish}>{t(words.finish)}</Button>
      </div>
    </section>
  );
}

interface DecisionProps {
  question: Question;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  hand: string;
  onHand: (text: string) => void;
}

function Decision({ question, choice, onChoose, hand, onHand }: DecisionProps) {
  const { key, part, language, by } = question;
  const label = `${t(fieldWords.parts[part])}${language ? ` · ${t(language === "en" ? fieldWords.english : fieldWords.chinese)}` : ""}`;
  const said = { mine: words.onlyMine, theirs: words.onlyTheirs, both: words.bothChanged }[by];
  const option = (value: Choice, text: string) => (
    <label class="choice">
      <input type="radio" name={`choice-${key}`} checked={choice === value} onChange={() => onChoose(value)} />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset class="conflict__one">
      <legend class="field__label">{label}</legend>
      <span class="field__hint">{t(said)}</span>
      <div class="conflict__sides">
        {(["mine", "theirs"] as const).map((side) => (
          <div class="conflict__side" key={side}>
            <h3 class="conflict__name">{t(words[side])}</h3>
            {language ? (
              <Difference before={String(question.base)} after={String(question[side])} lang={language} />
            ) : (
              <InWords part={part} value={question[side]} />
            )}
          </div>
        ))}
      </div>
      <div class="choices">
        {option("mine", t(words.takeMine))}
        {option("theirs", t(words.takeTheirs))}
        {language && option("hand", t(words.byHand))}
      </div>
      {choice === "hand" && language && (
        <TextArea
          name={`hand-${key}`}
          label={t(words.mergedText)}
          lang={language}
          rows={part === "body" ? 16 : 4}
          value={hand}
          onInput={onHand}
        />
      )}
    </fieldset>
  );
}
