import type { Ctx } from "../platform/context.ts";
import { entity } from "../platform/entity.ts";
import { ConditionFailed } from "../platform/table.ts";

interface LeaseRecord {
  readonly holder: string;
  /** ISO 8601; past it the holder is taken to be gone. */
  readonly until: string;
}

const Lease = entity<LeaseRecord, object>({ type: "site-lease", key: () => ({ pk: "setting#site-lease", sk: "setting" }) });

const length = 8_000;
const patience = 20_000;
const pause = 150;
const later = (ctx: Ctx, milliseconds: number) => new Date(ctx.now().getTime() + milliseconds).toISOString();

/**
 * Publishes alone: two publishers that read at different moments would write older lists over newer ones. The lease is short and renewed while
 * the work goes on, so a publisher that was killed holds up the next one for seconds only.
 * @throws Error when the site stays taken; whoever called tries again later
 */
export async function alone<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  const holder = ctx.newId("pub");
  for (let waited = 0; !(await take(ctx, holder)); ) {
    if (waited > patience) throw new Error("the site is being published by another");
    await new Promise((done) => setTimeout(done, pause));
    waited += pause;
  }
  const renewing = setInterval(() => void extend(ctx, holder, length).catch(() => undefined), length / 4);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await extend(ctx, holder, -1);
  }
}

async function take(ctx: Ctx, holder: string): Promise<boolean> {
  const condition = "attribute_not_exists(pk) OR #until < :now";
  const values = { ":now": ctx.now().toISOString() };
  return holds(ctx.table.write([Lease.create(ctx, { holder, until: later(ctx, length) }, { condition, values })], ""));
}

function extend(ctx: Ctx, holder: string, milliseconds: number): Promise<boolean> {
  const values = { ":until": later(ctx, milliseconds), ":holder": holder };
  return holds(ctx.table.write([Lease.update(ctx, {}, "SET #until = :until", { condition: "#holder = :holder", values })], ""));
}

async function holds(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
