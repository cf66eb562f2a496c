import { askToMeet, publishSchedule, readDesk } from "@lingxi/core/meeting";
import { staff, type World } from "./embedded.ts";
import { agree, guest, matchmaking, schedule } from "./meetings.ts";

interface Made {
  readonly activityId: string;
  readonly token: string;
  readonly profileId: string;
  readonly meetingId: string;
  readonly twinId: string;
  /** Of a body that is accepted, what names the others. */
  readonly body: object;
}

let n = 0;

/** A second address that wants a profile under a name that is there. */
async function twinOf(world: World, activityId: string): Promise<string> {
  await guest(world, activityId, `会面人${n}`).catch(() => undefined);
  const { twins } = await readDesk(world.ctx(staff("organiser")), { activityId });
  return twins[0]?.id ?? "";
}

/**
 * What stands for the placeholders in the addresses of meetings: two people of one activity, as far with each other as the step at the end of the
 * address needs. The first placeholder makes them anew; the second, and the body, name the same.
 */
export function meetingRecords(world: World) {
  const last = new Map<string, Promise<Made>>();

  async function make(path: string): Promise<Made> {
    const is = (...steps: string[]) => steps.some((step) => path.split("/").includes(step));
    const now = world.clock.now;
    // Of a meeting that is over, all was agreed while it was to come.
    if (is("held", "outcome")) world.clock.now = new Date(now.getTime() - 7 * 86_400_000);
    try {
      const activityId = await matchmaking(world);
      const [one, other] = [await guest(world, activityId, `会面人${++n}`), await guest(world, activityId, `会面人${++n}`)];
      if (is("answer")) await askToMeet(world.ctx(), { token: other.token, other: one.id });
      if (is("withdraw", "rank")) await askToMeet(world.ctx(), { token: one.token, other: other.id });
      if (is("run", "publish", "held", "outcome")) await agree(world, one, other);
      const { draft } = is("publish", "held", "outcome") ? await schedule(world, activityId) : {};
      const { version = 0 } = draft ?? {};
      if (is("held", "outcome")) await publishSchedule(world.ctx(staff("organiser")), { activityId, version });
      const meetingId = draft?.rows[0]?.id ?? "";
      const named = is("ask", "answer", "withdraw", "rank") ? { other: other.id } : {};
      const body = is("publish") ? { version } : is("outcome") ? { meetingId } : named;
      const twinId = is("twins") ? await twinOf(world, activityId) : "";
      return { activityId, token: one.token, profileId: one.id, meetingId, twinId, body };
    } finally {
      world.clock.now = now;
    }
  }

  const made = (path: string, anew = false) => {
    const known = anew ? undefined : last.get(path);
    const found = known ?? make(path);
    last.set(path, found);
    return found;
  };
  return {
    async record(path: string, name: string): Promise<string> {
      const of = made(path, name === "activityId" || name === "token");
      return (await of)[name as "activityId" | "token" | "profileId" | "meetingId" | "twinId"];
    },
    body: async (path: string) => (await made(path)).body,
  };
}
