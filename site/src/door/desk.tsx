import type { Way } from "@lingxi/core/check-in/schema";
import { say } from "@lingxi/core/platform/text";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { t, useLocale } from "../console/text.ts";
import { Notice, Progress } from "../console/ui.tsx";
import { Answer, toneOf } from "./answer.tsx";
import { Camera } from "./camera.tsx";
import { feel } from "./feedback.ts";
import { Find } from "./find.tsx";
import { type Keeper, openDoor } from "./keeper.ts";
import { Menu } from "./menu.tsx";
import { keepPage } from "./offline.ts";
import { hearScanner } from "./scanner.ts";
import type { Shown } from "./types.ts";
import { WalkInForm } from "./walk-in.tsx";
import { verdicts, words } from "./words.ts";

type Sheet = "find" | "menu" | "walk-in" | undefined;

/** One door: scan, see, go on. */
export function Desk({ activityId, device, onDevice }: { activityId: string; device: string; onDevice: (name: string) => void }) {
  const { locale } = useLocale();
  const [keeper, setKeeper] = useState<Keeper>();
  const [failed, setFailed] = useState("");
  /** Each answer anew, even when it says the same: so that it is read out again. */
  const [{ shown, nth }, setAnswer] = useState<{ shown?: Shown; nth: number }>({ nth: 0 });
  const [camera, setCamera] = useState(false);
  const [cameraFailed, setCameraFailed] = useState(false);
  const [sheet, setSheet] = useState<Sheet>();
  const [kept, setKept] = useState(false);
  const [, tick] = useState(0);
  const keeping = useRef<Keeper>();

  useEffect(() => {
    let closed = false;
    openDoor(activityId, device, () => tick((n) => n + 1)).then(
      (made) => {
        if (closed) return made.close();
        keeping.current = made;
        setKeeper(made);
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      closed = true;
      keeping.current?.close();
    };
  }, [activityId]);

  const show = useCallback((next: Promise<Shown>) => {
    next.then(
      (answer) => {
        setAnswer((before) => ({ shown: answer, nth: before.nth + 1 }));
        feel(toneOf(answer) === "good" || answer.verdict === "undone");
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  const scan = useCallback(
    (code: string, way: Way) => {
      if (keeping.current) show(keeping.current.scan(code, way));
    },
    [show],
  );
  useEffect(() => void keepPage().then(setKept), []);
  useEffect(() => hearScanner((code) => scan(code, "scanner")), [scan]);

  if (!keeper)
    return (
      <main class="page page--form stack">
        <h1>{t(words.title)}</h1>
        {failed ? (
          <>
            <Notice tone="error">{failed}</Notice>
            <p class="actions">
              <a class="button" href="/console/sign-in">
                {t(words.signIn)}
              </a>
              <a class="button button--quiet" href="#choose">
                {t(words.otherActivity)}
              </a>
            </p>
          </>
        ) : (
          <p class="muted" role="status">
            {t(words.loading)}
          </p>
        )}
      </main>
    );
  const view = keeper.view();
  const { state } = view;
  const undo = (person: string) => show(keeper.undo(person));
  return (
    <main class="door">
      <header class="door-head">
        <h1>{say(state.title, locale)}</h1>
        <p class="door-head__facts">
          <strong class="number">{t(words.entered, { n: view.entered, all: state.expected })}</strong>
          <span class="door-link" data-link={view.link}>
            {t(view.link === "online" ? words.online : words.offline)}
          </span>
          {kept && view.listFrom && view.link === "online" && <span class="door-kept muted">{t(words.kept)}</span>}
          {view.waiting > 0 && <span>{t(words.unsent, { n: view.waiting })}</span>}
          {view.refused > 0 && <span>{t(words.refused, { n: view.refused })}</span>}
        </p>
        {view.loading !== undefined && (
          <>
            <p class="small" role="status">
              {t(words.loadingList, { n: view.loading, all: Math.max(state.expected, view.loading) })}
            </p>
            <Progress label={t(words.list)} value={view.loading} max={Math.max(state.expected, view.loading, 1)} />
          </>
        )}
      </header>
      {view.link === "signed-out" && (
        <Notice tone="warning">
          {t(words.signedOut)} <a href="/console/sign-in">{t(words.signIn)}</a>
        </Notice>
      )}
      {view.corrections.length > 0 && (
        <Notice tone="error" title={t(words.corrected)}>
          <ul>
            {view.corrections.slice(0, 5).map((one) => (
              <li key={one.actionId}>
                {one.name || one.person?.slice(0, 6)}: {t(verdicts[one.verdict][0])}
              </li>
            ))}
          </ul>
          <button class="link-button" type="button" onClick={keeper.seen}>
            {t(words.seen)}
          </button>
        </Notice>
      )}
      {failed && <Notice tone="error">{t(words.failed, { why: failed })}</Notice>}
      {sheet === "find" ? (
        <Find
          view={view}
          onLetIn={(person) => {
            setSheet(undefined);
            show(keeper.letIn(person));
          }}
          onUndo={(person) => {
            setSheet(undefined);
            undo(person);
          }}
          onCode={(code) => {
            setSheet(undefined);
            scan(code, "scanner");
          }}
          onClose={() => setSheet(undefined)}
        />
      ) : sheet === "walk-in" ? (
        <WalkInForm
          online={view.link === "online"}
          onEnter={async (one) => {
            const shown = await keeper.walkIn(one);
            setSheet(undefined);
            show(Promise.resolve(shown));
          }}
          onClose={() => setSheet(undefined)}
        />
      ) : sheet === "menu" ? (
        <Menu keeper={keeper} view={view} device={device} onDevice={onDevice} onClose={() => setSheet(undefined)} />
      ) : (
        <>
          {camera && (
            <Camera
              onCode={(code) => scan(code, "camera")}
              onFailed={() => {
                setCamera(false);
                setCameraFailed(true);
              }}
            />
          )}
          {cameraFailed && <Notice tone="warning">{t(words.cameraFailed)}</Notice>}
          <Answer key={nth} shown={shown} zone={state.timeZone} onUndo={undo} />
        </>
      )}
      {!sheet && (
        <nav class="door-actions" aria-label={t(words.title)}>
          <button
            class="button"
            type="button"
            onClick={() => {
              setCameraFailed(false);
              setCamera(!camera);
            }}
          >
            {t(camera ? words.cameraOff : words.camera)}
          </button>
          <button class="button button--quiet" type="button" onClick={() => setSheet("find")}>
            {t(words.find)}
          </button>
          <button class="button button--quiet" type="button" onClick={() => setSheet("walk-in")}>
            {t(words.walkIn)}
          </button>
          <button class="button button--quiet" type="button" onClick={() => setSheet("menu")}>
            {t(words.menu)}
          </button>
        </nav>
      )}
    </main>
  );
}
