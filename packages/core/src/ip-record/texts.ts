import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { inState, Patent, type PatentRecord } from "./entity.ts";

/** A patent as it is matched, without the contact. */
export interface MatchedPatent
  extends Pick<
    PatentRecord,
    | "id"
    | "number"
    | "title"
    | "abstract"
    | "claims"
    | "ipc"
    | "holder"
    | "chain"
    | "legal"
    | "expiresOn"
    | "trl"
    | "ways"
    | "askingFrom"
    | "region"
    | "exclusive"
  > {
  readonly offered: boolean;
}

const textsIn = (patent: PatentRecord & Stored): MatchedPatent => {
  const { id, number, title, abstract, claims, ipc, holder, chain, legal, expiresOn, trl, ways, askingFrom, region, exclusive } =
    patent;
  return {
    ...{ id, number, title, abstract, claims, ipc, holder, chain, legal, expiresOn, trl, ways, askingFrom, region, exclusive },
    offered: patent.status === "offered",
  };
};

export async function patentTexts(ctx: Ctx, id: string): Promise<MatchedPatent | undefined> {
  const patent = await Patent.find(ctx, { id });
  return patent && textsIn(patent);
}

/** All patents on offer. */
export async function* offeredPatents(ctx: Ctx): AsyncGenerator<MatchedPatent> {
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await Patent.list(ctx, { index: "byState", pk: inState("offered"), limit: 500, cursor });
    yield* page.items.map(textsIn);
    cursor = page.cursor;
  }
}

/** Whom to ask about a patent; nothing where nobody is named, or the person was erased. */
export async function patentContact(ctx: Ctx, id: string) {
  const patent = await Patent.find(ctx, { id });
  return patent?.contact?.email
    ? { ...patent.contact, locale: patent.locale, title: { "zh-CN": patent.title }, organisation: patent.holder }
    : undefined;
}
