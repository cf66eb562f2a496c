import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import {
  afternoon,
  agree,
  type Guest,
  guest,
  matchmaking,
  publishedRows,
  schedule,
  setupOf,
} from "../../../../tests/support/meetings.ts";
import { askToMeet, withdrawRequest } from "./ask.ts";
import { boardToken, readBoard } from "./board.ts";
import { readDesk } from "./desk.ts";
import { changedPeople } from "./events.ts";
import { eraseMeetings, heldMeetings } from "./held.ts";
import { leaveMeetings } from "./leave.ts";
import { noteOutcome, sayOutcome } from "./outcome.ts";
import { ownCalendar } from "./own-calendar.ts";
import { clashOf, follow, publishSchedule } from "./publish.ts";
import { readOwnMeetings } from "./read-own.ts";
import { askRun, stopRun } from "./run.ts";
import { setUpMeetings } from "./set-up.ts";
import { tellAgenda, tellRequest } from "./tell.ts";

const world = embedded();
const ctx = () => world.ctx();
const organiser = () => world.ctx(staff("organiser"));

async function hall(names: readonly string[], options = {}) {
  const activityId = await matchmaking(world, options);
  const guests: Guest[] = [];
  for (const name of names) guests.push(await guest(world, activityId, name));
  return { activityId, guests: guests as [Guest, Guest, Guest, Guest] };
}
const publish = async (activityId: string) => {
  const { draft } = await readDesk(organiser(), { activityId });
  return publishSchedule(organiser(), { activityId, version: draft?.version ?? 0 });
};

describe("a schedule", () => {
  it("holds what both agreed to and nothing that is only asked; nobody and no table twice at once", async () => {
    const { activityId, guests } = await hall(["甲", "乙", "丙", "丁"]);
    const [a, b, c, d] = guests;
    for (const [x, y] of [
      [a, b],
      [a, c],
      [b, c],
      [c, d],
    ] as const)
      await agree(world, x, y);
    await askToMeet(ctx(), { token: a.token, other: d.id });
    const { draft } = await schedule(world, activityId);
    expect(draft?.rows).toHaveLength(4);
    expect(draft).toMatchObject({ missing: 0, bound: { missing: 0 }, unplaced: [] });
    expect(await publish(activityId)).toEqual({ published: 4, ended: 0 });
    const rows = await publishedRows(world, activityId);
    expect(clashOf(rows)).toBeUndefined();
    expect(rows.some((row) => [row.a, row.b].includes(a.person) && [row.a, row.b].includes(d.person))).toBe(false);
    expect((await readOwnMeetings(ctx(), { token: a.token })).agenda).toHaveLength(2);
  });

  it("is the same for the same seed", async () => {
    const { activityId, guests } = await hall(["甲", "乙", "丙", "丁"]);
    const [a, b, c, d] = guests;
    for (const [x, y] of [
      [a, b],
      [c, d],
      [b, c],
    ] as const)
      await agree(world, x, y);
    const one = (await schedule(world, activityId)).draft?.rows;
    expect((await schedule(world, activityId)).draft?.rows).toEqual(one);
  });

  it("says who binds when there are more meetings than slots, and how many places tables have", async () => {
    const { activityId, guests } = await hall(["甲", "乙", "丙", "丁"], { tables: 1, slots: 2 });
    const [a, b, c, d] = guests;
    for (const other of [b, c, d]) await agree(world, a, other);
    const desk = await schedule(world, activityId);
    expect(desk.binding).toMatchObject({
      people: [{ name: "甲 · 示例单位", meetings: 3, slots: 2 }],
      tables: { meetings: 3, places: 2 },
    });
    expect(desk.draft?.unplaced).toMatchObject([{ cause: "person", who: "甲 · 示例单位" }]);
    expect(desk.draft?.missing).toBe(desk.draft?.bound.missing);
  });

  it("keeps pins and precedences", async () => {
    const { activityId, guests } = await hall(["甲", "乙", "丙", "丁"]);
    const [a, b, c] = guests;
    await agree(world, a, b);
    await agree(world, a, c);
    const first = await schedule(world, activityId);
    const [x, y] = first.draft?.rows ?? [];
    const at = afternoon(world).slot(3);
    const pins = [{ id: x?.id ?? "", at, table: "t2" }];
    const orders = [{ first: y?.id ?? "", second: x?.id ?? "" }];
    await setUpMeetings(organiser(), { activityId, version: 1, ...setupOf(world), pins, orders });
    const rows = (await schedule(world, activityId)).draft?.rows ?? [];
    expect(rows.find(({ id }) => id === x?.id)).toMatchObject({ startsAt: at, table: "2 号桌" });
    expect((rows.find(({ id }) => id === y?.id)?.startsAt ?? "") < at).toBe(true);
  });

  it("takes no precedences that go round in a circle, and no windows that contradict each other", async () => {
    const { activityId } = await hall(["甲", "乙"]);
    const order = (first: string, second: string) => ({ first: `mrq_${first}`, second: `mrq_${second}` });
    const set = (more: object) => setUpMeetings(organiser(), { activityId, version: 1, ...setupOf(world), ...more });
    const refused = (field: string) => expect.objectContaining({ fields: [expect.objectContaining({ field })] });
    for (const orders of [
      [order("a", "a")],
      [order("a", "b"), order("b", "a")],
      [order("x", "a"), order("a", "b"), order("b", "c"), order("c", "a"), order("c", "y")],
    ])
      await expect(set({ orders })).rejects.toEqual(refused("orders"));
    const { windows } = setupOf(world);
    await expect(set({ windows: [...windows, ...windows] })).rejects.toEqual(refused("windows"));
    await expect(set({ breaks: windows })).rejects.toEqual(refused("windows"));
    await set({ orders: [order("a", "b"), order("b", "c"), order("a", "c")] });
  });

  it("is published as it was looked at, without what ended since; a second press finds nothing to publish", async () => {
    const { activityId, guests } = await hall(["甲", "乙", "丙", "丁"]);
    const [a, b, c, d] = guests;
    await agree(world, a, b);
    await agree(world, c, d);
    const { draft } = await schedule(world, activityId);
    await withdrawRequest(ctx(), { token: a.token, other: b.id });
    const version = draft?.version ?? 0;
    expect(await publishSchedule(organiser(), { activityId, version })).toEqual({ published: 1, ended: 1 });
    await expect(publishSchedule(organiser(), { activityId, version })).rejects.toMatchObject({ reason: "meeting.no-draft" });
  });

  it("is made by one run at a time, which can be stopped, for organisers alone", async () => {
    const { activityId, guests } = await hall(["甲", "乙"]);
    await expect(askRun(organiser(), { activityId })).rejects.toMatchObject({ reason: "meeting.nothing-accepted" });
    await agree(world, guests[0], guests[1]);
    expect(await stopRun(organiser(), { activityId })).toEqual({ stopAsked: false });
    await askRun(organiser(), { activityId });
    await expect(askRun(organiser(), { activityId })).rejects.toMatchObject({ reason: "meeting.run-going" });
    expect(await stopRun(organiser(), { activityId })).toEqual({ stopAsked: true });
    await expect(askRun(world.ctx(staff("auditor")), { activityId })).rejects.toMatchObject({ reason: "access.forbidden" });
  });
});

describe("after publication", () => {
  async function published() {
    const { activityId, guests } = await hall(["甲", "乙", "丙", "丁"]);
    const [a, b, c, d] = guests;
    await agree(world, a, b);
    await agree(world, c, d);
    await schedule(world, activityId);
    await publish(activityId);
    return { activityId, guests };
  }

  it("a cancellation frees the slot at once and moves nobody else", async () => {
    const { activityId, guests } = await published();
    const [a, b] = guests;
    const before = await publishedRows(world, activityId);
    await withdrawRequest(ctx(), { token: a.token, other: b.id });
    const after = await publishedRows(world, activityId);
    expect(after).toHaveLength(1);
    expect(before).toContainEqual(after[0]);
    const { draft } = await schedule(world, activityId, "repair");
    expect(draft?.rows.filter(({ was }) => was)).toEqual([]);
    const { agenda } = await readOwnMeetings(ctx(), { token: b.token });
    expect(agenda).toMatchObject([{ cancelled: true, sequence: 1 }]);
    const ics = await ownCalendar(ctx(), { token: b.token });
    expect(ics).toMatch(/STATUS:CANCELLED/);
    expect(ics).toMatch(/SEQUENCE:1/);
    expect(ics).toMatch(new RegExp(`UID:${agenda[0]?.id}@${activityId}`));
  });

  it("a closed table and a late arrival change as little as can be, said before it is applied; only those concerned are told", async () => {
    const { activityId, guests } = await published();
    const [a, b, c, d] = guests;
    const [first] = (await readDesk(organiser(), { activityId })).rows;
    const e = await guest(world, activityId, "戊");
    await agree(world, e, a);
    const setup = setupOf(world);
    const closed = [{ startsAt: setup.windows[0]?.startsAt ?? "", endsAt: setup.windows[0]?.endsAt ?? "" }];
    const tables = setup.tables.map((table) => (table.name === first?.table ? { ...table, closed } : table));
    await setUpMeetings(organiser(), { activityId, version: 1, ...setup, tables });
    const { draft } = await schedule(world, activityId, "repair");
    expect(draft?.rows).toHaveLength(3);
    expect(draft?.rows.filter(({ fresh }) => fresh)).toHaveLength(1);
    const before = (await publishedRows(world, activityId)).map((row) => ({ ...row }));
    await publish(activityId);
    const after = await publishedRows(world, activityId);
    expect(clashOf(after)).toBeUndefined();
    const moved = after.filter((row) =>
      before.some((was) => was.id === row.id && (was.startsAt !== row.startsAt || was.table !== row.table)),
    );
    expect(moved).toHaveLength(draft?.rows.filter(({ was }) => was).length ?? -1);
    expect(moved.every(({ sequence }) => sequence === 1)).toBe(true);
    const told = new Set(changedPeople(before, after));
    const untouched = [a, b, c, d].filter(({ person }) => !told.has(person));
    for (const { person } of untouched) expect(moved.some((row) => row.a === person || row.b === person)).toBe(false);
    expect(told.has(e.person)).toBe(true);
  });

  it("what has begun stays where it was, and nobody who leaves afterwards takes it away", async () => {
    const { activityId, guests } = await published();
    const [a, , , d] = guests;
    const [first] = await publishedRows(world, activityId);
    await agree(world, a, d);
    const now = world.clock.now;
    world.clock.now = new Date(first?.endsAt ?? "");
    const { draft } = await schedule(world, activityId, "repair");
    expect(draft?.rows.find(({ id }) => id === first?.id)).toMatchObject({ startsAt: first?.startsAt });
    expect(draft?.rows.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(draft?.rows.every(({ startsAt, fresh }) => !fresh || startsAt > (first?.startsAt ?? ""))).toBe(true);
    await leaveMeetings(ctx(), { token: a.token });
    await publish(activityId);
    expect((await publishedRows(world, activityId)).some(({ id }) => id === first?.id)).toBe(true);
    world.clock.now = now;
  });

  it("each is told once, with a calendar that updates", async () => {
    const { activityId, guests } = await published();
    const [a, b] = guests;
    world.mails.length = 0;
    const event = { eventId: `evt-${activityId}`, activityId, person: a.person, silence: 1000 };
    expect(await tellAgenda(world.ctx(system), event)).toBe("accepted");
    await tellAgenda(world.ctx(system), event);
    expect(world.mails).toHaveLength(1);
    const raw = Buffer.from(world.mails[0]?.raw ?? "").toString();
    expect(raw).toMatch(/method=PUBLISH/);
    await withdrawRequest(ctx(), { token: a.token, other: b.id });
    const [request] = (await world.scan()).filter((item) => item.type === "meeting-request" && item.from === a.person);
    const asked = {
      eventId: `req-${activityId}`,
      activityId,
      person: b.person,
      other: a.person,
      requestId: String(request?.id),
      silence: 1000,
    };
    expect(await tellRequest(world.ctx(system), { ...asked, telling: "asked" })).toBe("moved-on");
  });

  it("the board names those who agreed to it, and of others the organisation", async () => {
    const { activityId } = await published();
    const token = boardToken(ctx(), activityId);
    const { tables } = await readBoard(ctx(), { token });
    expect(tables.flatMap(({ next }) => next?.who ?? [])).toEqual(expect.arrayContaining(["示例单位"]));
    expect(JSON.stringify(tables)).not.toMatch(/甲|乙|丙|丁/);
    await expect(readBoard(ctx(), { token: `${activityId}.x` })).rejects.toMatchObject({ reason: "meeting.not-open" });
  });

  it("both sides and staff say how it went, once it has begun; staff's word stands", async () => {
    const { activityId, guests } = await published();
    const [a, b, c] = guests;
    const [mine] = (await readOwnMeetings(ctx(), { token: a.token })).agenda;
    const said = { meetingId: mine?.id ?? "", outcome: "held" as const };
    await expect(sayOutcome(ctx(), { token: a.token, ...said })).rejects.toMatchObject({ reason: "meeting.not-met-yet" });
    const now = world.clock.now;
    world.clock.now = new Date(mine?.endsAt ?? "");
    await sayOutcome(ctx(), { token: a.token, ...said, followUp: "yes", again: "yes" });
    await sayOutcome(ctx(), { token: b.token, ...said, outcome: "absent" });
    await expect(sayOutcome(ctx(), { token: c.token, ...said })).rejects.toMatchObject({ reason: "meeting.request-missing" });
    const figures = async () => (await readDesk(organiser(), { activityId })).figures;
    expect(await figures()).toMatchObject({ held: 1, absent: 0, followUp: 1, again: 1 });
    await noteOutcome(world.ctx(staff("check-in")), { activityId, ...said, outcome: "absent" });
    expect(await figures()).toMatchObject({ held: 0, absent: 1 });
    world.clock.now = now;
  });

  it("what is held on somebody is told and erased, and their meetings are cancelled", async () => {
    const { activityId, guests } = await published();
    const [a] = guests;
    expect(await heldMeetings(ctx(), [a.person])).toMatchObject([
      { kind: "meeting", id: activityId, consents: [{ purpose: "meeting-profile" }] },
    ]);
    expect(await eraseMeetings(world.ctx(system), [a.person])).toBe(1);
    expect(await heldMeetings(ctx(), [a.person])).toEqual([]);
    expect(await publishedRows(world, activityId)).toHaveLength(1);
  });
});

describe("the check before publication", () => {
  const row = (id: string, a: string, b: string, n: number, table: string) => ({
    ...{ id, a, b, table, tableName: table },
    startsAt: `2026-12-01T0${n}:00:00Z`,
    endsAt: `2026-12-01T0${n}:20:00Z`,
  });
  it("finds somebody, or a table, twice at once", () => {
    expect(clashOf([row("1", "a", "b", 1, "t1"), row("2", "a", "c", 1, "t2")])).toBe("1 and 2");
    expect(clashOf([row("1", "a", "b", 1, "t1"), row("2", "c", "d", 1, "t1")])).toBe("1 and 2");
    expect(clashOf([row("1", "a", "b", 1, "t1"), row("2", "a", "c", 2, "t1")])).toBeUndefined();
  });
  it("raises the sequence of what changed, and of what went away, once", () => {
    const before = "2026-11-30T00:00:00Z";
    const one = follow([], [row("1", "a", "b", 1, "t1")], before);
    const two = follow(one, [row("1", "a", "b", 2, "t1")], before);
    const gone = follow(two, [], before);
    expect([one, two, gone, follow(gone, [], before)].map(([first]) => [first?.sequence, first?.cancelled ?? false])).toEqual([
      [0, false],
      [1, false],
      [2, true],
      [2, true],
    ]);
    expect(follow(two, [], "2026-12-01T03:00:00Z")).toEqual(two);
    expect(follow(gone, [row("1", "a", "b", 2, "t1")], before)[0]).toMatchObject({ sequence: 3 });
  });
});
