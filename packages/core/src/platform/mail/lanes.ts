import type { Ctx } from "../context.ts";
import { entity } from "../entity.ts";
import { ConditionFailed } from "../table.ts";

/** A receiving domain that takes mails only slowly at present: it says "later" when they come too fast. */
interface LaneRecord {
  /** Keyed digest of the domain. */
  readonly lane: string;
  /** How often it said so without enough mails taken in between; 0 is as fast as any. */
  readonly level: number;
  /** Milliseconds since 1970: before this nothing goes there. */
  readonly until: number;
}

const allLanes = "mail-lanes";

const Lane = entity<LaneRecord, { lane: string }>({
  type: "mail-lane",
  key: ({ lane }) => ({ pk: `mail-lane#${lane}`, sk: "lane" }),
  indexed: (l) => ({ byState: l.level > 0 ? { pk: allLanes, sk: l.lane } : undefined }),
  // Who is not written to for a day is written to as anybody is.
  expires: (l) => Math.ceil(l.until / 1000) + 86_400,
});

/** What a domain is called where it is not told. */
export const laneOf = (ctx: Pick<Ctx, "keys">, address: string): string =>
  ctx.keys.digest("mail-domain", address.replace(/^.*@/, "").toLowerCase()).slice(0, 10);

const firstPause = 30_000;
const longestPause = 30 * 60_000;
const steepest = 8;
/** So many mails of one run go to a domain that said "later", halved with each time it did. */
const allowance = 128;
/** So many mails taken in a row bring it one level up again. */
const steady = 20;
/** How stale the knowledge of the lanes may be. */
const lookEvery = 2000;
/** A mail that takes longer than this makes its domain a slow one for this worker. */
const slowAfter = 3000;
/** So many mails of one worker may be on their way to a domain at once, and to a slow one. */
const width = { usual: 16, slow: 4 } as const;

/** The domain said "later": nothing goes there for a while, twice as long each time. Said again within that while it changes nothing. */
export async function slowDown(ctx: Ctx, lane: string): Promise<void> {
  const now = ctx.now().getTime();
  const before = await Lane.find(ctx, { lane });
  if (before && before.level > 0 && now < before.until) return;
  const level = Math.min(steepest, (before?.level ?? 0) + 1);
  const next = { lane, level, until: now + Math.min(longestPause, firstPause * 2 ** (level - 1)) };
  await unlessOvertaken(ctx.table.write([before ? Lane.change(ctx, before, next) : Lane.create(ctx, next)], ""));
}

async function speedUp(ctx: Ctx, lane: string): Promise<void> {
  const before = await Lane.find(ctx, { lane });
  if (before?.level) await unlessOvertaken(ctx.table.write([Lane.change(ctx, before, { level: before.level - 1 })], ""));
}

/** Another worker may have said the same first. */
async function unlessOvertaken(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** What one worker knows of the domains that it writes to, so that none of them holds up the others. An unknown lane is free. */
export class Lanes {
  readonly #ctx: Ctx;
  readonly #flying = new Map<string, number>();
  readonly #slow = new Set<string>();
  /** Mails that went to a slowed one in this run, and in a row without a refusal. */
  readonly #used = new Map<string, number>();
  readonly #inRow = new Map<string, number>();
  #known: ReadonlyMap<string, LaneRecord> = new Map();
  #looked = Number.NEGATIVE_INFINITY;

  constructor(ctx: Ctx) {
    this.#ctx = ctx;
  }

  /** Reads which domains are slowed down, unless that was just done. */
  async look(): Promise<void> {
    const now = this.#ctx.now().getTime();
    if (now - this.#looked < lookEvery) return;
    this.#looked = now;
    const { items } = await Lane.list(this.#ctx, { index: "byState", pk: allLanes, limit: 500 });
    this.#known = new Map(items.map((lane) => [lane.lane, lane]));
  }

  /** `go`; `full` while enough are on their way there, `slow` where they take long, `later` while it is slowed down. */
  state(lane = ""): "go" | "full" | "slow" | "later" {
    const known = this.#known.get(lane);
    if (known && (this.#ctx.now().getTime() < known.until || (this.#used.get(lane) ?? 0) >= allowance >> known.level))
      return "later";
    const slow = this.#slow.has(lane);
    if ((this.#flying.get(lane) ?? 0) >= (slow ? width.slow : width.usual)) return "full";
    return slow ? "slow" : "go";
  }

  enter(lane = ""): void {
    this.#flying.set(lane, (this.#flying.get(lane) ?? 0) + 1);
    if (this.#known.has(lane)) this.#used.set(lane, (this.#used.get(lane) ?? 0) + 1);
  }
  leave(lane = ""): void {
    this.#flying.set(lane, (this.#flying.get(lane) ?? 1) - 1);
  }

  /** Notes whether a mail to it takes long. */
  async timed<T>(lane: string | undefined, send: () => Promise<T>): Promise<T> {
    const began = this.#ctx.now().getTime();
    try {
      return await send();
    } finally {
      if (this.#ctx.now().getTime() - began >= slowAfter) this.#slow.add(lane ?? "");
      else this.#slow.delete(lane ?? "");
    }
  }

  /** The transport took a mail to it. */
  async took(lane = ""): Promise<void> {
    if (!this.#known.has(lane)) return;
    const inRow = (this.#inRow.get(lane) ?? 0) + 1;
    this.#inRow.set(lane, inRow % steady);
    if (inRow === steady) await speedUp(this.#ctx, lane);
  }

  /** It said "later". */
  async refused(lane = ""): Promise<void> {
    this.#inRow.set(lane, 0);
    await slowDown(this.#ctx, lane);
    this.#looked = Number.NEGATIVE_INFINITY;
    await this.look();
  }
}
