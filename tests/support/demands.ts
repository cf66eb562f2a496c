import { getDemand, publishDemand, submitDemand } from "@lingxi/core/demand";
import type { SubmitDemand } from "@lingxi/core/demand/schema";
import { demandLink } from "../../packages/core/src/demand/link.ts";
import { staff, type World } from "./embedded.ts";

let made = 0;
/** A need as a form sends it, each from another address. */
export const demandForm = (patch: object = {}) =>
  ({
    secrecy: "none",
    title: "薄壁件焊缝在线检测",
    problem: "焊缝气孔靠抽检拍片，漏检后整件报废。",
    scenario: "钛合金储罐环缝焊接工位。",
    effect: "每道焊缝当场判定，不停线。",
    indicators: [
      { name: "检出率", comparison: ">=", value: "99", unit: "%" },
      { name: "单道用时", comparison: "<=", value: "20", unit: "秒" },
    ],
    chain: "titanium",
    trl: "7",
    ways: ["licence", "service"],
    budgetFrom: 30_000_000,
    budgetTo: 80_000_000,
    deadline: "2027-06-30",
    region: "baoji",
    organisation: "示例装备公司",
    creditCode: "91610131MA00000018",
    name: "李示例",
    email: `buyer${made++}@example.com`,
    phone: "13800000000",
    locale: "zh-CN",
    consent: "yes",
    ...patch,
  }) as unknown as SubmitDemand;

/** The same as the private link changes it. */
export function demandChange(patch: object = {}) {
  const { email: _email, consent: _consent, ...change } = demandForm(patch);
  return change;
}

/** Needs in a world: submitted, and listed. */
export function demandsIn(world: World) {
  const reviewer = () => world.ctx(staff("reviewer"));
  const submit = async (patch: object = {}) => {
    const { id: demandId } = await submitDemand(world.ctx(), demandForm(patch));
    const demand = await getDemand(reviewer(), { demandId });
    return { demandId, version: demand.version, token: demandLink.token(world.ctx(), demand) };
  };
  const listed = async (patch: object = {}) => {
    const { version, ...of } = await submit(patch);
    await publishDemand(reviewer(), { demandId: of.demandId, version });
    return { ...of, version: version + 1 };
  };
  const stored = async (id: string) => {
    const item = (await world.scan()).find((i) => i.pk === `demand#${id}`);
    if (!item) throw new Error(`there is no ${id}`);
    return item;
  };
  return { submit, listed, stored };
}
