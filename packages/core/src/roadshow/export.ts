import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { asSystem } from "../platform/context.ts";
import { Locale, Reference } from "../platform/schema.ts";
import { say, type Words } from "../platform/text.ts";
import { type Cell, workbook } from "../platform/xlsx.ts";
import { loadRoadshow } from "./load.ts";
import { rowOf } from "./read-entries.ts";
import { partOfRoadshow, watchers } from "./scope.ts";
import { decisionWords, markWords } from "./words.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const heads = [
  w("名次", "Rank"),
  w("得分", "Score"),
  w("并列", "Tied"),
  w("项目", "Project"),
  w("单位", "Organisation"),
  w("路演人", "Presenter"),
  w("已评", "Handed in"),
  w("缺评", "Missing"),
  w("决定", "Decision"),
  w("候补位次", "Place on the reserve"),
  w("理由", "Reason"),
  w("现场", "On the day"),
  w("编号", "Number"),
];

/** The results as a workbook (XLSX), the best first. */
export const resultsWorkbook = command({
  input: z.object({ activityId: Reference, locale: Locale.default("zh-CN") }),
  access: watchers,
  scope: partOfRoadshow,
  async run(ctx, { activityId, locale }): Promise<{ title: string; bytes: Uint8Array }> {
    const [activity, roadshow] = await Promise.all([
      getActivity(asSystem(ctx, "roadshow"), { activityId }),
      loadRoadshow(ctx, activityId),
    ]);
    const t = (words: Words) => words[locale];
    const rows = roadshow.entries.flatMap((entry) => rowOf(roadshow, entry) ?? []);
    rows.sort((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1) || a.submittedAt.localeCompare(b.submittedAt));
    const cells = rows.map((row): Cell[] => [
      row.rank,
      row.value,
      row.tied ? t(w("是", "yes")) : "",
      say(row.title, locale),
      row.organisation,
      row.presenter,
      row.handedIn,
      row.missing,
      row.status === "withdrawn" ? t(w("已退出", "withdrawn")) : row.decision ? t(decisionWords[row.decision.is]) : "",
      row.reservePlace,
      row.decision?.reason ?? "",
      row.mark ? t(markWords[row.mark]) : "",
      row.id,
    ]);
    const name = t(w("路演结果", "Results"));
    return {
      title: `${say(activity.title, locale)} ${name}`,
      bytes: await workbook(name, heads.map(t), cells, activity.timeZone),
    };
  },
});
