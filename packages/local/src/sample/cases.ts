import { type CaseDraft, createCase, getCase, publishCase } from "@lingxi/core/cases";
import { storePicture } from "@lingxi/core/picture";
import type { Picture } from "@lingxi/core/picture/schema";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { drawScene, type Scene } from "./case-pictures.ts";
import { apples, hydrogen, titanium } from "./case-texts.ts";

export interface SampleCase extends Omit<CaseDraft, "cover"> {
  readonly id: string;
  readonly scene: Scene;
  readonly alt: Picture["alt"];
}

/** Invented and plausible; every organisation in them is an 示例 one. The last is the newest. */
const samples: readonly SampleCase[] = [apples, hydrogen, titanium];

/** The sample case studies, each with a picture drawn here. Running it again adds nothing. */
export async function loadCases(ctx: Ctx): Promise<void> {
  for (const { scene, alt, ...sample } of samples) {
    const there = await find(ctx, sample.id);
    if (!there) {
      const { picture } = await storePicture(ctx, { file: await drawScene(scene), alt });
      await createCase(ctx, { ...sample, cover: picture });
    }
    const { version, status } = there ?? { version: 1, status: "draft" };
    if (status === "draft") await publishCase(ctx, { caseId: sample.id, version });
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
