import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { assign, callFor, entered, juror, openRoadshow, personOf, scored } from "../../../../tests/support/roadshow.ts";
import type { Item } from "../platform/table.ts";
import { Calls, Entries, Gates, Orders } from "./entity.ts";
import {
  decideEntry,
  getRoadshow,
  listEntries,
  markEntry,
  openJuryEntry,
  publishOrder,
  publishResult,
  readCall,
  readOrder,
  resultsWorkbook,
  saveOrder,
  seeEntry,
  setCall,
  withdrawEntry,
} from "./index.ts";
import { entryToken } from "./link.ts";
import { deriveRoadshowEvents, eraseJury, heldJury, tellResult, tellTimes } from "./reactions.ts";
import type { Decision } from "./schema.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: { reason?: string }) => error.reason,
  );
const close = async (activityId: string) => {
  const call = await Calls.find(organiser(), { activityId });
  const past = (days: number) => new Date(world.clock.now.getTime() - days * 86_400_000).toISOString();
  await setCall(organiser(), {
    activityId,
    version: call?.version ?? 0,
    ...callFor(world, { opensAt: past(9), closesAt: past(1), jurorsEach: 1 }),
  });
};
const versionOf = async (activityId: string, id: string) => (await Entries.find(organiser(), { activityId, id }))?.version ?? 0;
const decide = async (activityId: string, entryId: string, decision: Decision, reason?: string) =>
  decideEntry(organiser(), {
    activityId,
    entryId,
    version: await versionOf(activityId, entryId),
    decision,
    ...(reason ? { reason } : {}),
  });
const publish = async (activityId: string, comments = false) =>
  publishResult(organiser(), { activityId, version: (await Calls.find(organiser(), { activityId }))?.version ?? 0, comments });
const textOf = ({ raw }: { raw: Uint8Array }) => {
  const mail = Buffer.from(raw).toString("utf8");
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail)?.[1] ?? "";
  return Buffer.from(part, "base64").toString("utf8");
};
let jurors = 0;

/** Four projects, scored 9, 7, 7 and 2 by one juror, two places. */
async function scoredRoadshow() {
  const activityId = await openRoadshow(world, { places: 2, jurorsEach: 1 });
  const ids: string[] = [];
  for (let n = 0; n < 4; n++)
    ids.push(await entered(world, activityId, { email: `result-${activityId}-${n}@example.com`.toLowerCase() }));
  const one = await juror(world, `stf_result-${++jurors}`);
  for (const [n, entryId] of ids.entries()) {
    await assign(world, activityId, entryId, one);
    const mark = [9, 7, 7, 2][n] ?? 0;
    await scored(world, { activityId, entryId }, one, mark, mark);
  }
  await close(activityId);
  return { activityId, one, ids: ids as [string, string, string, string] };
}

describe("deciding", () => {
  it("never accepts more than there are places, also when two organisers do so at once", async () => {
    const { activityId, ids } = await scoredRoadshow();
    const answers = await Promise.all(ids.map((id) => refused(decide(activityId, id, "accepted"))));
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(2);
    expect(answers.filter((answer) => answer === "roadshow.stage-full")).toHaveLength(2);
    expect((await getRoadshow(organiser(), { activityId })).accepted).toBe(2);
    // Without the gate's condition all four are in (control).
    const open = await scoredRoadshow();
    const ctx = organiser();
    const careless: typeof ctx.table.write = (writes, token) =>
      ctx.table.write(
        writes.map((write) => (write.condition?.includes("#places") ? { ...write, condition: "attribute_exists(pk)" } : write)),
        token,
      );
    for (const entryId of open.ids)
      await decideEntry(
        { ...ctx, table: { ...ctx.table, write: careless } },
        { activityId: open.activityId, entryId, version: await versionOf(open.activityId, entryId), decision: "accepted" },
      );
    expect((await getRoadshow(organiser(), { activityId: open.activityId })).accepted).toBe(4);
  });

  it("by two organisers on the same project counts once, and the second is told", async () => {
    const { activityId, ids } = await scoredRoadshow();
    const answers = await Promise.all((["accepted", "declined"] as const).map((is) => refused(decide(activityId, ids[0], is))));
    expect(answers.sort()).toEqual(["record.changed", "taken"]);
    await decide(activityId, ids[0], "accepted");
    await decide(activityId, ids[0], "declined");
    expect((await getRoadshow(organiser(), { activityId })).accepted).toBe(0);
  });

  it("shows ties, what is missing and who has no result", async () => {
    const { activityId, ids } = await scoredRoadshow();
    const rows = (await listEntries(organiser(), { activityId })).items;
    expect(rows.map(({ rank, value, tied }) => [rank, value, tied])).toEqual([
      [1, 90, false],
      [2, 70, true],
      [2, 70, true],
      [4, 20, false],
    ]);
    expect(rows[0]).toMatchObject({ id: ids[0], missing: 0, handedIn: 1 });
    expect((await listEntries(organiser(), { activityId, decision: "none" })).items).toHaveLength(4);
    const { bytes, title } = await resultsWorkbook(organiser(), { activityId });
    expect([title, Buffer.from(bytes.subarray(0, 2)).toString()]).toEqual(["钛合金路演 路演结果", "PK"]);
  });
});

describe("publishing a result", () => {
  it("waits for the call to close and for every decision, and fails when something was decided meanwhile", async () => {
    const { activityId, ids } = await scoredRoadshow();
    expect(await refused(publish(activityId))).toBe("roadshow.undecided");
    for (const [n, is] of (["accepted", "reserve", "reserve", "declined"] as const).entries())
      await decide(activityId, ids[n] ?? "", is);
    const ctx = organiser();
    const version = (await Calls.find(ctx, { activityId }))?.version ?? 0;
    let first = true;
    const write: typeof ctx.table.write = async (writes, token) => {
      if (first) await decide(activityId, ids[1], "accepted");
      first = false;
      return ctx.table.write(writes, token);
    };
    const meanwhile = publishResult({ ...ctx, table: { ...ctx.table, write } }, { activityId, version });
    expect(await refused(meanwhile)).toBe("record.changed");
    const open = await openRoadshow(world);
    expect(await refused(publish(open))).toBe("roadshow.still-open");
    const both = await Promise.all([1, 2].map(() => refused(publish(activityId))));
    expect(both.sort()).toEqual(["record.changed", "taken"]);
    expect(await refused(publish(activityId))).toBe("roadshow.result-out");
    expect(await refused(decide(activityId, ids[2], "accepted"))).toBe("roadshow.stage-full");
  });

  it("says nothing before it, then tells each submitter exactly once, the reserve its place, and comments only where they are released", async () => {
    for (const comments of [false, true]) {
      const { activityId, ids } = await scoredRoadshow();
      world.mails.length = 0;
      for (const [n, is] of (["accepted", "reserve", "reserve", "declined"] as const).entries())
        await decide(activityId, ids[n] ?? "", is, n === 3 ? "与主题不符。" : undefined);
      const tell = () => tellResult(world.ctx(system), { activityId, silence: 1000 });
      await tell();
      expect(world.mails).toEqual([]);
      const token = async (id: string) => {
        const entry = await Entries.find(world.ctx(), { activityId, id });
        return entry ? entryToken(world.ctx(), entry) : "";
      };
      expect(await seeEntry(world.ctx(), { token: await token(ids[0]) })).toMatchObject({ result: undefined });
      await publish(activityId, comments);
      await Promise.all([tell(), tell(), tell()].map((told) => told.catch(() => undefined)));
      await tell();
      expect(world.mails).toHaveLength(4);
      expect(new Set(world.mails.map(({ to }) => to))).toEqual(
        new Set(ids.map((_, n) => `result-${activityId}-${n}@example.com`.toLowerCase())),
      );
      const said = new Map(world.mails.map((mail) => [mail.to, textOf(mail)]));
      const to = (n: number) => said.get(`result-${activityId}-${n}@example.com`.toLowerCase()) ?? "";
      expect(to(0)).toContain("入选");
      expect([to(1), to(2)].map((text) => /排第 (\d) 位/.exec(text)?.[1] ?? "").sort((a, b) => a.localeCompare(b))).toEqual([
        "1",
        "2",
      ]);
      expect(to(3)).toContain("与主题不符。");
      expect(to(0).includes("给 9 分")).toBe(comments);
      expect((await seeEntry(world.ctx(), { token: await token(ids[3]) })).result).toMatchObject({ is: "declined" });
      // A reserve moves up when somebody withdraws: only that one is written to.
      world.mails.length = 0;
      await withdrawEntry(world.ctx(), { token: await token(ids[0]) });
      await decide(activityId, ids[2], "accepted");
      const moved = (await Entries.find(world.ctx(), { activityId, id: ids[2] })) as unknown as Item;
      const events = deriveRoadshowEvents["roadshow-entry"]?.({
        before: { ...moved, decision: { is: "reserve", revision: 1 } },
        after: moved,
      });
      expect(events).toEqual([{ name: "roadshow.decided", data: { activityId, entryId: ids[2] } }]);
      for (let n = 0; n < 2; n++) await tellResult(world.ctx(system), { activityId, entryId: ids[2], silence: 1000 });
      expect(world.mails.map(({ to }) => to)).toEqual([`result-${activityId}-2@example.com`.toLowerCase()]);
      expect((await seeEntry(world.ctx(), { token: await token(ids[1]) })).result).toMatchObject({ is: "reserve", place: 1 });
    }
  });

  it("stops the jury", async () => {
    const { activityId, ids, one } = await scoredRoadshow();
    for (const id of ids) await decide(activityId, id, "declined");
    await publish(activityId);
    expect((await openJuryEntry(world.ctx(one), { activityId, entryId: ids[0] })).open).toBe(false);
    expect((await Gates.find(organiser(), { activityId }))?.resultAt).toBeDefined();
  });
});

describe("a juror's own data", () => {
  it("is shown to them, and erased without taking the marks from the result", async () => {
    const { activityId, ids, one } = await scoredRoadshow();
    const people = [await personOf(world, one.kind === "staff" ? one.id : "")];
    const [holding] = await heldJury(world.ctx(system), people);
    expect(JSON.stringify(holding)).toContain("给 9 分");
    expect(await eraseJury(world.ctx(system), people)).toBe(1);
    expect(await heldJury(world.ctx(system), people)).toEqual([]);
    expect(JSON.stringify(await world.scan())).not.toContain(`给 9 分","activityId":"${activityId}`);
    expect((await listEntries(organiser(), { activityId })).items[0]).toMatchObject({ id: ids[0], value: 90 });
  });
});

describe("the running order", () => {
  async function onStage() {
    const { activityId, ids } = await scoredRoadshow();
    for (const [n, id] of ids.entries()) await decide(activityId, id, n < 2 ? "accepted" : "declined");
    await publish(activityId);
    const { startsAt } = await readOrder(organiser(), { activityId });
    return { activityId, ids, startsAt, tea: { name: { "zh-CN": "茶歇", en: "Tea" }, minutes: 15 } };
  }
  const published = async (activityId: string) => (await Orders.find(organiser(), { activityId })) as unknown as Item;
  const movedBy = async (activityId: string, before: Item | undefined) => {
    const events = deriveRoadshowEvents["roadshow-order"]?.({ before, after: await published(activityId) }) ?? [];
    return events.find(({ name }) => name === "roadshow.order-published")?.data as {
      revision: number;
      moved: { entryId: string; startsAt?: string }[];
    };
  };

  it("holds accepted projects only, each once, and shows what does not fit", async () => {
    const { activityId, ids, startsAt, tea } = await onStage();
    const of = (rows: object[], version = 0) => saveOrder(organiser(), { activityId, version, startsAt, rows: rows as never });
    expect(await refused(of([{ entryId: ids[3], minutes: 10 }]))).toBe("roadshow.order-entry");
    expect(
      await refused(
        of([
          { entryId: ids[0], minutes: 10 },
          { entryId: ids[0], minutes: 10 },
        ]),
      ),
    ).toBe("roadshow.order-entry");
    await of([{ entryId: ids[0], minutes: 200 }, tea, { entryId: ids[1], minutes: 60 }]);
    const order = await readOrder(organiser(), { activityId });
    expect(order.conflicts).toEqual([
      // Both are presented by the same person.
      { kind: "same-presenter", entryIds: [ids[0], ids[1]] },
      { kind: "past-end", entryIds: [ids[1]] },
    ]);
    expect(await refused(of([], 0))).toBe("record.changed");
    expect((await readCall(world.ctx(), { activityId })).stage).toEqual([]);
  });

  it("is told to those whose time is new or other, once for each publication", async () => {
    const { activityId, ids, startsAt, tea } = await onStage();
    await saveOrder(organiser(), {
      activityId,
      version: 0,
      startsAt,
      rows: [
        { entryId: ids[0], minutes: 10 },
        { entryId: ids[1], minutes: 10 },
      ],
    });
    await publishOrder(organiser(), { activityId, version: 1 });
    const first = await movedBy(activityId, undefined);
    world.mails.length = 0;
    for (let n = 0; n < 2; n++) await tellTimes(world.ctx(system), { activityId, ...first, silence: 1000 });
    expect(world.mails).toHaveLength(2);
    expect((await readCall(world.ctx(), { activityId })).stage).toHaveLength(2);
    const before = await published(activityId);
    await saveOrder(organiser(), {
      ...{ activityId, version: 2, startsAt },
      rows: [{ entryId: ids[0], minutes: 10 }, tea, { entryId: ids[1], minutes: 10 }],
    });
    expect((await readOrder(organiser(), { activityId })).published).toMatchObject({ moved: 1 });
    await publishOrder(organiser(), { activityId, version: 3 });
    const second = await movedBy(activityId, before);
    expect(second.moved.map(({ entryId }) => entryId)).toEqual([ids[1]]);
    world.mails.length = 0;
    await tellTimes(world.ctx(system), { activityId, ...second, silence: 1000 });
    // The first event again says nothing of the time that has changed since.
    await tellTimes(world.ctx(system), { activityId, ...first, revision: 9, silence: 1000 });
    const names = world.mails.map(({ to }) => to.split("-").at(-1));
    expect(names).toEqual(["1@example.com", "0@example.com"]);
  });

  it("loses who withdraws on the activity's page too, erased or not", async () => {
    const { activityId, ids } = await onStage();
    const entry = (await Entries.find(world.ctx(), { activityId, id: ids[0] })) as unknown as Item;
    const after = { ...entry, status: "withdrawn" };
    const names = (item: Item) =>
      (deriveRoadshowEvents["roadshow-entry"]?.({ before: entry, after: item }) ?? []).map((e) => e.name);
    expect(names(after)).toEqual(["roadshow.changed", "roadshow.withdrawn"]);
    expect(names({ ...after, person: undefined })).toEqual(["roadshow.changed"]);
    expect(names({ ...entry, note: "新的说明" })).toEqual([]);
  });

  it("takes the marks of the day", async () => {
    const { activityId, ids } = await onStage();
    const mark = async (id: string, mark: "presented" | "none") =>
      markEntry(organiser(), { activityId, entryId: id, version: await versionOf(activityId, id), mark });
    await mark(ids[0], "presented");
    expect(await refused(mark(ids[3], "presented"))).toBe("roadshow.not-accepted");
    expect((await listEntries(organiser(), { activityId })).items[0]?.mark).toBe("presented");
    await mark(ids[0], "none");
    expect((await listEntries(organiser(), { activityId })).items[0]).not.toHaveProperty("mark");
  });
});
