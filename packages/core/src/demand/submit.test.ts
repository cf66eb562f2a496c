import { describe, expect, it } from "vitest";
import { demandForm, demandsIn } from "../../../../tests/support/demands.ts";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { enterDemand, getDemand, submitDemand } from "./index.ts";
import type { SubmitDemand } from "./schema.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
const broker = () => world.ctx(staff("broker"));
const { submit } = demandsIn(world);

describe("submitDemand", () => {
  it("makes one need of a form that was sent twice, and answers the same", async () => {
    const form = demandForm({ submission: "01jd0000000000000000000001" });
    const first = await submitDemand(world.ctx(), form);
    expect(await submitDemand(world.ctx(), form)).toEqual(first);
    await expect(submitDemand(world.ctx(), { ...form, title: "另一个名称" })).rejects.toMatchObject({
      reason: "demand.already-sent",
    });
    expect((await getDemand(reviewer(), { demandId: first.id })).title["zh-CN"]).toBe("薄壁件焊缝在线检测");
  });

  it("keeps nothing of a state secret, whatever else was sent and whoever sent it, and gives a number for the desk", async () => {
    const before = await world.scan();
    const secret = { ...demandForm({ title: "绝密标题" }), secrecy: "state-secret" } as unknown as SubmitDemand;
    const several = { secrecy: ["none", "state-secret"], deadline: "2020-01-01" } as unknown as SubmitDemand;
    for (const refused of [
      submitDemand(world.ctx(), secret),
      submitDemand(world.ctx(), several),
      enterDemand(broker(), secret),
    ]) {
      const refusal = await refused.catch((e) => e);
      expect(refusal).toMatchObject({ reason: "demand.state-secret" });
      expect(refusal.params.number).toMatch(/^LX-20261123-[2-9A-Z]{4}$/);
      expect(JSON.stringify([refusal.params, refusal.fields, refusal.message])).not.toContain("绝密标题");
    }
    expect(await world.scan()).toEqual(before);
  });

  it("names everything that is wrong at once, a day that is over too, and writes nothing", async () => {
    const before = await world.scan();
    const refusal = await submitDemand(
      world.ctx(),
      demandForm({
        secrecy: "trade-secret",
        title: " ",
        problem: "短",
        scenario: " ",
        effect: "长".repeat(1001),
        indicators: [{ name: "", comparison: ">=", value: "9", unit: "" }],
        chain: "__proto__",
        trl: "10",
        ways: [],
        budgetFrom: 5,
        budgetTo: 4,
        deadline: "2026-11-22",
        region: "",
        creditCode: "x".repeat(101),
        email: "a@@b",
        consent: "",
      }),
    ).catch((e) => e);
    expect(refusal.fields.map((f: { field: string }) => f.field).sort()).toEqual([
      "budgetTo",
      "chain",
      "consent",
      "creditCode",
      "deadline",
      "effect",
      "email",
      "indicators.0.name",
      "problem",
      "region",
      "scenario",
      "title",
      "trl",
      "ways",
    ]);
    expect(refusal.params.count).toBe(refusal.fields.length);
    expect(refusal.fields.find((f: { field: string }) => f.field === "deadline").message["zh-CN"]).toContain("已经过去");
    expect(await world.scan()).toEqual(before);
  });

  it("refuses wrong types and days that are none", async () => {
    for (const patch of [
      { title: 1 },
      { indicators: "良率" },
      { indicators: [1] },
      { indicators: Array.from({ length: 51 }, () => ({})) },
      { ways: "licence" },
      { budgetFrom: 1.5 },
      { budgetTo: Number.NaN },
      { trl: "x" },
      { secrecy: "" },
      { region: "mars" },
      { deadline: "2027-02-30" },
      { deadline: "明年" },
      { submission: "../../x" },
    ])
      await expect(submitDemand(world.ctx(), demandForm(patch)), JSON.stringify(patch)).rejects.toMatchObject({
        reason: "input.invalid",
      });
  });

  it("refuses a need of one word and one of 50,000 characters, naming the field and what to do, in both languages, and writes nothing", async () => {
    const before = await world.scan();
    const said = async (patch: object) => {
      const { fields } = await submitDemand(world.ctx(), demandForm(patch)).catch((e) => e);
      return (fields as { field: string; message: { "zh-CN": string; en: string } }[]).map(({ field, message }) => [
        field,
        message,
      ]);
    };
    for (const word of ["泵", "Pumps"]) {
      const [[field, message] = []] = (await said({ title: word, problem: word })) as [string, { "zh-CN": string; en: string }][];
      expect(field).toBe("problem");
      expect(message?.["zh-CN"]).toMatch(/10/);
      expect(message?.en).toMatch(/10/);
    }
    const long = (await said({ problem: "漏".repeat(50_000), scenario: "漏".repeat(50_000) })) as [
      string,
      { "zh-CN": string; en: string },
    ][];
    expect(long.map(([field]) => field)).toEqual(["problem", "scenario"]);
    expect(long.map(([, message]) => /2,?000|1,?000/.test(message["zh-CN"]) && /2,?000|1,?000/.test(message.en))).toEqual([
      true,
      true,
    ]);
    expect(JSON.stringify(long).length, "what was sent is not said again").toBeLessThan(2000);
    expect(await world.scan()).toEqual(before);
  });

  it("keeps the same text of two enterprises as two needs", async () => {
    const [one, two] = [await submit({ organisation: "甲公司" }), await submit({ organisation: "乙公司" })];
    expect(one.demandId).not.toBe(two.demandId);
    const [a, b] = await Promise.all([one, two].map(({ demandId }) => getDemand(reviewer(), { demandId })));
    expect([a?.problem, a?.organisation, b?.organisation]).toEqual([b?.problem, "甲公司", "乙公司"]);
  });

  it("takes today in the programme's time zone as a deadline, however it is written, and none at all", async () => {
    world.clock.now = new Date("2026-11-23T16:30:00.000Z");
    await expect(submit({ deadline: "2026-11-23" })).rejects.toMatchObject({ reason: "input.invalid" });
    const { demandId } = await submit({
      deadline: "２０２６年11月24日",
      trl: "",
      budgetFrom: undefined,
      scenario: "",
      creditCode: "",
    });
    const demand = await getDemand(reviewer(), { demandId });
    expect(demand.deadline).toBe("2026-11-24");
    expect([demand.trl, demand.budgetFrom, demand.scenario, demand.creditCode]).toEqual(Array(4).fill(undefined));
    expect((await getDemand(reviewer(), await submit({ deadline: "" }))).deadline).toBeUndefined();
  });

  it("keeps a credit code that fails its check and an indicator without a unit, and says so to whoever reads it", async () => {
    const patch = { creditCode: "９161 0131-ma00000019", indicators: [{ name: "能耗", comparison: "<=", value: "5", unit: "" }] };
    const answer = await submitDemand(world.ctx(), demandForm(patch));
    expect(answer.notes).toEqual(["credit-code", "unit"]);
    const demand = await getDemand(reviewer(), { demandId: answer.id });
    expect(demand).toMatchObject({ creditCode: "91610131MA00000019", notes: ["credit-code", "unit"] });
    const grade = [{ name: "防护等级", comparison: "=", value: "IP67", unit: "" }];
    expect((await submitDemand(world.ctx(), demandForm({ indicators: grade }))).notes).toEqual([]);
  });
});

describe("enterDemand", () => {
  it("takes a need that an organiser or a broker enters, with the contact's consent as they say it was given", async () => {
    await expect(enterDemand(world.ctx(), demandForm())).rejects.toMatchObject({ reason: "access.sign-in" });
    await expect(enterDemand(reviewer(), demandForm())).rejects.toMatchObject({ reason: "access.forbidden" });
    await expect(enterDemand(broker(), demandForm({ consent: false }))).rejects.toMatchObject({ reason: "input.invalid" });
    const { id } = await enterDemand(broker(), demandForm());
    expect(await getDemand(broker(), { demandId: id })).toMatchObject({
      status: "submitted",
      consent: { purpose: "demand-listing", source: "organiser" },
    });
  });
});
