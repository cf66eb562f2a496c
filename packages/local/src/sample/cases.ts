import { type CaseDraft, createCase, getCase, publishCase } from "@lingxi/core/cases";
import { storePicture } from "@lingxi/core/picture";
import type { Picture } from "@lingxi/core/picture/schema";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { listPublicTalents } from "@lingxi/core/talent";
import { drawScene, type Scene } from "./case-pictures.ts";
import { applesStory, hydrogenStory, type SampleStory, titaniumStory } from "./case-stories.ts";
import { apples, hydrogen, titanium } from "./case-texts.ts";

export interface SampleCase extends Pick<CaseDraft, "title" | "summary" | "body" | "chains" | "slug"> {
  readonly id: string;
  readonly scene: Scene;
  readonly alt: Picture["alt"];
}

/** Invented and plausible; every organisation in them is an 示例 one. The last is the newest. */
const samples: readonly (readonly [SampleCase, SampleStory])[] = [
  [apples, applesStory],
  [hydrogen, hydrogenStory],
  [titanium, titaniumStory],
];

/** The sample case studies, each with a picture drawn here, after the things that they link to. Running it again adds nothing. */
export async function loadCases(ctx: Ctx): Promise<void> {
  const { items: people } = await listPublicTalents(ctx, { limit: 100 });
  for (const [{ scene, alt, ...text }, { activities, projects, demands, people: names, ...story }] of samples) {
    const there = await find(ctx, text.id);
    if (!there) {
      const { picture } = await storePicture(ctx, { file: await drawScene(scene), alt });
      const talents = people.filter(({ name }) => names.includes(name)).map(({ id }) => id);
      await createCase(ctx, { ...text, ...story, links: { activities, projects, demands, talents }, cover: picture });
    }
    const { version, status } = there ?? { version: 1, status: "draft" };
    if (status === "draft") await publishCase(ctx, { caseId: text.id, version });
  }
}

async function find(ctx: Ctx, caseId: string) {
  try {
    return await getCase(ctx, { caseId });
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
}
