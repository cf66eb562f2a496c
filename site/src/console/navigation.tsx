import { useEffect, useRef } from "preact/hooks";
import { usePlace } from "./router.ts";
import { groups, type Section } from "./section.ts";
import { sectionsOf } from "./sections.ts";
import type { Session } from "./session.ts";
import { t } from "./text.ts";
import { words } from "./words.ts";

interface Props {
  session: Session;
  section: Section | undefined;
}

/** The sections in their groups: beside the page where there is room, else behind a button that names where one is. */
export function Navigation({ session, section }: Props) {
  const { path } = usePlace();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [path]);
  const here = section ? t(section.label) : path === "/console" ? t(words.home) : t(words.menu);
  return (
    <>
      <details class="side-menu" ref={box}>
        <summary>
          <span aria-hidden="true">☰ </span>
          {t(words.menu)}
          <span class="side-menu__here">{here}</span>
        </summary>
        <Links session={session} section={section} />
      </details>
      <div class="side">
        <Links session={session} section={section} />
      </div>
    </>
  );
}

function Links({ session, section }: Props) {
  const { path } = usePlace();
  const mine = sectionsOf(session);
  return (
    <nav class="side__nav" aria-label={t(words.navigation)}>
      <ul>
        <li>
          <a href="/console" aria-current={path === "/console" ? "page" : undefined}>
            {t(words.home)}
          </a>
        </li>
      </ul>
      {groups.map((group) => {
        const own = mine.filter((s) => s.group === group);
        if (!own.length) return null;
        return (
          <div key={group}>
            <p class="side__group">{t(words[group])}</p>
            <ul aria-label={t(words[group])}>
              {own.map((s) => (
                <li key={s.path}>
                  <a href={s.path} aria-current={s === section ? "page" : undefined}>
                    {t(s.label)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
