import type { Match, Matches as Shortlist } from "@lingxi/core/matching/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, Tag } from "../../ui.tsx";
import { words } from "./match-words.ts";

const percent = (share: number) => Math.round(share * 100);
const tones = { met: "success", short: "warning", unclear: "info", named: "info", missing: "warning" } as const;

/** The projects that may answer a need, with the reasons, and what brokers judge of them. */
export function Matches({ demandId }: { demandId: string }) {
  const { locale } = useLocale();
  const session = useSession();
  const [list, setList] = useState<Shortlist>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const path = `/api/console/matches/${demandId}`;
  const may = hasRole(session, "broker") || hasRole(session, "organiser");

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const load = async () => setList(await api<Shortlist>(path));
  useEffect(() => {
    void attempt(load);
  }, [path]);
  const judge = (projectId: string) => (suitable: boolean) =>
    void attempt(async () => {
      await api(`${path}/projects/${projectId}`, { method: "POST", body: { suitable } });
      await load();
      setTold(t(words.judged));
    });

  return (
    <section class="stack" aria-busy={busy}>
      <h2>{t(words.title)}</h2>
      {problem && <Notice tone="error">{problem.message}</Notice>}
      <p role="status" class={told ? "notice notice--success" : ""}>
        {told}
      </p>
      {list && !list.madeAt && <p class="muted">{t(words.pending)}</p>}
      {list?.madeAt && <p class="muted">{t(words.made, { at: formatTime(list.madeAt, locale) })}</p>}
      {list?.madeAt && !list.items.length && <p>{t(words.none)}</p>}
      {list?.inadequate && (
        <Notice tone="warning" title={t(words.inadequate)}>
          {t(words.inadequateHelp, { percent: percent(list.likelihood) })}
        </Notice>
      )}
      {list?.items.map((match, n) => (
        <Hit key={match.projectId} match={match} place={n + 1} busy={busy} {...(may ? { judge: judge(match.projectId) } : {})} />
      ))}
    </section>
  );
}

interface HitProps {
  match: Match;
  place: number;
  busy: boolean;
  judge?: (suitable: boolean) => void;
}

function Hit({ match, place, busy, judge }: HitProps) {
  const { locale } = useLocale();
  const { projectId, title, organisation, score, phrases, indicators, conditions, suitable } = match;
  const answered = phrases.filter(({ passage }) => passage);
  const open = phrases.filter(({ passage }) => !passage);
  return (
    <article class="card stack">
      <h3>
        <a href={`/console/projects/${projectId}`}>{say(title, locale)}</a>
      </h3>
      <p class="muted">
        {t(words.rank, { n: place })} · {organisation} · {t(words.share, { percent: percent(score) })}
      </p>
      {conditions.length > 0 && (
        <p>
          {t(words.conditions)}：
          {conditions.map(({ name, holds }) => (
            <span key={name}>
              {" "}
              <Tag tone={holds ? "success" : "warning"}>{`${t(words[name])} ${t(holds ? words.holds : words.fails)}`}</Tag>
            </span>
          ))}
        </p>
      )}
      {indicators.length > 0 && (
        <>
          <h4>{t(words.indicators)}</h4>
          <ul>
            {indicators.map(({ indicator, verdict, found, gap, passage }) => (
              <li key={indicator}>
                {indicator} <Tag tone={tones[verdict]}>{t(words[verdict], { gap: gap ?? "" })}</Tag>
                {found && ` ${t(words.found, { found })}`}
                {passage && <q class="muted">{passage}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t(words.why)}</summary>
        <h4>{t(words.answered)}</h4>
        <ul>
          {answered.map(({ phrase, passage }) => (
            <li key={phrase}>
              {phrase} <q class="muted">{passage}</q>
            </li>
          ))}
        </ul>
        <h4>{t(words.open)}</h4>
        <ul>
          {open.map(({ phrase }) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      </details>
      {judge ? (
        <fieldset class="actions" disabled={busy}>
          <legend>{t(words.judge)}</legend>
          <Button look={suitable === true ? "main" : "quiet"} onClick={() => judge(true)}>
            {t(words.suitable)}
          </Button>
          <Button look={suitable === false ? "main" : "quiet"} onClick={() => judge(false)}>
            {t(words.unsuitable)}
          </Button>
        </fieldset>
      ) : (
        suitable !== undefined && <p>{t(suitable ? words.suitable : words.unsuitable)}</p>
      )}
    </article>
  );
}
