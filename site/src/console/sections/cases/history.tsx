import type { CaseVersion, CaseVersionContent } from "@lingxi/core/cases/schema";
import type { Locale } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, Select } from "../../ui.tsx";
import { useDesk } from "./desk.ts";
import { Difference } from "./difference.tsx";
import { type Draft, differing, draftOf, type Part } from "./draft.ts";
import { linesOf, useChainNames } from "./in-words.tsx";
import { words as listWords } from "./words.ts";
import { fieldWords } from "./words-fields.ts";
import { flowWords as words } from "./words-workflow.ts";

interface HistoryProps {
  caseId: string;
  /** The version that is shown in the editor: the history is read again when it moves. */
  version: number;
  busy: boolean;
  /** Something is typed and not saved. */
  dirty: boolean;
  /** Absent for those who only read. */
  onRestore: ((version: number) => void) | undefined;
}

/** What happened to a case, the latest first; any two of its texts compared, any of them restored. */
export function History({ caseId, version, busy, dirty, onRestore }: HistoryProps) {
  const desk = useDesk();
  const { locale } = useLocale();
  const path = `${desk.api}/${caseId}/versions?limit=30`;
  const { items, problem, more, busy: loading, reload } = usePaged<CaseVersion>(path);
  const [pair, setPair] = useState<{ from: number; to: number }>();
  useEffect(reload, [version]);
  const texts = (items ?? []).filter(({ content }) => content);
  const before = (one: number) => texts.find((other) => other.version < one)?.version;
  const [latest, earlier] = texts;
  const shown = pair ?? (latest && earlier ? { from: earlier.version, to: latest.version } : undefined);

  if (problem) return <Notice tone="error">{problem}</Notice>;
  if (!items) return <p role="status">{t(listWords.loading)}</p>;
  if (!items.length) return <Empty title={t(words.noHistory)} help={t(words.noHistoryHelp)} />;
  return (
    <div class="history">
      <ol class="history__list">
        {items.map((one) => {
          const previous = before(one.version);
          return (
            <li key={one.version} class="history__one">
              <p class="history__what">
                <b>{t(words.version, { n: one.version })}</b>{" "}
                {one.by.name ?? (one.by.id.startsWith("system:") ? t(words.product) : one.by.id)}{" "}
                {t(words.did[one.what], { from: one.from ?? "", at: one.publishAt ? formatTime(one.publishAt, locale) : "" })}
              </p>
              <p class="small muted">
                <time dateTime={one.at}>{formatTime(one.at, locale)}</time>
                {one.fields &&
                  ` · ${t(words.changedParts, { parts: one.fields.map((part) => t(fieldWords.parts[part as Part])).join(locale === "en" ? ", " : "、") })}`}
              </p>
              {one.remark && one.what !== "held" && <p class="history__remark">{one.remark}</p>}
              {one.content && (
                <p class="history__tools">
                  {previous !== undefined && (
                    <button type="button" class="link-button" onClick={() => setPair({ from: previous, to: one.version })}>
                      {t(words.seeChange)}
                    </button>
                  )}
                  {onRestore && one !== latest && (
                    <button type="button" class="link-button" disabled={busy || dirty} onClick={() => onRestore(one.version)}>
                      {t(words.restore)}
                    </button>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {more && (
        <Button look="quiet" busy={loading} onClick={more}>
          {t(listWords.more)}
        </Button>
      )}
      {dirty && onRestore && <p class="muted small">{t(words.restoreUnsaved)}</p>}
      {shown && <Compare caseId={caseId} texts={texts} pair={shown} onChoose={setPair} />}
    </div>
  );
}

interface CompareProps {
  caseId: string;
  texts: readonly CaseVersion[];
  pair: { from: number; to: number };
  onChoose: (pair: { from: number; to: number }) => void;
}

function Compare({ caseId, texts, pair, onChoose }: CompareProps) {
  const desk = useDesk();
  const { locale } = useLocale();
  const [drafts, setDrafts] = useState<readonly [Draft, Draft]>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let wanted = true;
    const read = async (version: number) =>
      draftOf((await api<CaseVersionContent>(`${desk.api}/${caseId}/versions/${version}`)).draft);
    setProblem("");
    setDrafts(undefined);
    Promise.all([read(pair.from), read(pair.to)]).then(
      (both) => wanted && setDrafts(both),
      (error: unknown) => wanted && setProblem(error instanceof ApiProblem ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [caseId, pair.from, pair.to]);
  const options = texts.map((one) => ({
    value: String(one.version),
    label: `${t(words.version, { n: one.version })} · ${formatTime(one.at, locale)}`,
  }));
  return (
    <section class="compare stack" aria-labelledby="compare">
      <h2 id="compare">{t(words.compare)}</h2>
      <div class="compare__pair">
        <Select
          name="from"
          label={t(words.from)}
          value={String(pair.from)}
          options={options}
          onInput={(v) => v && onChoose({ ...pair, from: Number(v) })}
        />
        <Select
          name="to"
          label={t(words.to)}
          value={String(pair.to)}
          options={options}
          onInput={(v) => v && onChoose({ ...pair, to: Number(v) })}
        />
      </div>
      <div role="status">
        {problem && <Notice tone="error">{problem}</Notice>}
        {!drafts && !problem && <p>{t(listWords.loading)}</p>}
        {drafts && <p class="muted small">{t(words.differences, pair)}</p>}
      </div>
      {drafts && <Differences before={drafts[0]} after={drafts[1]} />}
    </section>
  );
}

/** Every part in which two drafts differ, with its differences. */
function Differences({ before, after }: { before: Draft; after: Draft }) {
  const { locale } = useLocale();
  const chainName = useChainNames();
  const parts = differing(before, after);
  if (!parts.length) return <p>{t(words.same)}</p>;
  const textOf = (draft: Draft, part: Part, language: Locale) => (draft[part] as Partial<Record<Locale, string>>)[language] ?? "";
  return (
    <>
      {parts.map((part) => (
        <section key={part} class="compare__part">
          <h3>{t(fieldWords.parts[part])}</h3>
          {part === "title" || part === "summary" || part === "body" || part === "conditions" ? (
            (["zh-CN", "en"] as const)
              .filter((language) => textOf(before, part, language) !== textOf(after, part, language))
              .map((language) => (
                <div key={language}>
                  <h4 class="muted small">{t(language === "en" ? fieldWords.english : fieldWords.chinese)}</h4>
                  <Difference before={textOf(before, part, language)} after={textOf(after, part, language)} lang={language} />
                </div>
              ))
          ) : (
            <Difference
              before={linesOf(part, before[part], locale, chainName).join("\n")}
              after={linesOf(part, after[part], locale, chainName).join("\n")}
            />
          )}
        </section>
      ))}
    </>
  );
}
