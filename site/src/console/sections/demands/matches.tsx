import type { Ask, Match, Matches as Shortlist } from "@lingxi/core/matching/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, Tag } from "../../ui.tsx";
import { AskedSides } from "./match-asks.tsx";
import { Take, Taken } from "./match-steps.tsx";
import { words } from "./match-words.ts";

/** How many are shown at once; the others are behind a line that opens. */
const shown = 3;
const percent = (share: number) => Math.round(share * 100);
const folders = { project: "projects", patent: "patents", talent: "talents" } as const;
const tones = { met: "success", short: "warning", unclear: "info", named: "info", missing: "warning" } as const;

/** The projects, patents and experts that may answer a need, with the reasons, and what brokers judge of them. */
export function Matches({ demandId }: { demandId: string }) {
  const { locale } = useLocale();
  const session = useSession();
  const [list, setList] = useState<Shortlist>();
  const [asks, setAsks] = useState<readonly Ask[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  /** The project whose step was sent last. */
  const [about, setAbout] = useState("");
  const path = `/api/console/matches/${demandId}`;
  const may = hasRole(session, "broker") || hasRole(session, "organiser");

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setTold("");
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const load = async () => {
    const [found, asked] = await Promise.all([api<Shortlist>(path), api<{ items: Ask[] }>(`${path}/asks`)]);
    setList(found);
    setAsks(asked.items);
  };
  useEffect(() => {
    void attempt(load);
  }, [path]);
  /** Sends one word of a broker on a pair, and shows what then stands. */
  const send = (of: string, body: object, done: string) =>
    attempt(async () => {
      await api(`${path}/offers/${of}`, { method: "POST", body });
      await load();
      setTold(done);
    });
  const broker = (offerId: string): Broker => ({
    ask: () => void send(`${offerId}/ask`, {}, t(words.askedNow)),
    judge: (suitable) => void send(offerId, { suitable }, t(words.judged)),
    take: async (body) => {
      setAbout(offerId);
      return send(`${offerId}/steps`, body, t(words.recorded));
    },
    fields: about === offerId ? problem?.fields : undefined,
  });
  const hit = (match: Match, n: number) => (
    <Hit
      key={match.offerId}
      match={match}
      asks={asks.filter((one) => one.offerId === match.offerId)}
      place={n + 1}
      demandId={demandId}
      busy={busy}
      {...(may ? { broker: broker(match.offerId) } : {})}
    />
  );

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
      {list?.items.slice(0, shown).map(hit)}
      {list && list.items.length > shown && (
        <details>
          <summary>{t(words.more, { count: list.items.length - shown })}</summary>
          <div class="stack">{list.items.slice(shown).map((match, n) => hit(match, n + shown))}</div>
        </details>
      )}
    </section>
  );
}

/** What a broker may do with a pair. */
interface Broker {
  readonly ask: () => void;
  readonly judge: (suitable: boolean) => void;
  readonly take: (body: object) => Promise<boolean>;
  readonly fields: readonly FieldProblem[] | undefined;
}

interface HitProps {
  match: Match;
  asks: readonly Ask[];
  place: number;
  demandId: string;
  busy: boolean;
  broker?: Broker;
}

function Hit({ match, asks, place, demandId, busy, broker }: HitProps) {
  const { locale } = useLocale();
  const { offerId, kind, title, organisation, score, phrases, indicators, conditions, suitable, steps: taken } = match;
  const answered = phrases.filter(({ passage }) => passage);
  const missing = indicators.filter(({ verdict }) => verdict === "missing").map(({ indicator }) => indicator);
  const open = phrases.filter(({ passage }) => !passage);
  return (
    <article class="card stack">
      <h3>
        <a href={`/console/${folders[kind]}/${offerId}`}>{say(title, locale)}</a>
      </h3>
      <p class="muted">
        <Tag>{t(words[kind])}</Tag> {t(words.rank, { n: place })} · {organisation} · {t(words.share, { percent: percent(score) })}
      </p>
      {conditions.length > 0 && (
        <p>
          {t(words.conditions)}
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
            {indicators
              .filter(({ verdict }) => verdict !== "missing")
              .map(({ indicator, verdict, found, gap, passage }) => (
                <li key={indicator}>
                  {indicator} <Tag tone={tones[verdict]}>{t(words[verdict], { gap: gap ?? "" })}</Tag>{" "}
                  {found && t(words.found, { found })} {passage && <q class="muted">{passage}</q>}
                </li>
              ))}
          </ul>
          {missing.length > 0 && (
            <p>
              <Tag tone={tones.missing}>{t(words.missing)}</Tag> {missing.join(locale === "en" ? "; " : "；")}
            </p>
          )}
        </>
      )}
      <details>
        <summary>{t(words.why)}</summary>
        {answered.length > 0 && <h4>{t(words.answered)}</h4>}
        <ul>
          {answered.map(({ phrase, passage }) => (
            <li key={phrase}>
              {phrase} <q class="muted">{passage}</q>
            </li>
          ))}
        </ul>
        {open.length > 0 && <h4>{t(words.open)}</h4>}
        <p>{open.map(({ phrase }) => phrase).join(locale === "en" ? "; " : "；")}</p>
      </details>
      {taken && <Taken taken={taken} />}
      <AskedSides asks={asks} busy={busy} {...(broker ? { ask: broker.ask } : {})} />
      {broker ? (
        <fieldset class="actions" disabled={busy}>
          <legend>{t(words.judge)}</legend>
          <Button look={suitable === true ? "main" : "quiet"} onClick={() => broker.judge(true)}>
            {t(words.suitable)}
          </Button>
          <Button look={suitable === false ? "main" : "quiet"} onClick={() => broker.judge(false)}>
            {t(words.unsuitable)}
          </Button>
        </fieldset>
      ) : (
        suitable !== undefined && <p>{t(suitable ? words.suitable : words.unsuitable)}</p>
      )}
      <p>
        <a href={`/console/matches/${demandId}/${offerId}`}>{t(words.desk)}</a>
      </p>
      {broker && <Take offerId={offerId} busy={busy} fields={broker.fields} take={broker.take} />}
    </article>
  );
}
