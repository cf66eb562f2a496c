import type { Locale } from "@lingxi/core/platform/text";
import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem, signedOut } from "./api.ts";
import { Frame } from "./frame.tsx";
import { Later } from "./later.tsx";
import { Overview } from "./overview.tsx";
import { PlaceContext, useRouter } from "./router.ts";
import { sections } from "./sections.ts";
import { proved, readSession, type Session, SessionContext } from "./session.ts";
import { keepLocale, LocaleContext, startLocale, t } from "./text.ts";
import { Button, Empty, Notice } from "./ui.tsx";
import { words } from "./words.ts";

type Knowledge =
  | { state: "asking" }
  | { state: "out"; because?: string }
  | { state: "in"; session: Session }
  | { state: "failed"; message: string };

/** Who has no session is told why only where there was one: it ran out, or turned up somewhere else. */
const out = ({ reason, message }: ApiProblem): Knowledge =>
  reason === "access.sign-in" ? { state: "out" } : { state: "out", because: message };

const signIn = async () => (await import("./identity/sign-in.tsx")).SignIn;

/** The console: who is here, in which language, and at which place. */
export function App() {
  const place = useRouter();
  const [locale, setLocale] = useState<Locale>(startLocale);
  const [known, setKnown] = useState<Knowledge>({ state: "asking" });
  const [expired, setExpired] = useState(false);
  keepLocale(locale, false);

  const choose = useCallback((next: Locale) => {
    keepLocale(next, true);
    setLocale(next);
  }, []);

  const ask = useCallback(() => {
    setKnown({ state: "asking" });
    readSession().then(
      (session) => setKnown({ state: "in", session }),
      (error: unknown) => {
        const away = error instanceof ApiProblem && error.status === 401;
        setKnown(away ? out(error) : { state: "failed", message: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);
  useEffect(ask, [ask]);

  useEffect(() => {
    const tell = () => setExpired(true);
    addEventListener(signedOut, tell);
    return () => removeEventListener(signedOut, tell);
  }, []);
  useEffect(() => {
    const know = () => readSession().then((session) => setKnown({ state: "in", session }), ask);
    addEventListener(proved, know);
    return () => removeEventListener(proved, know);
  }, [ask]);
  useEffect(() => setExpired(false), [place]);

  const session = known.state === "in" ? known.session : undefined;
  // Who has to make a passkey first meets nothing else.
  const path = session?.needsPasskey ? "/console/me" : place.path;
  const section = sections.find((s) => path === s.path || path.startsWith(`${s.path}/`));
  useEffect(() => {
    document.title = section ? `${t(section.label)} · ${t(words.title)}` : t(words.title);
  }, [section, locale]);

  const signingIn = place.path === "/console/sign-in";
  return (
    <LocaleContext.Provider value={{ locale, choose }}>
      <PlaceContext.Provider value={place}>
        <Frame session={session} section={section} onLeft={() => setKnown({ state: "out" })}>
          {signingIn || known.state === "out" ? (
            <Later
              load={signIn}
              because={known.state === "out" ? known.because : undefined}
              onSignedIn={(entered) => setKnown({ state: "in", session: entered })}
            />
          ) : known.state === "asking" ? (
            <p class="muted" role="status">
              {t(words.loading)}
            </p>
          ) : known.state === "failed" ? (
            <div class="stack">
              <Notice tone="error">{known.message}</Notice>
              <Button onClick={ask}>{t(words.retry)}</Button>
            </div>
          ) : section ? (
            <SessionContext.Provider value={session}>
              {expired && <Notice tone="warning">{t(words.expired)}</Notice>}
              <Later key={section.path} load={section.component} />
            </SessionContext.Provider>
          ) : path === "/console" && session ? (
            <Overview session={session} />
          ) : (
            <Empty title={t(words.notFound)} help={t(words.notFoundHelp)} />
          )}
        </Frame>
      </PlaceContext.Provider>
    </LocaleContext.Provider>
  );
}
