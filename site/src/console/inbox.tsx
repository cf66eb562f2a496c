import { formatTime } from "@lingxi/core/platform/time";
import type { Notice } from "@lingxi/core/workspace/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "./api.ts";
import { Menu } from "./menu.tsx";
import { usePulse } from "./pulse.ts";
import { currentLocale, t } from "./text.ts";
import { kindOf, thingHref } from "./things.ts";
import { words } from "./words-shell.ts";

interface Answer {
  readonly items: readonly Notice[];
  readonly seen?: string;
}

/** What happened that is of use to whoever is signed in, and how much of it is new. */
export function Inbox() {
  const [{ items, seen = "" }, setAnswer] = useState<Answer>({ items: [] });
  // The list marks what was new when it was opened.
  const [before, setBefore] = useState("");
  const load = () => void api<Answer>("/api/console/workspace/notices").then(setAnswer, () => undefined);
  useEffect(load, []);
  usePulse("notices", load);
  const fresh = items.filter(({ id }) => id > seen).length;
  const see = () => {
    setBefore(seen);
    const upTo = items[0]?.id;
    if (!upTo || !fresh) return;
    setAnswer({ items, seen: upTo });
    void api("/api/console/workspace/notices/seen", { method: "POST", body: { upTo } }).catch(() => undefined);
  };
  return (
    <Menu
      label={
        <>
          {t(words.notices)}
          {fresh > 0 && <span class="tabs__count">{t(words.noticesNew, { n: fresh })}</span>}
        </>
      }
      onOpen={see}
    >
      {!items.length && (
        <>
          <strong>{t(words.noticesNone)}</strong>
          <p class="muted">{t(words.noticesNoneHelp)}</p>
        </>
      )}
      <ul class="menu__items">
        {items.map((notice) => (
          <li key={notice.id}>
            <a href={hrefOf(notice)}>{notice.id > before ? <strong>{t(words[notice.kind])}</strong> : t(words[notice.kind])}</a>
            <br />
            <span class="muted">{formatTime(notice.at, currentLocale())}</span>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

/** Where to look. */
function hrefOf({ kind, about }: Notice): string {
  if (kind === "contacts.imported") return `/console/campaigns/imports/${about}`;
  if (kind === "webhook.disabled") return `/console/webhooks/${about}`;
  if (kind === "organisation.claimed") return "/console/organisations";
  const of = kindOf(about);
  return of ? thingHref({ kind: of, id: about }) : "/console";
}
