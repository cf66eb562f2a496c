import { type Conflict, conflictsOf, wholeAgenda } from "@lingxi/core/activity/conflicts-schema";
import { say } from "@lingxi/core/platform/text";
import { idOf } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { Notice } from "../../ui.tsx";
import { type AgendaDraft, timed } from "./agenda-draft.ts";
import { words } from "./agenda-words.ts";
import type { ActivityRow } from "./types.ts";

const sentences = { outside: words.outside, speaker: words.speaker, room: words.roomTwice, overlap: words.overlap } as const;

/** What cannot be meant, while it is typed, each leading to its session. */
export function Conflicts({ row, draft }: { row: ActivityRow; draft: AgendaDraft }) {
  const { locale } = useLocale();
  const typed = { sessions: timed(draft, row.timeZone), speakers: [], rooms: [], tracks: [] };
  const all = wholeAgenda({ agenda: typed, stage: row.stage }).sessions;
  const found = conflictsOf({ sessions: all }, row);
  if (all.length === 0) return null;
  if (found.length === 0)
    return (
      <p class="small" role="status">
        {t(words.noConflicts)}
      </p>
    );
  const at = (id: string | undefined) => draft.sessions.findIndex((one) => one.id === id);
  const title = (id: string | undefined) => {
    const session = draft.sessions[at(id)] ?? row.stage?.find((one) => one.id === id);
    return session ? say(session.title, locale) || "…" : "";
  };
  const says = ({ kind, sessions: [a, b], what }: Conflict) => {
    const who = [...draft.speakers, ...draft.rooms].find(({ id }) => id === what);
    return t(sentences[kind], { a: title(a), b: title(b), who: who ? say(who.name, locale) : "" });
  };
  const order = `/console/roadshows/${row.id}/order`;
  const where = (id: string) => (at(id) < 0 ? order : `#${idOf(`sessions.${at(id)}.startsAt`)}`);
  return (
    <Notice tone="warning" title={t(words.conflicts, { n: found.length })}>
      <ul>
        {found.map((one) => (
          <li key={[one.kind, ...one.sessions, one.what].join()}>
            <a href={where(one.sessions[0])}>{says(one)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
