import { readActivity } from "../activity/index.ts";
import { newConsent } from "../consent/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { refuseStateSecret, saysStateSecret } from "../platform/state-secret.ts";
import type { Write } from "../platform/table.ts";
import { openProject, projectToSubmit } from "../project/index.ts";
import { stateSecret } from "../project/schema.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { Entries, type EntryRecord, Gates } from "./entity.ts";
import { count, one, throughGate } from "./gate.ts";
import {
  callClosed,
  callFull,
  callMissing,
  EnterProject,
  entryKnown,
  mostEntries,
  projectOver,
  SubmitToRoadshow,
} from "./schema.ts";

export interface Entered {
  readonly id: string;
}

/** By which the entry of a project is known in a roadshow. */
const entryId = (ctx: Ctx, activityId: string, projectId: string) =>
  `rse_${ctx.keys.digest("roadshow-entry", `${activityId}|${projectId}`)}`;

/**
 * Takes a new project for a roadshow: the project goes to review like any other, and into the call. A form that was sent twice makes one of both.
 * @throws DomainError `roadshow.closed`, `roadshow.full`, `project.state-secret`, `project.already-sent`
 */
export const submitToRoadshow = command({
  input: SubmitToRoadshow.safeExtend({ chain: KnownChain }),
  access: "public",
  before(ctx, input) {
    if (saysStateSecret(input)) throw refuseStateSecret(ctx, stateSecret);
  },
  async run(ctx, { activityId, presenter, position, note, juryConsent: _given, consent: _listing, ...filled }): Promise<Entered> {
    await needOpen(ctx, activityId);
    const { project, write, again } = projectToSubmit(ctx, filled);
    const sent = await Entries.find(ctx, { activityId, id: entryId(ctx, activityId, project.id) });
    if (sent) {
      await again();
      return { id: sent.id };
    }
    return put(ctx, activityId, project, { presenter, position, note, locale: filled.locale }, [write]);
  },
});

/**
 * Takes a project that was submitted before, by its secret link.
 * @throws DomainError `project.link`, `roadshow.project-over`, `roadshow.already-entered`, `roadshow.closed`, `roadshow.full`
 */
export const enterProject = command({
  input: EnterProject,
  access: "public",
  async run(ctx, { activityId, project: token, juryConsent: _given, ...said }): Promise<Entered> {
    const project = await openProject(ctx, tokenIn(token));
    if (project.status === "declined" || project.status === "withdrawn") throw new DomainError(projectOver);
    await needOpen(ctx, activityId);
    return put(ctx, activityId, project, said, []);
  },
});

/** The secret part of a link that was pasted as a whole. */
const tokenIn = (pasted: string) => /([\w-]+\.[\w-]+)\/?(?:\?.*)?$/.exec(pasted.trim())?.[1] ?? pasted;

/** A call can be entered while it is open, and only where everybody can read of the activity. */
async function needOpen(ctx: Ctx, activityId: string): Promise<void> {
  const [activity, gate] = await Promise.all([readActivity(ctx, { activityId }), Gates.get(ctx, { activityId }, callMissing)]);
  const now = ctx.now().toISOString();
  if (activity.status !== "published" || gate.opensAt > now || gate.closesAt <= now) throw new DomainError(callClosed);
}

interface Said {
  readonly presenter: string;
  readonly position: string | undefined;
  readonly note: string | undefined;
  readonly locale: EntryRecord["locale"];
}

async function put(
  ctx: Ctx,
  activityId: string,
  project: { readonly id: string; readonly person?: string | undefined },
  { presenter, position, note, locale }: Said,
  writes: readonly Write[],
): Promise<Entered> {
  const id = entryId(ctx, activityId, project.id);
  const known = await Entries.find(ctx, { activityId, id });
  if (known && known.status !== "withdrawn") throw new DomainError(entryKnown);
  const now = ctx.now().toISOString();
  const entry: EntryRecord = {
    ...{ activityId, id, projectId: project.id, person: project.person, note, locale },
    presenter: { name: presenter, position },
    ...{ status: "submitted", since: now, submittedAt: now, consent: newConsent(ctx, "roadshow-review", "form") },
    ...{ decision: undefined, mark: undefined },
  };
  await throughGate(
    ctx,
    activityId,
    {
      set: count("entries", 1),
      condition: "#opensAt <= :now AND #closesAt > :now AND #entries < :most",
      values: { ...one, ":now": now, ":most": mostEntries },
    },
    [...writes, known ? Entries.change(ctx, known, entry) : Entries.create(ctx, entry)],
    (gate) =>
      gate.entries >= mostEntries ? new DomainError(callFull, { params: { most: mostEntries } }) : new DomainError(callClosed),
  );
  return { id };
}
