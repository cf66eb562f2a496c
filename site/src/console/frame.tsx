import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Inbox } from "./inbox.tsx";
import { Later } from "./later.tsx";
import { countUnsaved } from "./left-behind.ts";
import { Tray } from "./long-work/tray.tsx";
import { Navigation } from "./navigation.tsx";
import { useRecent } from "./recent.ts";
import { usePlace } from "./router.ts";
import type { Section } from "./section.ts";
import { type Session, signOut } from "./session.ts";
import { t, useLocale } from "./text.ts";
import { Button, Dialog, Notice } from "./ui.tsx";
import { words } from "./words.ts";
import { words as shell } from "./words-shell.ts";

interface FrameProps {
  session: Session | undefined;
  section: Section | undefined;
  onLeft: () => void;
  children: ComponentChildren;
}

/** Header, navigation and footer around whatever the console shows. */
export function Frame({ session, section, onLeft, children }: FrameProps) {
  const { locale, choose } = useLocale();
  const [failure, setFailure] = useState("");
  const [finding, setFinding] = useState(false);
  const inside = session?.needsPasskey ? undefined : session;
  const typed = useFinding(inside !== undefined, finding, () => setFinding(true));
  const { path } = usePlace();
  useRecent(path);
  const [losing, setLosing] = useState(0);
  const leave = () => {
    setLosing(0);
    signOut().then(onLeft, (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  const ask = () => {
    const unsaved = session ? countUnsaved(session.staffId) : 0;
    if (unsaved) setLosing(unsaved);
    else leave();
  };
  return (
    <div class="console">
      <a class="skip" href="#main">
        {t(words.skip)}
      </a>
      <header class="console__header">
        <a class="brand" href="/console">
          <Mark />
          {t(words.title)}
        </a>
        <div class="console__tools">
          {inside && (
            <>
              <button type="button" aria-keyshortcuts="/ Control+K" onClick={() => setFinding(true)}>
                {t(shell.search)} <kbd>/</kbd>
              </button>
              <Inbox />
              <Tray session={inside} />
            </>
          )}
          <a href={locale === "en" ? "/en/" : "/"}>{t(words.site)}</a>
          <button type="button" lang={locale === "en" ? "zh-CN" : "en"} onClick={() => choose(locale === "en" ? "zh-CN" : "en")}>
            {t(words.otherLanguage)}
          </button>
          {session && (
            <span class="muted console__name">
              {t(words.signedInAs)}
              {session.name}
            </span>
          )}
          {session && (
            <button type="button" onClick={ask}>
              {t(words.signOut)}
            </button>
          )}
        </div>
      </header>
      <div class={inside ? "console__body console__body--sided" : "console__body"}>
        {inside && <Navigation session={inside} section={section} />}
        {inside && finding && <Later load={palette} session={inside} typed={typed} onClose={() => setFinding(false)} />}
        <main id="main" tabIndex={-1}>
          {failure && <Notice tone="error">{failure}</Notice>}
          <Dialog open={losing > 0} title={t(words.signOutTitle)} onClose={() => setLosing(0)}>
            <p>{t(words.signOutLoses, { n: losing })}</p>
            <Button look="danger" onClick={leave}>
              {t(words.signOutAnyway)}
            </Button>
          </Dialog>
          {children}
        </main>
      </div>
    </div>
  );
}

const palette = async () => (await import("./palette.tsx")).Palette;

/**
 * `/` and Ctrl+K open the search from anywhere; a slash that is typed into a field stays a slash. @returns what was typed while the search was on
 * its way
 */
function useFinding(on: boolean, finding: boolean, open: () => void): { current: string } {
  const typed = useRef("");
  useEffect(() => {
    typed.current = "";
    if (!finding) return undefined;
    const gather = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      typed.current += event.key;
    };
    addEventListener("keydown", gather);
    return () => removeEventListener("keydown", gather);
  }, [finding]);
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if ((!slash && !k) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [on]);
  return typed;
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true">
      <path d="M4 27C4 15 9 8 18.5 7.5" />
      <path d="M11 28.5C21 28.5 27 23 27.5 13.5" />
      <circle cx="26" cy="6.5" r="3.2" fill="currentColor" stroke="none" />
    </svg>
  );
}
