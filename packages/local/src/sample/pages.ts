import { createPage, getCase, type PageDraft, publishCase } from "@lingxi/core/cases";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { about, questions, takePart } from "./page-texts.ts";

export interface SamplePage extends Pick<PageDraft, "title" | "summary" | "body" | "slug" | "footer"> {
  readonly id: string;
}

/** The sample pages: about the programme, how to take part, common questions. Running it again adds nothing. */
export async function loadPages(ctx: Ctx): Promise<void> {
  for (const page of [about, takePart, questions]) {
    const there = await find(ctx, page.id);
    if (!there) await createPage(ctx, page);
    const { version, status } = there ?? { version: 1, status: "draft" };
    if (status === "draft") await publishCase(ctx, { caseId: page.id, version });
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
