import { useEffect, useState } from "preact/hooks";
import { go } from "./router.ts";
import { type Session, signIn } from "./session.ts";
import { t } from "./text.ts";
import { Button, Notice, PageTitle } from "./ui.tsx";
import { words } from "./words.ts";

const tokenNow = () => location.hash.slice(1);

/** Signs in with the one-time token after the `#` of the link; without one it says where the link is. */
export function SignIn({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
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
  const enter = () => {
    setBusy(true);
    setProblem("");
    signIn(token).then(
      (session) => {
        // The spent token leaves the address, so that it is in no bookmark and no history.
        go("/console", { replace: true });
        onSignedIn(session);
      },
      (error: unknown) => {
        setBusy(false);
        setProblem(error instanceof Error ? error.message : String(error));
      },
    );
  };
  return (
    <div class="console__narrow stack">
      <PageTitle title={t(words.signInTitle)} intro={t(token ? words.signInReady : words.signInHow)} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {token && (
        <Button busy={busy} onClick={enter}>
          {t(busy ? words.signingIn : words.signIn)}
        </Button>
      )}
      {(!token || problem) && <p>{t(words.signInWhere)}</p>}
    </div>
  );
}
