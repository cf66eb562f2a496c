import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { projectsById } from "../project/index.ts";
import { Calls, Entries, type EntryRecord, Orders } from "./entity.ts";
import { roadshowLetter, type Telling, type Told } from "./letter.ts";
import { allEntries, allScores } from "./load.ts";
import { toldResult } from "./own.ts";
import { callMissing } from "./schema.ts";
import { startsOf } from "./times.ts";

const About = z.object({ activityId: z.string(), silence: z.number() });
type About = z.infer<typeof About>;

/** One mail to the submitter of a project, once for its key; nothing where nobody can be reached. */
async function tell(ctx: Ctx, entry: EntryRecord, telling: Telling, key: string, silence: number, more: Partial<Told> = {}) {
  const { activityId, projectId } = entry;
  const [activity, projects] = await Promise.all([
    getActivity(asSystem(ctx, "roadshow"), { activityId }),
    projectsById(ctx, [projectId]),
  ]);
  const project = projects.get(projectId);
  if (!entry.person || !project?.contact.email) return false;
  const told: Told = { contact: project.contact, title: project.title, activity, ...more };
  await sendOnce(ctx, { key, template: `roadshow-${telling}`, message: roadshowLetter(ctx, entry, telling, told), silence });
  return true;
}

/** Tells a submitter that the project is in, or out. Says nothing when that has changed since. */
export const tellOfEntry = command({
  input: About.extend({ entryId: z.string(), eventId: z.string(), status: z.enum(["submitted", "withdrawn"]) }),
  access: "system",
  async run(ctx, { activityId, entryId, eventId, status, silence }): Promise<boolean> {
    const entry = await Entries.find(ctx, { activityId, id: entryId });
    return entry?.status === status ? tell(ctx, entry, status, `${eventId}-roadshow-${status}`, silence) : false;
  },
});

/**
 * Tells every submitter the result, or the one that was decided on later. The mail's name is the decision's, so that each decision is told exactly once,
 * however many events say so.
 */
export const tellResult = command({
  input: About.extend({ entryId: z.string().optional() }),
  access: "system",
  async run(ctx, { activityId, entryId, silence }): Promise<{ told: number }> {
    const [call, entries] = await Promise.all([Calls.get(ctx, { activityId }, callMissing), allEntries(ctx, activityId)]);
    if (!call.result) return { told: 0 };
    const scores = call.result.comments ? await allScores(ctx, activityId) : [];
    return tellEach(entries, async (entry) => {
      const result = toldResult(entry, call.result, entries);
      if (!result || entry.status === "withdrawn" || (entryId && entry.id !== entryId)) return false;
      const comments = scores
        .filter((score) => score.entryId === entry.id && score.status === "handed-in")
        .flatMap(({ comment }) => comment ?? []);
      const key = `roadshow-result-${entry.activityId}-${entry.id}-${entry.decision?.revision}`;
      return tell(ctx, entry, result.is, key, silence, { ...result, comments });
    });
  },
});

/** Tells everybody whose project is in a roadshow that its activity is called off, once. */
export const tellCalledOff = command({
  input: About,
  access: "system",
  async run(ctx, { activityId, silence }): Promise<{ told: number }> {
    const entries = (await allEntries(ctx, activityId)).filter(({ status }) => status === "submitted");
    return tellEach(entries, (entry) => tell(ctx, entry, "called-off", `roadshow-called-off-${activityId}-${entry.id}`, silence));
  },
});

/** Tells one after the other. One mail that the transport does not take keeps no other from being sent; the event then comes again. */
async function tellEach<T>(those: readonly T[], telling: (one: T) => Promise<boolean>): Promise<{ told: number }> {
  let told = 0;
  const failed: unknown[] = [];
  for (const one of those)
    try {
      if (await telling(one)) told++;
    } catch (error) {
      failed.push(error);
    }
  if (failed.length) throw failed[0];
  return { told };
}

/** Tells those whose time on stage is new or other. What a later publication changed again is told by that one. */
export const tellTimes = command({
  input: About.extend({
    revision: z.int(),
    moved: z.array(z.object({ entryId: z.string(), startsAt: z.string().optional() })),
  }),
  access: "system",
  async run(
    ctx,
    {
      activityId,
      revision,
      moved,
      silence,
    }: About & { revision: number; moved: { entryId: string; startsAt?: string | undefined }[] },
  ): Promise<{ told: number }> {
    const order = await Orders.find(ctx, { activityId });
    const times = startsOf(order?.published);
    return tellEach(moved, async ({ entryId, startsAt }) => {
      const entry = await Entries.find(ctx, { activityId, id: entryId });
      if (!entry || entry.status === "withdrawn" || times.get(entryId) !== startsAt) return false;
      const key = `roadshow-time-${activityId}-${entryId}-${revision}`;
      return tell(ctx, entry, startsAt ? "time" : "untimed", key, silence, { startsAt });
    });
  },
});
