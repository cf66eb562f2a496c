import { describe, expect, it } from "vitest";
import { chance } from "../../../../tests/support/faults.ts";
import type { Item } from "../platform/table.ts";
import { beginning, type Head, itemOf, monthOf, publicKey, publicText, signHead, signingKey } from "./chain.ts";
import type { TrailEntry } from "./schema.ts";
import { type Anchor, verifyTrail } from "./verify.ts";

const key = signingKey("a secret for tests");
const keys = [publicKey(publicText(key))];
const random = chance(4);
const length = 240;

function entry(n: number): TrailEntry {
  const at = new Date(Date.UTC(2026, 10, 1) + n * 3_600_000).toISOString();
  return {
    n,
    event: `ev${n}`,
    at,
    recordedAt: at,
    actor: random() < 0.5 ? "public" : `stf_${Math.floor(random() * 5)}`,
    requestId: `req_${n}`,
    action: "changed",
    entity: "activity",
    pk: `activity#act_${Math.floor(random() * 20)}`,
    sk: "activity",
    version: n,
    events: ["activity.changed"],
    fields: [{ name: "capacity", before: { is: n }, after: { is: n + 1 } }],
  };
}

const items: (Item & { hash: string })[] = [];
for (let n = 1; n <= length; n++) items.push(itemOf(entry(n), items.at(-1)?.hash ?? beginning));
const last = items.at(-1) as Item & { hash: string };
const head = signHead(
  { n: length, hash: last.hash, at: "2026-11-14T00:00:00.000Z", since: monthOf("2026-11-01T00:00:00.000Z") },
  key,
);
const found = async (changed: readonly Item[], its: Head | undefined = head, anchor?: Anchor) =>
  // As it comes out of the table: by the place that each item says it has.
  (
    await verifyTrail(
      [...changed].sort((a, b) => Number(a.n) - Number(b.n)),
      its,
      keys,
      anchor,
    )
  ).findings;
const each = async (change: (n: number) => Item[]) => {
  const unseen: number[] = [];
  for (let n = 0; n < length; n++) if (!(await found(change(n))).length) unseen.push(n + 1);
  return unseen;
};
const replaced = (n: number, patch: Partial<Item>) => items.map((item, i) => (i === n ? { ...item, ...patch } : item));

describe("a trail that is verified", () => {
  it("is found to be whole when it is", async () => {
    expect(await verifyTrail(items, head, keys)).toEqual({ entries: length, findings: [] });
    expect(await verifyTrail([], undefined, keys)).toEqual({ entries: 0, findings: [] });
  });

  it("tells of each entry of which one character was changed", async () => {
    expect(
      await each((n) => {
        const body = String(items[n]?.body);
        const at = Math.floor(random() * body.length);
        return replaced(n, { body: `${body.slice(0, at)}${body[at] === "0" ? "1" : "0"}${body.slice(at + 1)}` });
      }),
    ).toEqual([]);
  });

  it("tells of each entry of which any one attribute was changed", async () => {
    const names = ["hash", "previous", "n", "type", "ownerPk", "ownerSk", "chainPk", "chainSk", "statePk", "stateSk", "pk", "sk"];
    for (const offset of [0, 5])
      expect(
        await each((n) => {
          const name = names[(n + offset) % names.length] ?? "";
          return replaced(n, { [name]: name === "n" ? n + 1.5 : `${items[n]?.[name]}0` });
        }),
      ).toEqual([]);
  });

  it("tells of each entry that was changed and given the hash of what it says now", async () => {
    expect(
      await each((n) => {
        const body = { ...(JSON.parse(String(items[n]?.body)) as TrailEntry), actor: "stf_other" };
        return items.map((item, i) => (i === n ? itemOf(body, String(items[n]?.previous)) : item));
      }),
    ).toEqual([]);
  });

  it("tells of each entry after which the whole rest was written anew", async () => {
    for (const n of [0, 1, 150, 238, 239]) {
      const forged = [...items];
      for (let i = n; i < length; i++) {
        const body = JSON.parse(String(items[i]?.body)) as TrailEntry;
        forged[i] = itemOf(i === n ? { ...body, actor: "stf_other" } : body, forged[i - 1]?.hash ?? beginning);
      }
      const forgedHead = { ...head, hash: String(forged.at(-1)?.hash) };
      expect(await found(forged, forgedHead)).toEqual([{ n: 0, what: "head-changed" }]);
    }
  });

  it("tells of each entry that is missing, of each that was put in twice, and of each two that changed places", async () => {
    expect(await each((n) => items.filter((_, i) => i !== n))).toEqual([]);
    expect(await each((n) => [...items.slice(0, n), items[n] as Item, ...items.slice(n)])).toEqual([]);
    expect(
      await each((n) => {
        const other = n === length - 1 ? 0 : n + 1;
        const { n: a } = items[n] as Item;
        const { n: b } = items[other] as Item;
        return items.map((item, i) => (i === n ? { ...item, n: b } : i === other ? { ...item, n: a } : item));
      }),
    ).toEqual([]);
  });

  it("tells where it was cut off, at every length", async () => {
    expect(await each((n) => items.slice(0, n))).toEqual([]);
  });

  it("tells of a head that is gone, was changed, or was signed by somebody else", async () => {
    expect(await verifyTrail(items, undefined, keys)).toMatchObject({ findings: [{ n: 0, what: "head-missing" }] });
    for (const patch of [{ n: length - 1 }, { hash: "0" }, { at: "2026-11-15T00:00:00.000Z" }, { since: "2026-10" }])
      expect((await found(items, { ...head, ...patch }))[0]).toEqual({ n: 0, what: "head-changed" });
    expect(await found(items, signHead(head, signingKey("another")))).toEqual([{ n: 0, what: "head-changed" }]);
  });

  it("tells of an earlier state of itself, head and all, where somebody noted a later one", async () => {
    const earlier = items.slice(0, 200);
    const itsHead = signHead({ ...head, n: 200, hash: String(earlier.at(-1)?.hash) }, key);
    const noted = { n: length, hash: last.hash };
    expect(await found(items, head, noted)).toEqual([]);
    expect(await found(earlier, itsHead, noted)).toEqual([{ n: length, what: "not-as-anchored" }]);
    expect(await found(earlier, itsHead)).toEqual([]);
  });

  it("points at the one entry that is wrong", async () => {
    expect(await found(replaced(41, { previous: "x" }))).toEqual([{ n: 42, what: "changed" }]);
    expect(await found(items.filter((_, i) => i !== 41))).toContainEqual({ n: 42, what: "missing" });
  });
});
