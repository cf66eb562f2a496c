import { save } from "@lingxi/core/platform/entity";
import { decideEntry, saveOrder, setCall } from "@lingxi/core/roadshow";
import { Entries, Gates, Jurors, Scores } from "../../packages/core/src/roadshow/entity.ts";
import { entryToken } from "../../packages/core/src/roadshow/link.ts";
import type { World } from "./embedded.ts";
import { staff, system } from "./embedded.ts";
import { callFor, entered, openRoadshow } from "./roadshow.ts";
import { member } from "./session.ts";

/** A roadshow with one project for each placeholder of its addresses, in the state that the step needs; `own` is the juror who acts. */
export function roadshowRecords(world: World, own: string): Record<string, () => Promise<string>> {
  let [activityId, entryId, jurorId] = ["", "", ""];
  const organiser = () => world.ctx(staff("organiser"));
  const fresh = async () => {
    activityId = await openRoadshow(world);
    entryId = await entered(world, activityId);
    return activityId;
  };
  const scoredBy = async (id: string, status: "assigned" | "handed-in") => {
    await fresh();
    jurorId = id;
    const ctx = world.ctx(system);
    const marks = status === "handed-in" ? { novelty: 5, use: 5 } : {};
    const juror = await Jurors.find(ctx, { memberId: id });
    const said = { organisation: "第三方研究院", person: id, confidentialAt: ctx.now().toISOString() };
    await save(
      ctx,
      Scores.create(ctx, { activityId, entryId, jurorId, person: id, status, scores: marks }),
      juror ? Jurors.change(ctx, juror, said) : Jurors.create(ctx, { memberId: id, ...said }),
    );
    if (status === "handed-in")
      await ctx.table.write([Gates.update(ctx, { activityId }, "SET #handedIn = :one", { values: { ":one": 1 } })], "");
    return activityId;
  };
  const accepted = async () => {
    await fresh();
    await decideEntry(organiser(), { activityId, entryId, version: 1, decision: "accepted" });
    return activityId;
  };
  const someone = () => member(world, "stf_one-juror", "jury");
  const running = "/api/console/roadshows/{activityId}";
  const pair = `${running}/entries/{entryId}/jurors/{jurorId}`;
  const scoring = async (status: "assigned" | "handed-in") => scoredBy(await someone(), status);
  return {
    "roadshow/activityId": fresh,
    "roadshow/entryId": async () => entryId,
    "roadshow/jurorId": async () => jurorId || (await someone()),
    "roadshow/token": async () => {
      await fresh();
      const entry = await Entries.find(world.ctx(), { activityId, id: entryId });
      return entry ? entryToken(world.ctx(), entry) : "";
    },
    [`${pair}/remove activityId`]: () => scoring("assigned"),
    [`${pair}/clear activityId`]: () => scoring("assigned"),
    [`${pair}/reopen activityId`]: () => scoring("handed-in"),
    [`${pair}/assign activityId`]: async () => {
      jurorId = await someone();
      return fresh();
    },
    [`${running}/entries/{entryId}/mark activityId`]: accepted,
    [`${running}/order activityId`]: async () => {
      await accepted();
      await saveOrder(organiser(), { activityId, version: 0, startsAt: world.clock.now.toISOString(), rows: [] });
      return activityId;
    },
    [`${running}/order/publish activityId`]: async () => {
      await accepted();
      const rows = [{ entryId, minutes: 10 }];
      await saveOrder(organiser(), { activityId, version: 0, startsAt: world.clock.now.toISOString(), rows });
      return activityId;
    },
    [`${running}/publish activityId`]: async () => {
      await accepted();
      const past = (days: number) => new Date(world.clock.now.getTime() - days * 86_400_000).toISOString();
      await setCall(organiser(), { activityId, version: 1, ...callFor(world, { opensAt: past(3), closesAt: past(1) }) });
      return activityId;
    },
    "/api/console/jury/{activityId}/{entryId} activityId": () => scoredBy(own, "assigned"),
    "/api/console/jury/{activityId}/{entryId}/hand-in activityId": () => scoredBy(own, "assigned"),
    "/api/console/jury/{activityId}/{entryId}/conflict activityId": () => scoredBy(own, "assigned"),
  };
}
