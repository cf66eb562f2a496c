import { chance } from "../../support/faults.ts";

/** One rush on one activity, as the table of the cloud would meet it. Times in milliseconds. */
export interface Rush {
  readonly people: number;
  readonly seats: number;
  /** Over how long people come. */
  readonly within: number;
  /** Whether those who find no seat are counted into a queue, by the same counter. */
  readonly queue: boolean;
  /** How long a write keeps its item from others: a transaction's prepare and commit, or a single conditional write. */
  readonly hold: number;
  /** Items that the counter is spread over. */
  readonly shards: number;
  /** `transaction`: counter and registration together, 2 units an item, and a meeting cancels. `single`: the counter alone, 1 unit, and a meeting waits. */
  readonly by: "transaction" | "single";
  readonly seed: number;
}

export interface Outcome {
  readonly confirmed: number;
  readonly queued: number;
  readonly refused: number;
  /** Told to try again after all attempts. */
  readonly busy: number;
  readonly soldAfter: number;
  readonly doneAfter: number;
  readonly conflicts: number;
  readonly throttled: number;
  /** Units on the counter's partitions, refused attempts among them. */
  readonly units: number;
  readonly p95: number;
}

/** What a partition takes in a second, the trip there and back, and the retries of `platform/table.ts`. */
const perSecond = 1000;
const trip = 4;
const attempts = 8;
const pause = (attempt: number, random: () => number) => random() * Math.min(400, 12 * 2 ** attempt);

interface Call {
  readonly at: number;
  readonly came: number;
  readonly attempt: number;
}

/** Runs one rush. Deterministic in its seed. */
export function simulate(rush: Rush): Outcome {
  const random = chance(rush.seed);
  const unit = rush.by === "transaction" ? 2 : 1;
  const shards = Array.from({ length: rush.shards }, (_, n) => ({
    left: Math.floor(rush.seats / rush.shards) + (n < rush.seats % rush.shards ? 1 : 0),
    heldUntil: 0,
    tokens: perSecond / 10,
    filled: 0,
  }));
  const calls = new Heap();
  for (let n = 0; n < rush.people; n++) {
    const came = random() * rush.within;
    calls.push({ at: came + trip, came, attempt: 0 });
  }
  let [confirmed, queued, refused, busy, soldAfter, doneAfter, conflicts, throttled, units] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const took: number[] = [];
  const answer = (call: Call, at: number) => {
    took.push(at - call.came);
    doneAfter = Math.max(doneAfter, at);
  };

  for (let call = calls.pop(); call; call = calls.pop()) {
    const { at } = call;
    const open = shards.filter(({ left }) => left > 0);
    // The read before the write: what is sold out is known without a unit.
    if (open.length === 0 && !rush.queue) {
      refused++;
      answer(call, at);
      continue;
    }
    const among = open.length ? open : shards;
    const shard = among[Math.floor(random() * among.length)] as (typeof shards)[number];
    shard.tokens = Math.min(perSecond, shard.tokens + ((at - shard.filled) * perSecond) / 1000);
    shard.filled = at;
    const again = () => {
      if (call.attempt + 1 < attempts)
        calls.push({ ...call, at: at + trip + pause(call.attempt, random), attempt: call.attempt + 1 });
      else {
        busy++;
        answer(call, at + trip);
      }
    };
    if (shard.tokens < unit) {
      throttled++;
      again();
      continue;
    }
    if (rush.by === "transaction" && shard.heldUntil > at) {
      conflicts++;
      units += unit;
      shard.tokens -= unit;
      again();
      continue;
    }
    units += unit;
    shard.tokens -= unit;
    const begins = Math.max(at, shard.heldUntil);
    shard.heldUntil = begins + rush.hold;
    if (shard.left > 0) {
      shard.left--;
      confirmed++;
      soldAfter = Math.max(soldAfter, shard.heldUntil);
    } else queued++;
    answer(call, shard.heldUntil + trip);
  }
  took.sort((a, b) => a - b);
  const p95 = took[Math.floor(took.length * 0.95)] ?? 0;
  return { confirmed, queued, refused, busy, soldAfter, doneAfter, conflicts, throttled, units, p95 };
}

/** Calls by time. */
class Heap {
  readonly #calls: Call[] = [];

  push(call: Call): void {
    const calls = this.#calls;
    let n = calls.push(call) - 1;
    for (let up = (n - 1) >> 1; n > 0 && before(call, calls[up]); up = (n - 1) >> 1) {
      calls[n] = calls[up] as Call;
      n = up;
    }
    calls[n] = call;
  }

  pop(): Call | undefined {
    const calls = this.#calls;
    const first = calls[0];
    const last = calls.pop();
    if (!last || !calls.length) return first;
    let n = 0;
    for (;;) {
      let down = 2 * n + 1;
      if (down >= calls.length) break;
      if (down + 1 < calls.length && before(calls[down + 1] as Call, calls[down])) down++;
      if (!before(calls[down] as Call, last)) break;
      calls[n] = calls[down] as Call;
      n = down;
    }
    calls[n] = last;
    return first;
  }
}

const before = (one: Call, other: Call | undefined) => one.at < (other?.at ?? Number.POSITIVE_INFINITY);
