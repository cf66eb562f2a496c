import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { Reference } from "../platform/schema.ts";
import { profilesOf } from "./agreed.ts";
import { requestsWith } from "./end.ts";
import { Profile, type ProfileRecord, peopleOf } from "./entity.ts";
import { openTaking, statusOf } from "./open.ts";
import type { RequestStatus } from "./schema.ts";
import { type Shown, shown } from "./shown.ts";
import { type Suggestion, suggest } from "./suggest.ts";

export interface Found extends Shown {
  /** What stands between the two. */
  readonly status?: RequestStatus | undefined;
  /** Somebody with whom no time is in common cannot be invited. */
  readonly suits: boolean;
  readonly reasons?: Suggestion["reasons"] | undefined;
}

const suggested = 8;

/** Who else takes part, for one who does: narrowed by words and chain; the first page without either begins with whom to meet, and why. */
export const findPeople = command({
  input: Listing.pick({ q: true, cursor: true }).extend({
    token: z.string().max(200),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    chain: Narrow(Reference),
  }),
  access: "public",
  async run(ctx, { token, q, chain, ...paging }): Promise<Page<Found> & { readonly suggestions: readonly Found[] }> {
    const { profile: me } = await openTaking(ctx, token);
    const { activityId, person } = me;
    const now = ctx.now().toISOString();
    const stands = new Map(
      (await requestsWith(ctx, activityId, person)).map((r) => [r.from === person ? r.to : r.from, statusOf(r, now)]),
    );
    const found = (profile: ProfileRecord): Found => ({
      ...shown(profile),
      suits: profile.times.some((time) => me.times.includes(time)),
      ...(stands.has(profile.person) ? { status: stands.get(profile.person) } : {}),
    });
    const keep = every<ProfileRecord>(
      (other) => other.status === "in" && other.person !== person,
      await holding(ctx, q, (p) => [p.name, p.organisation, p.brings, p.seeks]),
      chain && ((p) => p.chains.includes(chain)),
    );
    const page = await listing(ctx, Profile, { pk: peopleOf(activityId) }, paging, keep);
    const items = page.items.map(found);
    if (q || chain || paging.cursor) return { ...page, items, suggestions: [] };
    const others = await profilesOf(ctx, activityId);
    const free = [...others.values()].filter((p) => p.status === "in" && p.person !== person && !stands.has(p.person));
    const suggestions = suggest(me, free, suggested).flatMap(({ person: one, reasons }): Found[] => {
      const profile = others.get(one);
      return profile ? [{ ...found(profile), reasons }] : [];
    });
    return { ...page, items, suggestions };
  },
});
