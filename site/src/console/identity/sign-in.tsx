import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../api.ts";
import { go } from "../router.ts";
import { readSession, type Session } from "../session.ts";
import { t, useLocale } from "../text.ts";
import { Button, ErrorSummary, Field, Notice, PageTitle } from "../ui.tsx";
import { canUsePasskeys, enterWithPasskey } from "./passkey.ts";
import { words } from "./words.ts";

const tokenNow = () => location.hash.slice(1);
const spend = (token: string) => api<{ needsPasskey: boolean }>("/api/session", { method: "POST", body: { token } });

/** Signs in with the one-time token after the `#` of a link, or with a passkey, or sends such a link by mail. */
export function SignIn({ because, onSignedIn }: { because?: string | undefined; onSignedIn: (session: Session) => void }) {
  const [token, setToken] = useState(tokenNow);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    // A second link opened in this tab changes only what is after the `#`.
    const follow = () => {
      setToken(tokenNow());
      setProblem("");
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  const enter = async (way: () => Promise<{ needsPasskey: boolean }>) => {
    setBusy(true);
    setProblem("");
    try {
      const { needsPasskey } = await way();
      const session = await readSession();
      // The spent token leaves the address, so that it is in no bookmark and no history.
      go(needsPasskey ? "/console/me?first=1" : "/console", { replace: true });
      onSignedIn(session);
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const able = canUsePasskeys();
  const label = busy ? words.entering : token ? words.enter : words.withPasskey;
  return (
    <div class="console__narrow stack">
      <PageTitle title={t(words.title)} intro={t(token ? words.ready : words.how)} />
      {because && !problem && <Notice tone="warning">{because}</Notice>}
      {problem && <Notice tone="error">{problem}</Notice>}
      {!token && !able && <Notice tone="warning">{t(words.noPasskeys)}</Notice>}
      <div class="actions">
        {token ? (
          <Button busy={busy} onClick={() => void enter(() => spend(token))}>
            {t(label)}
          </Button>
        ) : (
          <Button busy={busy} disabled={!able} onClick={() => void enter(enterWithPasskey)}>
            {t(label)}
          </Button>
        )}
      </div>
      {(!token || problem) && <ByMail />}
      {(!token || problem) && <Trouble />}
    </div>
  );
}

function ByMail() {
  const { locale } = useLocale();
  const [email, setEmail] = useState("");
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<ApiProblem>();
  const ask = async () => {
    setBusy(true);
    setAsked(false);
    setTrouble(undefined);
    try {
      await api("/api/session/link", { method: "POST", body: { email, locale } });
      setAsked(true);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const fields = trouble?.fields ?? [];
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h2>{t(words.byMail)}</h2>
      <p>{t(words.byMailHow)}</p>
      {asked && <Notice tone="success">{t(words.asked)}</Notice>}
      {trouble && <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />}
      <Field type="email" name="email" label={t(words.email)} value={email} onInput={setEmail} errors={fields} />
      <div class="actions">
        <Button type="submit" look="quiet" busy={busy}>
          {t(words.ask)}
        </Button>
      </div>
    </form>
  );
}

const Trouble = () => (
  <details>
    <summary>{t(words.trouble)}</summary>
    <ul>
      <li>{t(words.troubleSecond)}</li>
      <li>{t(words.troubleTwo)}</li>
      <li>{t(words.troubleOperator)}</li>
    </ul>
  </details>
);
