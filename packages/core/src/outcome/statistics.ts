import * as z from "zod";
import { activityAtDoor, type Holder, partOf } from "../activity/index.ts";
import { chainsOfContacts } from "../campaign/index.ts";
import { arrivals } from "../check-in/index.ts";
import { listOrganisations } from "../organisation/index.ts";
import type { OrganisationKind } from "../organisation/schema.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { kindByName, plainName } from "../segment/index.ts";
import { type Source, unknown } from "./schema.ts";

/** Of one group: how many registered, how many of them had a seat, and how many came. */
export interface Group {
  readonly key: string;
  readonly registered: number;
  readonly seats: number;
  readonly came: number;
}
export interface Statistics {
  readonly total: Omit<Group, "key">;
  readonly kinds: readonly Group[];
  /** Somebody of several chains counts in each. */
  readonly chains: readonly Group[];
  readonly sources: readonly Group[];
}

const One = z.object({ activityId: z.string().max(40) });

class Tally {
  readonly #groups = new Map<string, { registered: number; seats: number; came: number }>();
  add(key: string, seat: boolean, came: boolean): void {
    const group = this.#groups.get(key) ?? { registered: 0, seats: 0, came: 0 };
    this.#groups.set(key, {
      registered: group.registered + 1,
      seats: group.seats + (seat ? 1 : 0),
      came: group.came + (came ? 1 : 0),
    });
  }
  /** The largest first, those of whom it is not known last. */
  get groups(): Group[] {
    const last = ({ key }: Group) => (key === unknown ? 1 : 0);
    return [...this.#groups]
      .map(([key, counts]) => ({ key, ...counts }))
      .sort((a, b) => last(a) - last(b) || b.registered - a.registered || a.key.localeCompare(b.key));
  }
}

interface Known {
  readonly kind: OrganisationKind;
  readonly chains: readonly string[];
}

/** Confirmed organisations by their names. */
async function organisationsByName(ctx: Ctx): Promise<ReadonlyMap<string, Known>> {
  const found = new Map<string, Known>();
  let cursor: string | undefined;
  do {
    const page = await listOrganisations(asSystem(ctx, "outcome"), { limit: 100, cursor });
    for (const { name, kind, chains } of page.items) found.set(plainName(name), { kind, chains });
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** Where a registration came from. */
const sourceOf = ({ code, consent }: Holder): Source =>
  code ? "code" : consent.source === "transfer" ? "transfer" : consent.source.startsWith("staff-") ? "staff" : "form";

/** Counts everybody who registered and was not refused; whoever cancelled is not counted either. */
export async function countAttendance(ctx: Ctx, activityId: string): Promise<Statistics> {
  const organisations = await organisationsByName(ctx);
  const [all, kinds, chains, sources] = [new Tally(), new Tally(), new Tally(), new Tally()];
  let cursor: string | undefined;
  do {
    const page = await arrivals(ctx, activityId, 500, cursor);
    const counted = page.items.filter(({ holder: { status } }) => status !== "cancelled" && status !== "refused");
    const contacts = await chainsOfContacts(
      ctx,
      counted.map(({ holder }) => holder.person),
    );
    for (const { holder, came } of counted) {
      const seat = holder.status === "confirmed";
      const known = organisations.get(plainName(holder.organisation));
      all.add("all", seat, came);
      kinds.add(known?.kind ?? kindByName(holder.organisation) ?? unknown, seat, came);
      sources.add(sourceOf(holder), seat, came);
      const of = [...new Set([...(known?.chains ?? []), ...(contacts.get(holder.person) ?? [])])].filter((id) => id !== "all");
      for (const chain of of.length ? of : [unknown]) chains.add(chain, seat, came);
    }
    cursor = page.cursor;
  } while (cursor);
  const { key: _key, ...total } = all.groups[0] ?? { key: "all", registered: 0, seats: 0, came: 0 };
  return { total, kinds: kinds.groups, chains: chains.groups, sources: sources.groups };
}

/** For those who run the activity: every group, however small. */
export const seeStatistics = command({
  input: One,
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<Statistics> {
    await activityAtDoor(ctx, activityId);
    return countAttendance(ctx, activityId);
  },
});
