import { say } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../console/api.ts";
import { t, useLocale } from "../console/text.ts";
import { Empty, Notice, Tag } from "../console/ui.tsx";
import { doorsKept, listsKept } from "./store.ts";
import type { Door } from "./types.ts";
import { words } from "./words.ts";

/** Which door: those that one may keep, and those that are on this device when there is no network. */
export function Choose() {
  const { locale, choose } = useLocale();
  const [doors, setDoors] = useState<readonly Door[]>();
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => {
    const look = async () => {
      const kept = await doorsKept();
      setHere(new Set((await listsKept()).map(String)));
      try {
        setDoors((await api<{ items: Door[] }>("/api/door")).items);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(error);
        setDoors(kept.map(({ state }) => state));
      }
    };
    void look();
  }, []);
  const away = problem?.status === 401;
  return (
    <main class="page page--form stack">
      <header class="section-head">
        <h1>{t(words.choose)}</h1>
        <button
          class="link-button"
          type="button"
          lang={locale === "en" ? "zh-CN" : "en"}
          onClick={() => choose(locale === "en" ? "zh-CN" : "en")}
        >
          {t(words.language)}
        </button>
      </header>
      <p class="muted">{t(words.chooseHelp)}</p>
      {away ? (
        <Notice tone="warning">
          <p>{t(words.signInFirst)}</p>
          <p>
            <a class="button" href="/console/sign-in">
              {t(words.signIn)}
            </a>
          </p>
        </Notice>
      ) : (
        problem && problem.status !== 0 && <Notice tone="error">{problem.message}</Notice>
      )}
      {!doors ? (
        <p class="muted" role="status">
          {t(words.loading)}
        </p>
      ) : doors.length === 0 && !away ? (
        problem ? (
          <Notice tone="warning">{t(words.offlineNone)}</Notice>
        ) : (
          <Empty title={t(words.none)} help={t(words.noneHelp)} />
        )
      ) : (
        <ul class="door-list">
          {doors.map((door) => (
            <li key={door.id} class="card card--link">
              <a class="cover-link" href={`#${door.id}`}>
                <strong>{say(door.title, locale)}</strong>
              </a>
              <p class="small muted">
                {formatRange(door.startsAt, door.endsAt, locale, door.timeZone)} · {say(door.venue, locale)}
              </p>
              {here.has(door.id) && <Tag tone="success">{t(words.onDevice)}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
