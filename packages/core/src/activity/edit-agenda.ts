import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Agenda } from "./agenda-schema.ts";
import { inTime } from "./conflicts-schema.ts";
import { Activity } from "./entity.ts";
import { Versioned } from "./run-activity.ts";
import { activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

/** Changes the agenda, and nothing else of an activity. Conflicts in it are shown to whoever writes it, not refused. @throws DomainError `record.changed` */
export const editAgenda = command({
  input: Versioned.extend({ agenda: Agenda }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, agenda }): Promise<{ version: number }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Activity.change(ctx, activity, { agenda: { ...agenda, sessions: inTime(agenda.sessions) } }));
    return { version: version + 1 };
  },
});
