import { editActivity, getActivity, listRegistrations, register } from "@lingxi/core/activity";
import { offerSeats } from "@lingxi/core/activity/reactions";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { publishedActivity } from "./activities.ts";
import { staff, system, type World } from "./embedded.ts";

/** Six places, of which four are in front: firms sit in front, guests behind, members where they like; press comes by code, students are approved. */
export const house = {
  capacity: 6,
  quotas: [
    { id: "front", name: { "zh-CN": "前排" }, size: 4 },
    { id: "firms", name: { "zh-CN": "企业" }, size: 2 },
  ],
  tickets: [
    { id: "firm", name: { "zh-CN": "企业" }, quotas: ["front", "firms"] },
    { id: "guest", name: { "zh-CN": "嘉宾" }, quotas: ["front"] },
    { id: "member", name: { "zh-CN": "会员" }, quotas: [] },
    { id: "press", name: { "zh-CN": "媒体" }, quotas: [], hidden: true },
    { id: "student", name: { "zh-CN": "学生" }, quotas: [], approval: true },
  ],
};

/** What tests do with one activity at a time; `use` names it. */
export function atHouse(world: World) {
  let activityId = "";
  const organiser = () => world.ctx(staff("organiser"));

  async function edit(patch: object, overbooked: string[] = []) {
    const { version, ...row } = await getActivity(organiser(), { activityId });
    await editActivity(organiser(), { ...row, ...patch, activityId, version, overbooked } as Parameters<typeof editActivity>[1]);
  }
  const come = (n: string, ticket?: string, code?: string) =>
    register(world.ctx(), {
      activityId,
      name: `人${n}`,
      organisation: "示例",
      email: `p${n}@example.com`,
      consent: true,
      ...(ticket ? { ticket } : {}),
      ...(code ? { code } : {}),
    });
  async function of(n: string) {
    const { items } = await listRegistrations(organiser(), { activityId, limit: 100 });
    const found = items.find((r) => r.email === `p${n}@example.com`);
    if (!found) throw new Error(`${n} did not register`);
    return found;
  }
  const link = async (n: string) => ({ token: registrationToken(world.ctx(), await of(n)) });
  const status = async (n: string) => (await of(n)).status;
  const offers = () => offerSeats(world.ctx(system), { activityId });
  const figures = async () => {
    const { taken, waiting, quotas = [], tickets = [] } = await getActivity(organiser(), { activityId });
    return {
      taken,
      waiting,
      ...Object.fromEntries([...quotas.map((q) => [q.id, q.taken]), ...tickets.map((t) => [`sold ${t.id}`, t.sold])]),
    };
  };
  const use = (id: string) => {
    activityId = id;
    return id;
  };
  /** A fresh one as `house` says. */
  const open = async () => {
    use(await publishedActivity(world, house.capacity));
    await edit(house);
    return activityId;
  };
  return { organiser, edit, come, of, link, status, offers, figures, use, open };
}
