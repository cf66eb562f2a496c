import { listPublicActivities } from "@lingxi/core/activity";
import { listDemands, listPublicDemands } from "@lingxi/core/demand";
import { listProjects, listPublicProjects } from "@lingxi/core/project";
import { listPublicTalents, listTalents } from "@lingxi/core/talent";
import { regions } from "@lingxi/core/taxonomy/schema";
import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { loadActivities } from "./activities.ts";
import { loadDemands } from "./demands.ts";
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
      expect(items.every((p) => p.title.en && p.advantage.en && p.region && p.region in regions)).toBe(true);
      expect((await listProjects(ctx, {})).items).toHaveLength(2);
      expect((await listPublicTalents(ctx, {})).items).toHaveLength(3);
      expect((await listTalents(ctx, { status: "approved" })).items).toHaveLength(5);
      expect((await listTalents(ctx, {})).items).toHaveLength(2);
    }
  });

  it("say where they are: activities too", async () => {
    const ctx = world.ctx(system);
    await loadActivities(ctx);
    const { items } = await listPublicActivities(ctx, {});
    expect(items.map((a) => a.region).sort()).toEqual(["baoji", "xian", "xian", "yanan"]);
  });
});

describe("the sample needs", () => {
  it("are there once, in both languages, each where it is said to stand, however often they are loaded", async () => {
    const ctx = world.ctx(system);
    for (let i = 0; i < 2; i++) {
      await loadDemands(ctx);
      const { items } = await listPublicDemands(ctx, {});
      expect(items).toHaveLength(8);
      expect(new Set(items.map((d) => d.chain)).size).toBe(8);
      expect(items.every((d) => d.title.en && d.scenario?.en && d.region)).toBe(true);
      const states = items.map((d) => d.state).sort();
      expect(states).toEqual(["in-contact", "in-contact", "open", "open", "open", "open", "solved", "unsolved"]);
      expect(items.find((d) => d.state === "solved")?.outcome?.["zh-CN"]).toContain("案例");
      expect(items.filter((d) => d.confidential)).toHaveLength(1);
      expect((await listDemands(ctx, {})).items).toHaveLength(1);
      expect((await listDemands(ctx, { status: "listed" })).items.flatMap((d) => d.notes)).toEqual([]);
    }
  });
});
