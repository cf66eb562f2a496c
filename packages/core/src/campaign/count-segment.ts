import * as z from "zod";
import { command } from "../platform/command.ts";
import { judge } from "../segment/index.ts";
import { Rule } from "../segment/schema.ts";
import { reading } from "./aim.ts";
import { agreedKinds } from "./consented.ts";
import { allContacts, Contact, type ContactRecord } from "./entity.ts";
import type { CampaignKind } from "./schema.ts";

/** A step looks at so many contacts; the rest is for the next step. */
const pages = 4;
const pageRows = 500;
const sampled = 10;

export interface SegmentCount {
  readonly considered: number;
  readonly matched: number;
  /** Of those matched, how many may be written to by their consents; refusals are looked at when an audience is shown. */
  readonly agreed: Readonly<Record<CampaignKind, number>>;
  readonly sample: readonly Pick<ContactRecord, "person" | "name" | "organisation" | "email">[];
  /** Where the next step goes on; absent when all were looked at. */
  readonly cursor?: string | undefined;
}

/** Counts who belongs to a segment, two thousand contacts a step, and shows up to ten of them: the sum of the steps is the number. */
export const countSegment = command({
  input: z.object({ rule: Rule, cursor: z.string().max(1000).optional() }),
  access: ["organiser", "auditor"],
  async run(ctx, { rule, cursor }): Promise<SegmentCount> {
    const [holds, read] = [judge(rule, ctx.now().toISOString()), await reading(ctx, [rule])];
    const agreed: Record<CampaignKind, number> = { "public-service": 0, commercial: 0 };
    const sample: SegmentCount["sample"][number][] = [];
    let [considered, matched, from] = [0, 0, cursor];
    for (let n = 0; n < pages; n++) {
      const page = await Contact.list(ctx, {
        index: "byOwner",
        pk: allContacts,
        limit: pageRows,
        cursor: from,
        newestFirst: true,
      });
      const factsAbout = await read(page.items);
      for (const contact of page.items) {
        considered++;
        if (!holds(factsAbout(contact))) continue;
        matched++;
        for (const kind of agreedKinds(contact)) agreed[kind]++;
        const { person, name, organisation, email } = contact;
        if (sample.length < sampled) sample.push({ person, name, organisation, email });
      }
      from = page.cursor;
      if (!from) break;
    }
    return { considered, matched, agreed, sample, ...(from ? { cursor: from } : {}) };
  },
});
