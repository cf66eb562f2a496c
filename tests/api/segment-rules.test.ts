import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Facts, judge, neededBy } from "../../packages/core/src/segment/policy.ts";
import { Condition, deeds, Rule, type Subject, sources } from "../../packages/core/src/segment/schema.ts";

const now = "2026-11-23T02:00:00.000Z";
const instant = fc.constantFrom("2026-01-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z");
const some = (of: readonly string[]) => fc.subarray([...of], { minLength: 1 });
const activities = ["act_1", "act_2"];

const values: Record<Subject, readonly string[]> = {
  chain: ["titanium", "aviation"],
  kind: ["enterprise", "university"],
  region: ["xian", "baoji"],
  language: ["zh-CN", "en", "none"],
  consent: ["public-service", "commercial"],
  source: Object.keys(sources),
  list: ["imp_1", "imp_2"],
  organisation: [],
  activity: activities,
  matched: [],
  sent: ["cmp_1", "cmp_2"],
};
const condition = fc.constantFrom(...(Object.keys(values) as Subject[])).chain((about) =>
  fc.record({
    about: fc.constant(about),
    not: fc.boolean(),
    of: values[about].length ? some(values[about]) : fc.constant([]),
    did: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
    since: fc.option(instant, { nil: undefined }),
    text: fc.constantFrom("西安", "示例"),
  }),
) as fc.Arbitrary<Condition>;
const match = fc.constantFrom("all" as const, "any" as const);
const group = fc.record({ match, not: fc.boolean(), conditions: fc.array(condition, { minLength: 1, maxLength: 4 }) });
const rule: fc.Arbitrary<Rule> = fc.record({ match, groups: fc.array(group, { minLength: 1, maxLength: 3 }) });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const doing = fc.record({
  invited: maybe(instant),
  registered: maybe(instant),
  waiting: maybe(instant),
  attended: maybe(instant),
  ends: instant,
});
const facts = fc.record({
  chains: fc.subarray(["titanium", "aviation", "all"]),
  kind: maybe(fc.constantFrom("enterprise", "university")),
  region: maybe(fc.constantFrom("xian", "baoji")),
  locale: maybe(fc.constantFrom("zh-CN", "en")),
  agreed: fc.subarray(["public-service", "commercial"]),
  sources: fc.subarray(Object.keys(sources)),
  lists: fc.subarray(["imp_1", "imp_2"]),
  organisation: fc.constantFrom("", "西安示例公司", "宝鸡钛业"),
  creditCode: fc.constant(""),
  activities: fc.dictionary(fc.constantFrom(...activities), doing),
  matchedAt: maybe(instant),
  sent: fc.subarray(["cmp_1", "cmp_2"]).map((ids) => new Set(ids)),
}) as fc.Arbitrary<Facts>;
const holds = (of: Rule, about: Facts) => judge(of, now)(about);
const turned = (of: Rule): Rule => ({
  match: "all",
  groups: of.groups.length === 1 ? of.groups.map((one) => ({ ...one, not: !one.not })) : of.groups,
});
const alone = rule.filter(({ groups }) => groups.length === 1);

describe("a rule", () => {
  it("turned round is the opposite, and turned round again what it was", () => {
    fc.assert(
      fc.property(alone, facts, (of, about) => {
        expect(holds(turned(of), about)).toBe(!holds(of, about));
        expect(holds(turned(turned(of)), about)).toBe(holds(of, about));
      }),
    );
  });

  it("keeps no more people by another condition that all have to meet, and no fewer by one of which any will do", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), group, facts, (groups, another, about) => {
        const more = [...groups, another];
        const all = (of: typeof groups) => holds({ match: "all", groups: of }, about);
        const any = (of: typeof groups) => holds({ match: "any", groups: of }, about);
        if (all(more)) expect(all(groups)).toBe(true);
        if (any(groups)) expect(any(more)).toBe(true);
      }),
    );
  });

  it("is the same by De Morgan: not all of them is any not of them", () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), facts, (conditions, about) => {
        const notAll = holds({ match: "all", groups: [{ match: "all", not: true, conditions }] }, about);
        const anyNot = conditions.map((one) => ({ ...one, not: !one.not }));
        expect(notAll).toBe(holds({ match: "all", groups: [{ match: "any", not: false, conditions: anyNot }] }, about));
      }),
    );
  });

  it("asks for what it needs: what is not asked for changes nothing", () => {
    fc.assert(
      fc.property(rule, facts, (of, about) => {
        const needs = neededBy([of]);
        const read: Facts = {
          ...about,
          ...(needs.behaviour ? {} : { activities: {}, matchedAt: undefined }),
          ...(needs.organisations ? {} : { kind: undefined, region: undefined }),
          sent: new Set([...about.sent].filter((id) => needs.sent.includes(id))),
        };
        expect(holds(of, read)).toBe(holds(of, about));
      }),
    );
  });
});

describe("what somebody did", () => {
  const nobody: Facts = {
    ...{ chains: [], agreed: [], sources: [], lists: [], organisation: "", creditCode: "", activities: {}, sent: new Set() },
  };
  const did = (deed: keyof typeof deeds, more: object = {}) =>
    judge(Rule.parse({ groups: [{ conditions: [{ about: "activity", did: deed, ...more }] }] }), now);
  const held = { registered: "2026-10-01T00:00:00.000Z", ends: "2026-11-01T00:00:00.000Z" };

  it.each([
    ["absent", held, true],
    ["absent", { ...held, attended: "2026-11-01T00:00:00.000Z" }, false],
    ["absent", { ...held, ends: "2026-12-01T00:00:00.000Z" }, false],
    ["absent", { waiting: held.registered, ends: held.ends }, false],
    ["registered", held, true],
    ["attended", held, false],
  ] as const)("%s by %o is %s", (deed, record, expected) => {
    expect(did(deed)({ ...nobody, activities: { act_1: record } })).toBe(expected);
    expect(did(deed, { of: ["act_2"] })({ ...nobody, activities: { act_1: record } })).toBe(false);
  });

  it("counts from an instant on", () => {
    const about = { ...nobody, activities: { act_1: held } };
    expect(did("registered", { since: "2026-09-01T00:00:00Z" })(about)).toBe(true);
    expect(did("registered", { since: "2026-10-02T00:00:00Z" })(about)).toBe(false);
  });
});

describe("a condition", () => {
  it.each([
    [{ about: "kind", of: ["castle"] }, "of"],
    [{ about: "chain" }, "of"],
    [{ about: "activity" }, "did"],
    [{ about: "organisation" }, "text"],
    [{ about: "sent", of: ["1", "2", "3", "4", "5", "6"] }, "of"],
  ])("%o is refused at %s", (condition, field) => {
    expect(Condition.safeParse(condition).error?.issues.map(({ path }) => path.join())).toEqual([field]);
  });
});
