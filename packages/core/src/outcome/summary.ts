import { createHash } from "node:crypto";
import * as z from "zod";
import { activityAtDoor } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { fill, type Locale, say, type Words } from "../platform/text.ts";
import { formatRange } from "../platform/time.ts";
import { countAnswers, type SurveyResults } from "../survey/index.ts";
import { createOnce } from "./deal-case.ts";
import { masked, type PublicGroup } from "./mask.ts";
import { notOver } from "./schema.ts";
import { countAttendance } from "./statistics.ts";
import { groupNames, words } from "./words.ts";

const percent = (part: number, whole: number) => (whole ? `${Math.round((part / whole) * 100)}%` : "–");

/**
 * Makes a draft of a case from what the activity brought: its numbers, of which kinds of organisations people came, and the survey. What could tell
 * who somebody was is left out, and no free text is taken. Pressing twice makes one draft. For organisers of everything, as all writing of cases is.
 * @throws DomainError `outcome.not-over`
 */
export const draftSummary = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: ["organiser"],
  async run(ctx, { activityId }): Promise<{ id: string }> {
    const activity = await activityAtDoor(ctx, activityId);
    if (activity.endsAt > ctx.now().toISOString()) throw new DomainError(notOver);
    const [{ total, kinds }, survey] = await Promise.all([countAttendance(ctx, activityId), countAnswers(ctx, activityId)]);
    const groups = masked(kinds.map(({ key, came }) => ({ key, count: came })));
    const measures = [
      { label: words.registered, value: String(total.registered) },
      { label: words.came, value: String(total.came) },
      { label: words.rate, value: percent(total.came, total.seats) },
      ...(survey && survey.answers >= 5 ? [{ label: words.answers, value: String(survey.answers) }] : []),
    ];
    const inBoth = (make: (locale: Locale) => string) => ({ "zh-CN": make("zh-CN"), en: make("en") });
    const told = (text: Words, locale: Locale) =>
      fill(text[locale], {
        title: say(activity.title, locale),
        when: formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone),
        venue: say(activity.venue, locale),
        came: total.came,
        seats: total.seats,
        rate: percent(total.came, total.seats),
      });
    const id = `cas_${createHash("sha256").update(`summary ${activityId}`).digest("hex").slice(0, 26)}`;
    const draft = {
      id,
      title: inBoth((locale) => told(words.title, locale).slice(0, 120)),
      summary: inBoth((locale) => told(words.summary, locale).slice(0, 300)),
      body: inBoth((locale) => bodyOf(locale, told(words.lead, locale), say(activity.summary, locale), groups, survey)),
      chains: [...activity.chains],
      measures,
      links: { activities: [activityId], projects: [], demands: [], talents: [] },
    };
    await createOnce(ctx, id, draft);
    return { id };
  },
});

/** Markdown in one language. */
function bodyOf(
  locale: Locale,
  lead: string,
  about: string,
  groups: readonly PublicGroup[],
  survey: SurveyResults | undefined,
): string {
  const t = (text: Words) => text[locale];
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
    [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
  const parts = [lead, about];
  if (groups.length) {
    const named = groups.map(({ key, count }) => [groupNames[key]?.[locale] ?? key, count]);
    parts.push(`## ${t(words.who)}`, table([t(words.kind), t(words.people)], named));
  }
  const asked = survey?.questions.filter(({ kind, answered }) => kind !== "text" && answered >= 5) ?? [];
  if (survey && asked.length) {
    parts.push(`## ${t(words.survey)}`, fill(t(words.surveyLead), { answers: survey.answers, invited: survey.invited }));
    for (const { kind, label, mean, counts, answered } of asked) {
      parts.push(`### ${say(label, locale)}`);
      if (kind === "rating") parts.push(fill(t(words.mean), { mean: String(mean), answered }));
      else
        parts.push(
          table(
            [t(words.option), t(words.people)],
            counts.map((one) => [one.label ? say(one.label, locale) : one.id, one.count]),
          ),
        );
    }
  }
  parts.push(`## ${t(words.next)}`, t(words.nextHelp));
  return parts.join("\n\n");
}
