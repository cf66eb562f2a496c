import { isNews } from "@lingxi/core/activity/stages-schema";
import { t } from "../../text.ts";
import { Button, Dialog } from "../../ui.tsx";
import { words } from "./authoring-words.ts";
import { type Draft, toContent } from "./draft.ts";
import { Told } from "./standing.tsx";
import type { ActivityRow } from "./types.ts";

/** Whether saving changes what those who come have in their calendars: then it is asked for once more. */
export function isTold(row: ActivityRow | undefined, draft: Draft): boolean {
  if (row?.status !== "published") return false;
  const typed = toContent(draft);
  const next = { ...typed, onlineLink: typed.onlineLink.trim() || undefined, onlineNote: typed.onlineNote.trim() || undefined };
  const texts = (of: { "zh-CN": string; en?: string | undefined }) => ({
    "zh-CN": of["zh-CN"].trim(),
    en: of.en?.trim() || undefined,
  });
  return isNews(
    { ...row, title: texts(row.title), venue: texts(row.venue) },
    { ...next, title: texts(next.title), venue: texts(next.venue) },
  );
}

interface Props {
  row: ActivityRow;
  draft: Draft;
  open: boolean;
  onClose: () => void;
  onSave: () => void;
}

/** Who is told of a change before it is saved. */
export function SaveDialog({ row, draft, open, onClose, onSave }: Props) {
  // The notice goes out while the activity, as it is saved, has not begun.
  const begun = toContent(draft).startsAt <= new Date().toISOString();
  return (
    <Dialog open={open} title={t(words.confirmSave)} onClose={onClose}>
      <p>{t(begun ? words.saveOver : words.saveDoes)}</p>
      {open && <Told activityId={row.id} news={begun ? undefined : "moved"} />}
      <Button onClick={onSave}>{t(begun ? words.confirmSave : words.save)}</Button>
    </Dialog>
  );
}
