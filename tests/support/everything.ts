import { register } from "@lingxi/core/activity";
import { publishDemand, submitDemand } from "@lingxi/core/demand";
import { askForData, openOwnData } from "@lingxi/core/privacy";
import { publishProject, submitProject } from "@lingxi/core/project";
import { applyTalent, approveTalent } from "@lingxi/core/talent";
import { DataRequests } from "../../packages/core/src/privacy/entity.ts";
import { dataToken } from "../../packages/core/src/privacy/open.ts";
import { publishedActivity } from "./activities.ts";
import { bringIn } from "./campaigns.ts";
import { staff, type World } from "./embedded.ts";
import { forms } from "./records.ts";

type Any<T extends (...args: never[]) => unknown> = Parameters<T>[1];
export const secrets = { name: "司徒留痕", phone: "13977770001", organisation: "独见研究所" };

/** People on whom something is held everywhere, and who ask for it. */
export function peopleOf(world: World) {
  const organiser = () => world.ctx(staff("administrator"));

  /** Somebody with one of everything. */
  async function everything(email: string, secret = secrets) {
    const activityId = await publishedActivity(world, 1);
    await register(world.ctx(), { ...forms.registration, ...secret, email, activityId } as Any<typeof register>);
    const project = await submitProject(world.ctx(), { ...forms.project, ...secret, email } as unknown as Any<
      typeof submitProject
    >);
    const demand = await submitDemand(world.ctx(), { ...forms.demand, ...secret, email } as unknown as Any<typeof submitDemand>);
    await publishProject(organiser(), { projectId: project.id, version: 1 });
    await publishDemand(organiser(), { demandId: demand.id, version: 1 });
    await applyTalent(world.ctx(), { ...forms.talent, ...secret, email, profile: "yes" } as unknown as Any<typeof applyTalent>);
    const talent = (await world.scan()).find((item) => item.type === "talent" && item.email === email) as { id: string };
    await approveTalent(organiser(), { talentId: talent.id, version: 1 });
    await bringIn(world, [`${email},${secret.name}`]);
    return {
      activityId,
      projectId: project.id,
      demandId: demand.id,
      talentId: talent.id,
      person: world.ctx().keys.digest("person", email),
    };
  }

  async function linkOf(email: string) {
    world.clock.advance(10 * 60_000);
    await askForData(world.ctx(), { email });
    const person = world.ctx().keys.digest("person", email);
    const request = await DataRequests.find(world.ctx(), { person });
    return { token: dataToken(world.ctx(), request ?? { person, id: "" }), person, requestId: request?.id ?? "" };
  }
  /** What the browser has that used a link to the address's data. */
  async function openedBy(email: string) {
    const { token } = await linkOf(email);
    return { opened: (await openOwnData(world.ctx(), { token })).value };
  }

  return { organiser, everything, linkOf, openedBy };
}
