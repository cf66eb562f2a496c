import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { anyone, embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { cancelRegistration, register, ticketCode } from "../activity/index.ts";
import { createKeys } from "../platform/keys.ts";
import { listEntries, listReports, listTickets, seeDoor } from "./read-door.ts";
import { ticketParts } from "./schema.ts";
import { syncScans } from "./sync-scans.ts";

const world = embedded();
const keeper = () => world.ctx(staff("check-in"));
let n = 0;
const id = () => `01kb${String(++n).padStart(22, "0")}`;

const scan = (code: string, more = {}) => ({
  id: id(),
  do: "enter" as const,
  code,
  at: world.clock.now.toISOString(),
  way: "camera" as const,
  letIn: true,
  ...more,
});
const sync = async (activityId: string, device: string, ...actions: ReturnType<typeof scan>[]) =>
  (await syncScans(keeper(), { activityId, device, actions })).answers;
const figures = async (activityId: string) => {
  const { entered, reports } = await seeDoor(keeper(), { activityId });
  return { entered, reports };
};

describe("scans at the door", () => {
  it("let somebody in once; the second is a double that says by whom and when, and stands in the report", async () => {
    const activityId = await publishedActivity(world, 5);
    const { code, person } = await ticketHolder(world, activityId, "王示例");
    const at = world.clock.now.toISOString();
    expect(await sync(activityId, "东门", scan(code))).toMatchObject([
      { outcome: "entered", person, entry: { at, device: "东门" } },
    ]);
    const [double] = await sync(activityId, "西门", scan(code, { letIn: false }));
    expect(double).toMatchObject({ outcome: "double", entry: { at, device: "东门" } });
    expect((await listReports(keeper(), { activityId })).items).toMatchObject([
      { outcome: "double", device: "西门", letIn: false, name: "王示例", entry: { at, device: "东门" } },
    ]);
    expect(await figures(activityId)).toEqual({ entered: 1, reports: 1 });
  });

  it("have the same answer when they are sent again, and no second effect", async () => {
    const activityId = await publishedActivity(world, 5);
    const { code } = await ticketHolder(world, activityId);
    const [first, second] = [scan(code), scan(code)];
    const once = await sync(activityId, "A", first, second);
    expect(once.map(({ outcome }) => outcome)).toEqual(["entered", "double"]);
    expect(await sync(activityId, "A", second, first, first)).toMatchObject([{ outcome: "double" }, { outcome: "entered" }, {}]);
    expect(await figures(activityId)).toEqual({ entered: 1, reports: 1 });
  });

  it("say what is wrong with a ticket: another activity's, forged, cancelled, replaced, without a seat, no ticket at all", async () => {
    const [activityId, other] = [await publishedActivity(world, 2), await publishedActivity(world, 2)];
    const { code: foreign } = await ticketHolder(world, other);
    const gone = await ticketHolder(world, activityId);
    const again = await ticketHolder(world, activityId);
    for (const one of [gone, again]) await cancelRegistration(world.ctx(anyone), { token: one.token });
    const { person: _, ...form } = {
      person: "",
      activityId,
      name: "又来",
      organisation: "示例",
      email: again.email,
      consent: true,
    };
    await register(world.ctx(anyone), form);
    await ticketHolder(world, activityId);
    const waiting = await ticketHolder(world, activityId);
    const forger = { ...world.ctx(), keys: createKeys(["a guess"]) };
    const answers = await sync(
      activityId,
      "A",
      ...[foreign, ticketCode(forger, gone.registration), gone.code, again.code, waiting.code, "https://example.com/"].map((c) =>
        scan(c),
      ),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      "other-activity",
      "forged",
      "cancelled",
      "replaced",
      "no-seat",
      "forged",
    ]);
    expect(await figures(activityId)).toEqual({ entered: 0, reports: 3 });
  });

  it("can be taken back, by the device or by name, and then let the person in anew", async () => {
    const activityId = await publishedActivity(world, 5);
    const { code, person } = await ticketHolder(world, activityId);
    const first = scan(code);
    await sync(activityId, "A", first);
    const undo = scan("", { do: "undo", code: undefined, person, of: first.id });
    expect(await sync(activityId, "A", undo as never)).toMatchObject([{ outcome: "undone" }]);
    expect(await figures(activityId)).toEqual({ entered: 0, reports: 0 });
    // What was taken back does not come again by being sent again.
    expect(await sync(activityId, "A", first)).toMatchObject([{ outcome: "undone" }]);
    expect(await sync(activityId, "B", scan(code))).toMatchObject([{ outcome: "entered" }]);
    // Nor does the taking back hit the new entry.
    await sync(activityId, "A", undo as never);
    expect(await figures(activityId)).toEqual({ entered: 1, reports: 0 });
    expect((await listEntries(keeper(), { activityId })).items).toMatchObject([{ person, status: "in", device: "B" }]);
  });

  it("that are taken back before they arrive have no effect", async () => {
    const activityId = await publishedActivity(world, 5);
    const { code, person } = await ticketHolder(world, activityId);
    const late = scan(code);
    await sync(activityId, "A", scan("", { do: "undo", code: undefined, person, of: late.id }) as never);
    expect(await sync(activityId, "A", late)).toMatchObject([{ outcome: "undone" }]);
    expect(await figures(activityId)).toEqual({ entered: 0, reports: 0 });
  });

  it("of somebody whom a device sent away let nobody in later, but do while they still stand there", async () => {
    const activityId = await publishedActivity(world, 5);
    const [gone, here] = [await ticketHolder(world, activityId), await ticketHolder(world, activityId)];
    const early = new Date(world.clock.now.getTime() - 60_000).toISOString();
    const answers = await sync(activityId, "A", scan(gone.code, { at: early, letIn: false }), scan(here.code, { letIn: false }));
    expect(answers.map(({ outcome }) => outcome)).toEqual(["turned-away", "entered"]);
    expect(await figures(activityId)).toEqual({ entered: 1, reports: 1 });
  });

  it("are dated no later than we hear of them", async () => {
    const activityId = await publishedActivity(world, 5);
    const { code } = await ticketHolder(world, activityId);
    const [answer] = await sync(activityId, "A", scan(code, { at: "2031-01-01T00:00:00.000Z" }));
    expect(answer?.entry?.at).toBe(world.clock.now.toISOString());
  });

  it("are for those who keep this door", async () => {
    const activityId = await publishedActivity(world, 5);
    const other = {
      kind: "staff",
      id: "stf_x",
      roles: [],
      scoped: [{ role: "check-in", activities: ["act_other"], chains: [] }],
    } as const;
    const actions = [scan("x")];
    for (const [actor, reason] of [
      [anyone, "access.sign-in"],
      [staff("editor"), "access.forbidden"],
      [staff("auditor"), "access.forbidden"],
      [other, "access.other-part"],
    ] as const)
      await expect(syncScans(world.ctx(actor), { activityId, device: "A", actions })).rejects.toMatchObject({ reason });
    await expect(listTickets(world.ctx(staff("auditor")), { activityId })).rejects.toMatchObject({ reason: "access.forbidden" });
  });
});

describe("the list that a device keeps", () => {
  it("comes in parts that hold each ticket exactly once, page by page", async () => {
    const activityId = await publishedActivity(world, 40);
    const people: string[] = [];
    for (let n = 0; n < 24; n++) people.push((await ticketHolder(world, activityId)).person);
    const found: string[] = [];
    for (let part = 0; part < ticketParts; part++) {
      let cursor: string | undefined;
      do {
        const page = await listTickets(keeper(), { activityId, part, limit: 3, cursor });
        found.push(...page.items.map(([person]) => person));
        cursor = page.cursor;
      } while (cursor);
    }
    expect(found).toHaveLength(people.length);
    expect(new Set(found)).toEqual(new Set(people));
  });

  it("holds a name, how it sounds and the end of a number; of who cancelled nothing but that", async () => {
    const activityId = await publishedActivity(world, 5);
    const seated = await ticketHolder(world, activityId, "王示例");
    const gone = await ticketHolder(world, activityId, "已取消");
    await cancelRegistration(world.ctx(system), { token: gone.token });
    const { items } = await listTickets(keeper(), { activityId });
    expect(items).toHaveLength(2);
    expect(items).toContainEqual([seated.person, seated.registration.id.slice(-6), 0, "王示例", "示例单位", "wang shi li"]);
    expect(items).toContainEqual([gone.person, gone.registration.id.slice(-6), 2]);
  });
});
