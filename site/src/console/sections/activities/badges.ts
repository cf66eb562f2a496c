import { ApiProblem } from "../../api.ts";
import { currentLocale, t } from "../../text.ts";
import { words } from "./words.ts";

/** Saves the badges of an activity, four hundred a file. @returns how many */
export async function saveBadges(activityId: string, progress: (n: number) => void): Promise<number> {
  let cursor: string | null = "";
  let all = 0;
  for (let part = 1; cursor !== null; part++) {
    const asked: URLSearchParams = new URLSearchParams({ locale: currentLocale(), ...(cursor ? { cursor } : {}) });
    const answer: Response = await fetch(`/api/prints/${activityId}/badges?${asked}`, {
      headers: { "accept-language": currentLocale() },
    });
    if (!answer.ok) {
      const { detail = "" } = (await answer.json().catch(() => ({}))) as { detail?: string };
      throw new ApiProblem(answer.status, "badges", detail || t(words.badgesFailed));
    }
    cursor = answer.headers.get("x-next-cursor");
    all += Number(answer.headers.get("x-badges"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `${t(words.badgesFile)}-${part}.pdf`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    progress(all);
  }
  return all;
}
