import { listRegistrations, register, ticketCode } from "@lingxi/core/activity";
import { syncScans } from "@lingxi/core/check-in";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { staff, type World } from "./embedded.ts";

let n = 0;

/** Somebody who registered, with the code of their ticket and their secret link. */
export async function ticketHolder(world: World, activityId: string, name = "李示例", organisation = "示例单位") {
  const email = `holder-${++n}@example.com`;
  await register(world.ctx(), { activityId, name, organisation, email, consent: true });
  const { items } = await listRegistrations(world.ctx(staff("organiser")), { activityId, limit: 500 });
  const registration = items.find((one) => one.email === email);
  if (!registration) throw new Error("nobody is registered");
  const { person } = registration;
  return {
    registration,
    email,
    person,
    code: ticketCode(world.ctx(), registration),
    token: registrationToken(world.ctx(), registration),
  };
}

let scans = 0;

/** Lets somebody in at the door by the code of their ticket. */
export const letIn = (world: World, activityId: string, code: string) =>
  syncScans(world.ctx(staff("organiser")), {
    activityId,
    device: "东门",
    actions: [
      {
        id: `01kd${String(++scans).padStart(22, "0")}`,
        do: "enter",
        code,
        at: world.clock.now.toISOString(),
        way: "camera",
        letIn: true,
      },
    ],
  });
