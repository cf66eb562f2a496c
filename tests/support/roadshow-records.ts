import { save } from "@lingxi/core/platform/entity";
import { decideEntry, saveOrder, setCall } from "@lingxi/core/roadshow";
import { Entries, Gates, Jurors, Scores } from "../../packages/core/src/roadshow/entity.ts";
import { entryToken } from "../../packages/core/src/roadshow/link.ts";
import type { World } from "./embedded.ts";
import { staff, system } from "./embedded.ts";
import { callFor, entered, openRoadshow } from "./roadshow.ts";
import { member } from "./session.ts";

/** Accepted projects have to find room on stage. */
const most = 90;

/**
 * What stands for the placeholders in the addresses of roadshows. Each address has a roadshow of its own, in which each of its projects is; where none
 * is named, each call gets a new one in the state that the step needs.
 */
export function roadshowRecords(world: World, own: string): (path: string, name: string) => Promise<string> {
  const shared = new Map<string, { readonly activityId: Promise<string>; entries: number }>();
  const organiser = () => world.ctx(staff("organiser"));
  const someone = () => member(world, "stf_one-juror", "jury");

  // All placeholders of an address are asked for at once: what they share is begun by the first.
  function sharedFor(path: string) {
    const known = shared.get(path);
    if (known && known.entries < most) return known;
    const made = { activityId: openRoadshow(world, { places: 100 }), entries: 0 };
    shared.set(path, made);
    return made;
  }

  async function scoreOf(activityId: string, entryId: string, jurorId: string, done: boolean) {
    const ctx = world.ctx(system);
    const known = await Jurors.find(ctx, { memberId: jurorId });
    const said = { organisation: "第三方研究院", person: jurorId, confidentialAt: ctx.now().toISOString() };
    const status = done ? ("handed-in" as const) : ("assigned" as const);
    const scores = done ? { novelty: 5, use: 5 } : {};
    await save(
      ctx,
      Scores.create(ctx, { ...{ activityId, entryId, jurorId, person: jurorId, status }, scores }),
      known ? Jurors.change(ctx, known, said) : Jurors.create(ctx, { memberId: jurorId, ...said }),
    );
    if (!done) return;
    const one = Gates.update(ctx, { activityId }, "SET #handedIn = #handedIn + :one", { values: { ":one": 1 } });
    await ctx.table.write([one], "");
  }

  /** A project in the state that the step at the end of the address needs. */
  async function entry(path: string): Promise<string> {
    const of = sharedFor(path);
    of.entries++;
    const activityId = await of.activityId;
    const entryId = await entered(world, activityId);
    if (path.endsWith("/mark")) await decideEntry(organiser(), { activityId, entryId, version: 1, decision: "accepted" });
    if (path.includes("/jury/"))
      for (const id of new Set([own, "stf_jury", "stf_administrator"])) await scoreOf(activityId, entryId, id, false);
    if (/(remove|clear|reopen)$/.test(path)) await scoreOf(activityId, entryId, await someone(), path.endsWith("reopen"));
    return entryId;
  }

  /** A roadshow with one accepted project. */
  async function whole(path: string): Promise<string> {
    const activityId = await openRoadshow(world);
    const entryId = await entered(world, activityId);
    await decideEntry(organiser(), { activityId, entryId, version: 1, decision: "accepted" });
    if (path.includes("/order")) {
      const rows = path.endsWith("publish") ? [{ entryId, minutes: 10 }] : [];
      await saveOrder(organiser(), { activityId, version: 0, startsAt: world.clock.now.toISOString(), rows });
    } else if (path.endsWith("/publish")) {
      const past = (days: number) => new Date(world.clock.now.getTime() - days * 86_400_000).toISOString();
      await setCall(organiser(), { activityId, version: 1, ...callFor(world, { opensAt: past(3), closesAt: past(1) }) });
    }
    return activityId;
  }

  return async (path, name) => {
    if (name === "entryId") return entry(path);
    if (name === "jurorId") return someone();
    if (name === "activityId") return path.includes("{entryId}") ? sharedFor(path).activityId : whole(path);
    const activityId = await openRoadshow(world);
    const found = await Entries.find(world.ctx(), { activityId, id: await entered(world, activityId) });
    return found ? entryToken(world.ctx(), found) : "";
  };
}
