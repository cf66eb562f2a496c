import { createActivity, editActivity, getActivity, publishActivity } from "@lingxi/core/activity";
import { staff, type World } from "./embedded.ts";

/** A published activity with so many seats, that starts in ten days. */
export async function publishedActivity(world: World, capacity: number): Promise<string> {
  const ctx = world.ctx(staff("organiser"));
  const at = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000).toISOString();
  const { id: activityId } = await createActivity(ctx, {
    kind: "salon",
    title: { "zh-CN": "钛合金沙龙", en: "Titanium salon" },
    summary: { "zh-CN": "二十人的小型沙龙。", en: "A small round." },
    description: { "zh-CN": "请带一个真实的问题来。" },
    venue: { "zh-CN": "西安", en: "Xi'an" },
    chains: ["titanium"],
    startsAt: at(10),
    endsAt: at(11),
    registrationClosesAt: at(9),
    capacity,
  });
  await publishActivity(ctx, { activityId, version: 1 });
  return activityId;
}

/** One with two ticket types: press by code, students by approval. */
export async function activityWithTickets(world: World): Promise<string> {
  const activityId = await publishedActivity(world, 10);
  const ctx = world.ctx(staff("organiser"));
  const row = await getActivity(ctx, { activityId });
  const tickets = [
    { id: "press", name: { "zh-CN": "媒体" }, hidden: true },
    { id: "student", name: { "zh-CN": "学生" }, approval: true },
  ];
  await editActivity(ctx, { ...row, tickets, activityId });
  return activityId;
}
