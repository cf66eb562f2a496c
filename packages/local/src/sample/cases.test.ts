import { checkCase, getCase, listPublicCases, listPublicPages } from "@lingxi/core/cases";
import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { loadActivities } from "./activities.ts";
import { loadCases } from "./cases.ts";
import { loadDemands } from "./demands.ts";
import { loadPages } from "./pages.ts";
import { loadProjects } from "./projects.ts";
import { loadTalents } from "./talents.ts";

const world = embedded();

describe("the sample cases", () => {
  it("are there once, tell their whole story, and leave nothing on the checklist", async () => {
    const ctx = world.ctx(system);
    await loadActivities(ctx);
    await loadProjects(ctx);
    await loadDemands(ctx);
    await loadTalents(ctx);
    for (let i = 0; i < 2; i++) {
      await loadCases(ctx);
      const { items } = await listPublicCases(ctx, {});
      expect(items).toHaveLength(3);
      for (const { id } of items) {
        const { version: _, ...draft } = await getCase(ctx, { caseId: id });
        expect(draft.levers?.length && draft.measures?.length && draft.timeline?.length && draft.conditions).toBeTruthy();
        expect((await checkCase(ctx, { caseId: id, draft: { ...draft } })).items).toEqual([]);
      }
    }
    const linked = await Promise.all((await listPublicCases(ctx, {})).items.map(({ id }) => getCase(ctx, { caseId: id })));
    expect(linked.flatMap(({ links }) => links?.talents ?? [])).toHaveLength(2);
    expect(linked.flatMap(({ links }) => links?.demands ?? [])).toHaveLength(1);
  }, 60_000);
});

describe("the sample pages", () => {
  it("are there once, stand at the foot in their order, and leave nothing on the checklist", async () => {
    const ctx = world.ctx(system);
    for (let i = 0; i < 2; i++) {
      await loadPages(ctx);
      const { items } = await listPublicPages(ctx, {});
      expect(items.map(({ slug, footer }) => [footer, slug]).sort()).toEqual([
        [1, "about"],
        [2, "take-part"],
        [3, "questions"],
      ]);
      for (const { id } of items) {
        const draft = { ...(await getCase(ctx, { caseId: id })) };
        expect((await checkCase(ctx, { caseId: id, draft })).items).toEqual([]);
      }
    }
  });
});
