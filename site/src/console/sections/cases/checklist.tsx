import type { Finding } from "@lingxi/core/cases/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { useDesk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { flowWords as words } from "./words-workflow.ts";

/** So long after the last key; milliseconds. */
const pause = 1200;

export interface Checked {
  readonly findings: readonly Finding[] | undefined;
  readonly failed: boolean;
}

/** What the checklist says of what is being typed: asked when the keys rest, and not before there is something to ask about. */
export function useChecklist(id: string | undefined, draft: Draft | undefined): Checked {
  const desk = useDesk();
  const [checked, setChecked] = useState<Checked>({ findings: undefined, failed: false });
  useEffect(() => {
    if (!draft) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        const body = { draft, ...(id ? { caseId: id } : {}) };
        api<{ items: Finding[] }>(`${desk.api}/check`, { method: "POST", body, signal: stop.signal }).then(
          ({ items }) => setChecked({ findings: items, failed: false }),
          (error: unknown) => {
            if (!stop.signal.aborted) setChecked((now) => ({ ...now, failed: error instanceof ApiProblem }));
          },
        );
      },
      checked.findings ? pause : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [desk, id, draft]);
  return checked;
}

interface ChecklistProps {
  checked: Checked;
  accepted: readonly string[];
  onAccept: (keys: readonly string[]) => void;
  /** Shows the form, where the field is. */
  onGo: () => void;
}

/** What has to be dealt with before it is published, and what is worth a thought; each entry leads to its field. */
export function Checklist({ checked: { findings, failed }, accepted, onAccept, onGo }: ChecklistProps) {
  const { locale } = useLocale();
  // On a small screen it stands before the form, which it must not push away.
  const wide = useRef(matchMedia("(min-width: 72em)").matches);
  const ticked = (one: Finding) => one.tick !== undefined && accepted.includes(one.key);
  const tick = (one: Finding, on: boolean) => {
    // Those that are gone go from the list as well.
    const known = accepted.filter((key) => findings?.some((finding) => finding.key === key) && key !== one.key);
    onAccept(on ? [...known, one.key] : known);
  };
  const blocking = findings?.filter((one) => one.level === "blocking" && !ticked(one)) ?? [];
  const advice = findings?.filter((one) => one.level === "advice" && !ticked(one)) ?? [];
  const settled = findings?.filter(ticked) ?? [];
  const entry = (one: Finding) => (
    <li key={one.key} class="checklist__one">
      <span>{one.message[locale]}</span>
      <span class="checklist__tools">
        <a
          href={`#${idOf(one.field)}`}
          onClick={(event) => {
            event.preventDefault();
            onGo();
            requestAnimationFrame(() => show(one.field));
          }}
        >
          {t(words.goTo)}
        </a>
        {one.tick && (
          <label class="checklist__tick">
            <input type="checkbox" checked={ticked(one)} onChange={(event) => tick(one, event.currentTarget.checked)} />
            <span>{t(words[one.tick])}</span>
          </label>
        )}
      </span>
    </li>
  );
  return (
    <section class="checklist" aria-labelledby="checklist">
      <h2 id="checklist" class="checklist__title">
        {t(words.checklist)}
      </h2>
      <p class="checklist__sum" role="status">
        {!findings && !failed && t(words.checking)}
        {failed && <span class="muted">{t(words.checkFailed)}</span>}
        {findings && !blocking.length && !advice.length && <Tag tone="success">{t(words.allGood)}</Tag>}
        {blocking.length > 0 && <Tag tone="error">{t(words.blocking, { n: blocking.length })}</Tag>}
        {advice.length > 0 && <Tag tone="warning">{t(words.advice, { n: advice.length })}</Tag>}
      </p>
      {(blocking.length > 0 || advice.length > 0) && (
        <details open={wide.current}>
          <summary>{t(words.each)}</summary>
          {blocking.length > 0 && <ul class="checklist__list checklist__list--blocking">{blocking.map(entry)}</ul>}
          {advice.length > 0 && <ul class="checklist__list">{advice.map(entry)}</ul>}
        </details>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{t(words.settled, { n: settled.length })}</summary>
          <ul class="checklist__list">{settled.map(entry)}</ul>
        </details>
      )}
    </section>
  );
}

/** Shows a field and puts the cursor there; where the field has no control of its own, the part that it belongs to. */
function show(field: string): void {
  const steps = field.split(".");
  for (let n = steps.length; n > 0; n--) {
    const found = document.getElementById(idOf(steps.slice(0, n).join(".")));
    if (!found) continue;
    const control = found.matches("input, textarea, select, [tabindex]")
      ? found
      : found.querySelector<HTMLElement>("input, textarea, select, button");
    found.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
    return;
  }
}
