import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { enterPatent, movePatent } from "../ip-record/index.ts";
import { allEntries, loaded, rank } from "../search/index.ts";
import { SupplyHead } from "./entity.ts";
import { offerIn } from "./supplied.ts";
import { readSupply, rebuildSupply, updateSupply } from "./supply-index.ts";

const world = embedded();
const ctx = () => world.ctx(system);
const organiser = () => world.ctx(staff("organiser"));
let n = 0;

async function patent(title: string, abstract = `${title}，包括机架。`): Promise<string> {
  const number = `2018${String(10_000_000 + ++n).padStart(8, "0")}`;
  const form = { number, title, abstract, ipc: "A01C5/04", holder: "示例大学", legal: "in-force" } as const;
  return (await enterPatent(organiser(), form)).id;
}
/** How many files of the private store hold a text. */
const holding = (text: string) =>
  [...world.files.values()].filter(({ body }) =>
    [...allEntries(loaded(body))].some((entry) => JSON.stringify(entry).includes(text)),
  ).length;
async function best(text: string): Promise<string | undefined> {
  const library = await readSupply(ctx());
  return library && rank(library, { text }, 1)[0]?.id;
}

describe("the index of offers", () => {
  it("is made of all that is on offer when there is none yet", async () => {
    const id = await patent("一种花生播种机");
    expect(await readSupply(ctx())).toBeUndefined();
    await updateSupply(ctx(), [id]);
    expect(await best("花生播种")).toBe(id);
  });

  it("takes in what changed, what was taken off, and what was put back, beside the large file", async () => {
    const { base } = (await SupplyHead.find(ctx(), {})) ?? {};
    const id = await patent("一种猕猴桃授粉喷雾器");
    await updateSupply(ctx(), [id, id]);
    expect(await best("猕猴桃授粉")).toBe(id);
    expect((await SupplyHead.find(ctx(), {}))?.base).toBe(base);
    expect(holding("猕猴桃授粉")).toBeGreaterThan(0);
    await movePatent(organiser(), { patentId: id, version: 1, status: "withdrawn" });
    await updateSupply(ctx(), [id]);
    expect(await best("猕猴桃授粉")).toBeUndefined();
    // Whoever is erased takes their offers along: no file holds the text any more.
    expect(holding("猕猴桃授粉")).toBe(0);
    const anew = (await SupplyHead.find(ctx(), {}))?.base;
    await movePatent(organiser(), { patentId: id, version: 2, status: "offered" });
    await updateSupply(ctx(), [id]);
    expect(await best("猕猴桃授粉")).toBe(id);
    expect((await SupplyHead.find(ctx(), {}))?.base).toBe(anew);
  });

  it("is one large file again when many changes have come together, and says the same as one made anew", async () => {
    const ids = await Promise.all(Array.from({ length: 201 }, (_, i) => patent(`第${i}种核桃破壳机`)));
    const gone = await patent("一种魔芋削皮机");
    await updateSupply(ctx(), [gone]);
    await movePatent(organiser(), { patentId: gone, version: 1, status: "withdrawn" });
    await updateSupply(ctx(), [...ids, gone]);
    const head = await SupplyHead.find(ctx(), {});
    expect(head).toMatchObject({ gone: [] });
    expect(head?.late).toBeUndefined();
    const need = { text: "核桃破壳机第17种，要求破壳率高。" };
    const library = await readSupply(ctx());
    const before = library && rank(library, need, 20);
    await rebuildSupply(ctx());
    const again = await readSupply(ctx());
    expect(again && rank(again, need, 20)).toEqual(before);
    expect(again && offerIn(again, gone)).toBeUndefined();
  });

  it("keeps a file that took another's place for those who read its name, and then takes it away", async () => {
    const files = () => [...world.files.keys()].filter((key) => key.startsWith("private/supply/")).length;
    await updateSupply(ctx(), [await patent("一种艾草烘干机")]);
    expect(files()).toBeGreaterThan(2);
    world.clock.advance(11 * 60_000);
    await updateSupply(ctx(), [await patent("一种花椒采摘机")]);
    expect(files()).toBeLessThanOrEqual(3);
    expect(await best("花椒采摘")).toBeDefined();
  });

  it("is written by one alone of two at the same moment; the other comes again", async () => {
    const [one, other] = [await patent("一种甘草切片机"), await patent("一种连翘脱粒机")];
    const done = await Promise.allSettled([updateSupply(ctx(), [one]), updateSupply(ctx(), [other])]);
    for (const [i, { status }] of done.entries()) if (status === "rejected") await updateSupply(ctx(), [[one, other][i] ?? ""]);
    expect(await best("甘草切片")).toBe(one);
    expect(await best("连翘脱粒")).toBe(other);
  });
});
