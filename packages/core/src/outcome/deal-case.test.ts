import { expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { getCase } from "../cases/index.ts";
import { publishDemand, submitDemand } from "../demand/index.ts";
import { takeStep } from "../matching/index.ts";
import { listProjects, publishProject, submitProject } from "../project/index.ts";
import { draftDealCase } from "./deal-case.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));

it("makes one draft of a case from an agreement, with nothing that is secret, personal or an amount", async () => {
  const form = {
    ...{ name: "王示例", organisation: "需求示例公司", phone: "", consent: "yes", email: "case-need@example.com" },
    ...{ secrecy: "trade-secret", title: "葡萄籽油低温提取", scenario: "用于葡萄酒厂皮渣的再利用。", chain: "vegetables" },
    ...{ problem: "溶剂残留高，不可告人的配方是甲乙丙。", ways: ["licence"], region: "ankang" },
  };
  const { id: demandId } = await submitDemand(world.ctx(), form as unknown as Parameters<typeof submitDemand>[1]);
  await publishDemand(organiser(), { demandId, version: 1 });
  const offered = {
    ...{ name: "赵示例", organisation: "供给示例大学", phone: "", consent: "yes", email: "case-holder@example.com" },
    ...{ secrecy: "none", title: "亚临界提取装置", problem: "溶剂残留高，提取温度高，油的品质下降。", trl: "7" },
    ...{
      advantage: "四十度以下提取，溶剂残留低于检出限，油的品质不变。",
      economics: "每吨成本降低两成，两年收回投入。",
      chain: "vegetables",
      ways: ["licence"],
    },
  };
  await submitProject(world.ctx(), offered as unknown as Parameters<typeof submitProject>[1]);
  const offerId = (await listProjects(organiser(), { status: "submitted" })).items[0]?.id ?? "";
  await publishProject(organiser(), { projectId: offerId, version: 1 });
  await expect(draftDealCase(organiser(), { demandId, offerId })).rejects.toMatchObject({ reason: "outcome.not-agreed" });
  await takeStep(organiser(), { demandId, offerId, step: "contact", on: "2026-01-01" });
  const agreed = {
    demandId,
    offerId,
    step: "agreement",
    way: "licence",
    on: "2026-01-11",
    amountFrom: 123_456_700,
    related: true,
  } as const;
  await takeStep(organiser(), agreed);
  const { id } = await draftDealCase(organiser(), { demandId, offerId });
  expect(await draftDealCase(organiser(), { demandId, offerId })).toEqual({ id });
  const text = JSON.stringify(await getCase(organiser(), { caseId: id }));
  expect(text).toContain("葡萄籽油低温提取");
  expect(text).toContain("亚临界提取装置");
  expect(text).toContain("许可");
  expect(text).toContain("关联关系");
  expect(text).toContain('"value":"10"');
  for (const hidden of ["甲乙丙", "王示例", "赵示例", "1234567", "123,456"]) expect(text).not.toContain(hidden);
  await expect(draftDealCase(world.ctx(staff("broker")), { demandId, offerId })).rejects.toMatchObject({
    reason: "access.forbidden",
  });
});
