import { describe, expect, it } from "vitest";
import { Agenda, type Session } from "./agenda-schema.ts";
import { conflictsOf, retimed } from "./conflicts-schema.ts";

const at = (clock: string) => `2026-12-20T${clock}:00.000Z`;
const session = (id: string, from: string, to: string, more: Partial<Session> = {}): Session => ({
  ...{ id, kind: "talk", title: { "zh-CN": id, en: undefined }, startsAt: at(from), endsAt: at(to), speakers: [], chairs: [] },
  ...more,
});
const day = { startsAt: at("01:00"), endsAt: at("09:00") };
const conflicts = (...sessions: Session[]) => conflictsOf({ sessions }, day);

describe("conflicts of an agenda", () => {
  it("has none where one follows the other to the minute", () =>
    expect(
      conflicts(
        session("a", "01:00", "02:00", { room: "r", speakers: ["p"] }),
        session("b", "02:00", "03:00", { room: "r", speakers: ["p"] }),
      ),
    ).toEqual([]));

  it("finds one person in two rooms at once, also as a chair", () =>
    expect(
      conflicts(
        session("a", "01:00", "02:00", { room: "r", speakers: ["p", "q"] }),
        session("b", "01:59", "03:00", { room: "s", chairs: ["p"] }),
      ),
    ).toEqual([{ kind: "speaker", sessions: ["a", "b"], what: "p" }]));

  it("finds a room taken twice, and what overlaps without saying where", () => {
    expect(conflicts(session("a", "01:00", "02:00", { room: "r" }), session("b", "01:30", "03:00", { room: "r" }))).toEqual([
      { kind: "room", sessions: ["a", "b"], what: "r" },
    ]);
    expect(conflicts(session("a", "01:00", "02:00"), session("b", "01:30", "03:00", { room: "r" }))).toEqual([
      { kind: "overlap", sessions: ["a", "b"] },
    ]);
  });

  it("lets tracks and rooms run beside one another, but nothing beside a break", () => {
    const [one, two] = [{ track: "t" }, { track: "u" }];
    expect(conflicts(session("a", "01:00", "02:00", one), session("b", "01:00", "02:00", two))).toEqual([]);
    expect(conflicts(session("a", "01:00", "02:00", one), session("b", "01:00", "02:00", { ...two, kind: "break" }))).toEqual([
      { kind: "overlap", sessions: ["a", "b"] },
    ]);
  });

  it("finds what lies outside the activity", () =>
    expect(conflicts(session("a", "00:59", "02:00"), session("b", "08:00", "09:01"))).toEqual([
      { kind: "outside", sessions: ["a"] },
      { kind: "outside", sessions: ["b"] },
    ]));
});

describe("another order", () => {
  const three = [session("a", "01:00", "02:00"), session("b", "02:10", "02:40"), session("c", "02:40", "04:00")];
  const times = (sessions: Session[]) =>
    sessions.map(({ id, startsAt, endsAt }) => [id, startsAt.slice(11, 16), endsAt.slice(11, 16)]);

  const ordered = (ids: string, of = three) =>
    retimed(
      of,
      [...ids].flatMap((id) => of.find((one) => one.id === id) ?? []),
    );

  it("keeps the lengths and the pause, and fills the same time", () => {
    expect(times(ordered("bac"))).toEqual([
      ["b", "01:00", "01:30"],
      ["a", "01:40", "02:40"],
      ["c", "02:40", "04:00"],
    ]);
    expect(times(ordered("cab"))).toEqual([
      ["c", "01:00", "02:20"],
      ["a", "02:30", "03:30"],
      ["b", "03:30", "04:00"],
    ]);
  });

  it("is undone by the way back", () => expect(ordered("abc", ordered("cab"))).toEqual(three));

  it("lets sessions beside one another change places only", () => {
    const two = [session("a", "01:00", "02:00", { room: "r" }), session("b", "01:00", "03:00", { room: "s" })];
    expect(times(ordered("ba", two))).toEqual([
      ["b", "01:00", "03:00"],
      ["a", "01:00", "02:00"],
    ]);
  });
});

describe("an agenda", () => {
  it("is refused where a session names a speaker who is not there", () => {
    const agenda = { sessions: [session("a", "01:00", "02:00", { speakers: ["p"] })], rooms: [], tracks: [] };
    expect(Agenda.safeParse({ ...agenda, speakers: [] }).success).toBe(false);
    expect(Agenda.safeParse({ ...agenda, speakers: [{ id: "p", name: { "zh-CN": "孟示例" } }] }).success).toBe(true);
  });
});
