import { readDemand, withdrawDemand } from "@lingxi/core/demand";
import { expirePersonal } from "@lingxi/core/privacy/reactions";
import { withdrawProject } from "@lingxi/core/project";
import { declineTalent } from "@lingxi/core/talent";
import { describe, expect, it } from "vitest";
import { Registration } from "../../packages/core/src/activity/entity.ts";
import { Contact } from "../../packages/core/src/campaign/entity.ts";
import { embedded, system } from "../support/embedded.ts";
import { peopleOf, secrets } from "../support/everything.ts";

const world = embedded();
const { organiser, everything } = peopleOf(world);

describe("retention", () => {
  it("erases registrations two years after their activity, and contacts three years after the last list, by the clock", async () => {
    const { activityId, person } = await everything("old@example.com");
    expect(await expirePersonal(world.ctx(system), {})).toMatchObject({ registrations: 0, contacts: 0, accounts: 0 });
    world.clock.advance(365 * 2.2 * 86_400_000);
    expect((await expirePersonal(world.ctx(system), {})).registrations).toBeGreaterThan(0);
    expect(await Registration.find(world.ctx(), { activityId, person })).toMatchObject({ name: "", email: "" });
    expect(await Contact.find(world.ctx(), { person })).toMatchObject({ email: "old@example.com" });
    world.clock.advance(366 * 86_400_000);
    expect((await expirePersonal(world.ctx(system), {})).contacts).toBeGreaterThan(0);
    expect(await Contact.find(world.ctx(), { person })).toMatchObject({ email: "" });
    expect(await expirePersonal(world.ctx(system), {})).toMatchObject({ registrations: 0, contacts: 0 });
  });

  const settled = async (email: string) => {
    const ids = await everything(email);
    const [projectId, demandId, talentId] = [ids.projectId, ids.demandId, ids.talentId];
    await withdrawProject(organiser(), { projectId, version: 2, remark: "权利已转让。" });
    await withdrawDemand(organiser(), { demandId, version: 2, remark: "企业已停产。" });
    await declineTalent(organiser(), { talentId, version: 2, remark: "材料不全。" });
    return ids;
  };
  const days = (count: number) => world.clock.advance(count * 86_400_000);
  const expired = async () => {
    const { projects, demands, talents } = await expirePersonal(world.ctx(system), {});
    return { projects, demands, talents };
  };
  const none = { projects: 0, demands: 0, talents: 0 };

  it("erases a project, a need and an application 180 days after they were settled, field by field, by the clock", async () => {
    await expired();
    const { projectId, demandId, talentId, person } = await settled("settled@example.com");
    const open = await everything("open@example.com");
    const records = async () => {
      const all = await world.scan();
      return [projectId, demandId, talentId].map((id) => all.find((item) => item.id === id));
    };
    days(179);
    expect(await expired()).toEqual(none);
    expect(JSON.stringify(await records())).toContain("settled@example.com");
    days(2);
    expect(await expired()).toEqual({ projects: 1, demands: 1, talents: 1 });
    const [project, demand, talent] = await records();
    for (const record of [project, demand]) expect(record).toMatchObject({ contact: { name: "", email: "" } });
    expect(talent).toMatchObject({ name: "", email: "", status: "withdrawn" });
    for (const secret of ["settled@example.com", secrets.name, secrets.phone])
      expect(JSON.stringify(await records())).not.toContain(secret);
    // Neither can be found by the person's digest any more, and the place is free.
    expect([project?.person, demand?.person, project?.ownerPk]).toEqual([undefined, undefined, undefined]);
    expect((await world.scan()).find((item) => item.pk === `talent-place#${person}`)).toMatchObject({ free: true });
    // The table tidies away later than the clock erases, else nothing would free the place.
    expect(Number(project?.expiresAt) * 1000).toBeGreaterThan(world.clock.now.getTime());
    expect(await expired()).toEqual(none);
    expect((await readDemand(world.ctx(), { demandId: open.demandId })).id).toBe(open.demandId);
  });

  it("leaves a record that changes at the same instant to the next run", async () => {
    await settled("racing@example.com");
    days(181);
    const both = await Promise.all([expired(), expired()]);
    expect(both.map(({ projects }) => projects).reduce((a, b) => a + b)).toBeGreaterThan(0);
    expect(await expired()).toEqual(none);
  });
});
