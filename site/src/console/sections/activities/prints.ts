import type { Words } from "@lingxi/core/platform/text";
import { ApiProblem } from "../../api.ts";
import { currentLocale, t } from "../../text.ts";
import { words } from "./words.ts";

type Progress = (n: number) => void;

/** Fetches one file of what is printed, and hands it to the reader. @returns what its heads say */
async function savePart(path: string, asked: Record<string, string>, name: Words, part: number): Promise<Headers> {
  const answer = await fetch(`/api/prints/${path}?${new URLSearchParams({ locale: currentLocale(), ...asked })}`, {
    headers: { "accept-language": currentLocale() },
  });
  if (!answer.ok) {
    const { detail = "" } = (await answer.json().catch(() => ({}))) as { detail?: string };
    throw new ApiProblem(answer.status, "prints", detail || t(words.printFailed));
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${t(name)}-${part}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return answer.headers;
}

/** Saves the badges of an activity, four hundred a file. @returns how many */
export async function saveBadges(activityId: string, progress: Progress): Promise<number> {
  let cursor: string | null = "";
  let all = 0;
  for (let part = 1; cursor !== null; part++) {
    const heads: Headers = await savePart(`${activityId}/badges`, cursor ? { cursor } : {}, words.badgesFile, part);
    cursor = heads.get("x-next-cursor");
    all += Number(heads.get("x-badges"));
    progress(all);
  }
  return all;
}

/** Saves the list for the door on paper, a thousand people a file. @returns how many */
export async function saveDoorList(activityId: string, progress: Progress): Promise<number> {
  let all = 0;
  for (let part = 1, parts = 1; part <= parts; part++) {
    const heads = await savePart(`${activityId}/door-list`, { part: String(part) }, words.doorListFile, part);
    parts = Number(heads.get("x-parts"));
    all += Number(heads.get("x-people"));
    progress(all);
  }
  return all;
}
