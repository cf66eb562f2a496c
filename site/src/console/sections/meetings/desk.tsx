import type { MeetingDesk as DeskData } from "@lingxi/core/meeting/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { usePulse } from "../../pulse.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Progress } from "../../ui.tsx";
import { DraftPart } from "./draft-part.tsx";
import { PublishedPart } from "./published-part.tsx";
import { Twins } from "./twins.tsx";
import { words } from "./words.ts";

/** Milliseconds between two looks while a schedule is being made and somebody looks on. */
const looking = 2500;
const figures = [
  ["people", words.figPeople],
  ["asked", words.figAsked],
  ["accepted", words.figAccepted],
  ["declined", words.figDeclined],
  ["expired", words.figExpired],
  ["held", words.figHeld],
  ["absent", words.figAbsent],
  ["followUp", words.figFollowUp],
  ["again", words.figAgain],
] as const;

/** The meetings of one activity: how they stand, the making of a schedule, the draft, and what is published. */
export function MeetingDesk({ id }: { id: string }) {
  const { locale } = useLocale();
  const may = hasRole(useSession(), "organiser");
  const [desk, setDesk] = useState<DeskData>();
  const [problem, setProblem] = useState("");
  const [told, setTold] = useState("");
  const fail = (error: unknown) => setProblem(error instanceof ApiProblem ? error.message : String(error));
  const load = () => api<DeskData>(`/api/console/meetings/${id}`).then(setDesk, fail);
  const act = async (path: string, body: object, method: "POST" | "PUT" = "POST") => {
    setProblem("");
    setTold("");
    try {
      return await api<Record<string, number>>(`/api/console/meetings/${id}${path}`, { method, body });
    } catch (error) {
      fail(error);
      return undefined;
    } finally {
      await load();
    }
  };
  useEffect(() => void load(), [id]);
  usePulse("under-way", load);
  const going = desk?.run?.status === "asked" || desk?.run?.status === "running";
  useEffect(() => {
    if (!going) return undefined;
    const timer = setInterval(() => document.visibilityState === "visible" && void load(), looking);
    return () => clearInterval(timer);
  }, [going, id]);
  const publish = async (version: number) => {
    const done = await act("/publish", { version });
    if (!done) return;
    const { published = 0, ended = 0 } = done;
    setTold([t(words.published, { published }), ended ? t(words.publishedEnded, { ended }) : ""].join(" "));
  };
  const change = (patch: object) => {
    if (!desk?.setup) return;
    const { slots: _, ...setup } = desk.setup;
    void act("", { ...setup, ...patch }, "PUT");
  };
  if (!desk)
    return problem ? (
      <Notice tone="error">{problem}</Notice>
    ) : (
      <p class="muted" role="status">
        …
      </p>
    );
  const { setup, binding, run } = desk;
  return (
    <div class="stack">
      <p>
        <a href="/console/meetings">← {t(words.backList)}</a>
      </p>
      <PageTitle
        title={say(desk.title, locale)}
        intro={[
          formatTime(desk.startsAt, locale, desk.timeZone),
          setup && t(words.slots, { n: setup.slots, tables: setup.tables.length }),
        ]
          .filter(Boolean)
          .join(" · ")}
      >
        <a class="button button--quiet" href={`/console/meetings/${id}/people`}>
          {t(words.people)}
        </a>
        {desk.board && (
          <a
            class="button button--quiet"
            href={`${locale === "en" ? "/en" : ""}/boards/${desk.board}`}
            target="_blank"
            rel="noopener"
          >
            {t(words.board)}
          </a>
        )}
        {setup && may && (
          <a class="button button--quiet" href={`/console/meetings/${id}/setup`}>
            {t(words.edit)}
          </a>
        )}
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {told && <Notice tone="success">{told}</Notice>}
      {!setup && (
        <Empty title={t(words.noSetup)} help={t(desk.isMatchmaking ? words.noSetupHelp : words.wrongKind)}>
          {may && desk.isMatchmaking && (
            <a class="button" href={`/console/meetings/${id}/setup`}>
              {t(words.setup)}
            </a>
          )}
        </Empty>
      )}
      {setup && (
        <>
          <dl class="facts facts--row">
            {figures.map(([name, label]) => (
              <div key={name}>
                <dt>{t(label)}</dt>
                <dd>{desk.figures[name]}</dd>
              </div>
            ))}
          </dl>
          {(binding.people.length > 0 || binding.tables) && (
            <Notice tone="warning" title={t(words.binds)}>
              <ul>
                {binding.tables && <li>{t(words.bindsTables, binding.tables)}</li>}
                {binding.people.map((one) => (
                  <li key={one.name}>{t(words.bindsPerson, one)}</li>
                ))}
              </ul>
            </Notice>
          )}
          {desk.twins.length > 0 && (
            <Twins desk={desk} {...(may ? { decide: (id, state) => void act(`/twins/${id}`, { state }) } : {})} />
          )}
          {may && (
            <section class="stack" aria-label={t(words.schedule)}>
              <h2>{t(words.schedule)}</h2>
              {going ? (
                <div class="stack stack--near" role="status">
                  <p>{t(words.running)}</p>
                  <Progress label={t(words.running)} value={run?.done ?? 0} />
                  {run?.missing !== undefined && (
                    <p class="muted">{t(words.runningBest, { missing: run.missing, breaks: run.breaks ?? 0 })}</p>
                  )}
                  <Button look="quiet" disabled={run?.stopAsked === true} onClick={() => void act("/stop", {})}>
                    {t(run?.stopAsked ? words.stopping : words.stop)}
                  </Button>
                </div>
              ) : (
                <>
                  {run?.status === "failed" && <Notice tone="error">{t(words.failed)}</Notice>}
                  <div class="actions">
                    {desk.publishedAt && (
                      <Button onClick={() => void act("/run", { kind: "repair" })}>{t(words.runRepair)}</Button>
                    )}
                    <Button
                      {...(desk.publishedAt ? { look: "quiet" as const } : {})}
                      onClick={() => void act("/run", { kind: "all" })}
                    >
                      {t(words.runAll)}
                    </Button>
                  </div>
                  {desk.publishedAt && <p class="muted">{t(words.runHelp)}</p>}
                </>
              )}
            </section>
          )}
          {desk.draft && !going && (
            <DraftPart
              desk={desk}
              draft={desk.draft}
              {...(may ? { onPublish: (version) => void publish(version), onChange: change } : {})}
            />
          )}
          <PublishedPart desk={desk} onNote={(meeting, said) => void act(`/held/${meeting}`, said)} />
        </>
      )}
    </div>
  );
}
