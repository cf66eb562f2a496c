import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyFrom, open, seal } from "./seal.ts";
import { child, cutOut, derive, leafOf, type Seeds } from "./tree.ts";

const hex = (seed: Uint8Array | undefined) => seed && Buffer.from(seed).toString("hex");

describe("a tree of seeds", () => {
  const root: Seeds = { "": randomBytes(32) };
  const labels = Array.from({ length: 60 }, (_, n) => `person-${n}.0`);

  it("gives each label a seed of its own, the same each time", () => {
    const all = labels.map((label) => hex(derive(root, leafOf(label))));
    expect(new Set(all).size).toBe(labels.length);
    expect(labels.map((label) => hex(derive(root, leafOf(label))))).toEqual(all);
  });

  it("derives by HMAC-SHA-256, as the library makes it", () => {
    for (const bit of ["0", "1"]) {
      const seed = randomBytes(32);
      expect(hex(child(seed, bit))).toBe(createHmac("sha256", seed).update(bit).digest("hex"));
    }
  });

  it("loses exactly what is cut out, in any order, and however often", () => {
    const gone = labels.filter((_, n) => n % 3 === 0).sort((a, b) => leafOf(a).localeCompare(leafOf(b)));
    let seeds = root;
    for (const label of [...gone, ...gone]) seeds = cutOut(seeds, leafOf(label));
    for (const label of labels)
      expect(hex(derive(seeds, leafOf(label))), label).toBe(gone.includes(label) ? undefined : hex(derive(root, leafOf(label))));
    // Nothing that is left stands on the way to what is gone.
    for (const label of gone) for (const at of Object.keys(seeds)) expect(leafOf(label).startsWith(at)).toBe(false);
  });

  it("derives the same by way of the nodes that are kept", () => {
    const nodes = new Map<string, Uint8Array>();
    const seeds = cutOut(root, leafOf("person-0.0"));
    for (const label of [...labels, ...labels])
      expect(hex(derive(seeds, leafOf(label), nodes)), label).toBe(hex(derive(seeds, leafOf(label))));
    expect(nodes.size).toBeGreaterThan(30);
    expect(derive(seeds, leafOf("person-0.0"), nodes)).toBeUndefined();
  });

  it("can be split: what lies below a part is derived from that part as from the whole", () => {
    const leaf = leafOf("person-7.0");
    const shard = leaf.slice(0, 8);
    const part = derive(root, shard);
    expect(hex(derive({ [shard]: part ?? new Uint8Array() }, leaf))).toBe(hex(derive(root, leaf)));
    expect(derive(cutOut(root, shard), leaf)).toBeUndefined();
  });
});

describe("a sealed value", () => {
  const key = keyFrom(randomBytes(32), "a.0");
  const place = "registrations#act_1\np\n\nname";

  it("is opened by the same key in the same place only", () => {
    const sealed = seal(key, place, '"王芳"');
    expect(open(key, place, sealed)).toBe('"王芳"');
    expect(() => open(key, `${place}2`, sealed)).toThrow();
    expect(() => open(keyFrom(randomBytes(32), "a.0"), place, sealed)).toThrow();
  });

  it("is refused when any one byte of it was changed", () => {
    const sealed = seal(key, place, '"王芳"');
    for (let n = 0; n < sealed.length; n++) {
      const changed = Uint8Array.from(sealed);
      changed[n] = (changed[n] ?? 0) ^ 1;
      expect(() => open(key, place, changed), `byte ${n}`).toThrow();
    }
  });

  it("is the same bytes for the same text, and has another nonce for another text or place", () => {
    const nonce = (...of: [string, string]) => hex(seal(key, ...of).subarray(1, 13));
    expect(hex(seal(key, place, "a"))).toBe(hex(seal(key, place, "a")));
    expect(new Set([nonce(place, "a"), nonce(place, "b"), nonce("other", "a"), nonce(`${place}\0a`, "")]).size).toBe(4);
  });
});
