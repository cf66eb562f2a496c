import { listProjects, listPublicProjects } from "@lingxi/core/project";
import { listPublicTalents, listTalents } from "@lingxi/core/talent";
import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { loadProjects } from "./projects.ts";
import { loadTalents } from "./talents.ts";

const world = embedded();

describe("the sample projects and talents", () => {
  it("are there once, however often they are loaded", async () => {
    const ctx = world.ctx(system);
    for (let i = 0; i < 2; i++) {
      await loadProjects(ctx);
      await loadTalents(ctx);
      const { items } = await listPublicProjects(ctx, {});
      expect(items).toHaveLength(8);
      expect(new Set(items.map((p) => p.chain)).size).toBe(8);
      expect(items.every((p) => p.title.en && p.advantage.en)).toBe(true);
      expect((await listProjects(ctx, {})).items).toHaveLength(2);
      expect((await listPublicTalents(ctx, {})).items).toHaveLength(3);
      expect((await listTalents(ctx, { status: "approved" })).items).toHaveLength(5);
      expect((await listTalents(ctx, {})).items).toHaveLength(2);
    }
  });
});
