import { savePreferences, unsubscribe } from "@lingxi/core/campaign";
import { topicNames } from "@lingxi/core/campaign/topics-schema";
import type { Ctx } from "@lingxi/core/platform/context";
import { MailDeferred, type RawMail } from "@lingxi/core/platform/mail/mailer";
import { recordFeedback } from "@lingxi/core/platform/mail/record";
import { describe, expect, it } from "vitest";
import { unsubscribeToken } from "../../packages/core/src/campaign/unsubscribe.ts";
import { sendDigests, weekOf } from "../../packages/core/src/listing-digest/send-digests.ts";
import { Project, type ProjectRecord } from "../../packages/core/src/project/entity.ts";
import { bringIn, people } from "../support/campaigns.ts";
import { anyone, embedded, system } from "../support/embedded.ts";
import { chance } from "../support/faults.ts";
import { parseMail } from "../support/inbox.ts";

const world = embedded();
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

let listed = 0;
/** A project that has just come on the public list. */
async function list(chain: string): Promise<string> {
  const ctx = world.ctx(system);
  const at = ctx.now().toISOString();
  const title = `新项目${++listed}号`;
  const record = {
    ...{ id: ctx.newId("prj"), status: "listed", since: at, listedAt: at, submittedAt: at, title: { "zh-CN": title }, chain },
    ...{ contact: { name: "", email: "" }, organisation: "示例", secrecy: "none", ways: [], trl: 5, consents: [] },
  } as unknown as ProjectRecord;
  await ctx.table.write([Project.create(ctx, record)], "");
  return title;
}

async function follower(chains: string[]) {
  const [row = ""] = people(1);
  await bringIn(world, [row]);
  const email = row.split(",")[0] ?? "";
  const token = unsubscribeToken(world.ctx(), world.ctx().keys.digest("person", email));
  await savePreferences(world.ctx(anyone), { token, topics: [...topicNames], chains });
  // The clock meets everybody who chose it within minutes.
  await run();
  return { email, token };
}

/** Goes to the next Monday at this hour in Xi'an. */
function monday(at = 9): void {
  const now = world.clock.now.getTime();
  const local = now + 8 * hour;
  const weekday = (new Date(local).getUTCDay() + 6) % 7;
  const next = Math.floor(local / day) * day + (7 - weekday) * day + at * hour;
  world.clock.advance(next - local);
}
const run = (ctx = world.ctx(system)) =>
  sendDigests(ctx, { milliseconds: 50_000, silence: minute, afterSilence: "resend", pace: async () => {} });

/** Which listings each mail to somebody names. */
async function told(email: string, mails: readonly RawMail[] = world.mails): Promise<string[][]> {
  const own = mails.filter(({ to }) => to === email);
  return Promise.all(
    own.map(async ({ raw }) => [...((await parseMail(raw)).text ?? "").matchAll(/新项目\d+号/g)].map(([title]) => title)),
  );
}

describe("the weekly mail of new listings", () => {
  it("names what is new in the chains of a person, once, and only to who chose it", async () => {
    const [one, other] = [await follower(["titanium"]), await follower(["photonics"])];
    const [quiet = ""] = people(1);
    await bringIn(world, [quiet]);
    world.clock.advance(hour);
    const [a, b] = [await list("titanium"), await list("photonics")];
    await run();
    expect(world.mails).toEqual([]);
    monday();
    for (let n = 0; n < 3; n++) await run();
    expect(await told(one.email)).toEqual([[a]]);
    expect(await told(other.email)).toEqual([[b]]);
    expect(await told(quiet.split(",")[0] ?? "")).toEqual([]);
    // Nothing new: no mail. Then what came since, and nothing of before.
    monday();
    await run();
    expect(await told(one.email)).toEqual([[a]]);
    const c = await list("titanium");
    monday();
    await run();
    expect(await told(one.email)).toEqual([[a], [c]]);
    const { headers } = await parseMail(world.mails.at(-1)?.raw ?? new Uint8Array());
    expect(headers.map(({ key }) => key)).toEqual(expect.arrayContaining(["list-unsubscribe", "list-unsubscribe-post"]));
  });

  it("does not go to who took it back, refused, or has his night", async () => {
    const [taken, refused] = [await follower([]), await follower([])];
    await list("titanium");
    monday(8);
    await run();
    expect(await told(taken.email)).toEqual([]);
    await savePreferences(world.ctx(anyone), { token: taken.token, topics: [] });
    await unsubscribe(world.ctx(anyone), { token: refused.token });
    world.clock.advance(2 * hour);
    await run();
    expect([await told(taken.email), await told(refused.email)]).toEqual([[], []]);
  });

  it("begins a week at nine o'clock on Monday by the clock of a place", () => {
    expect(weekOf(new Date("2026-12-07T00:59:00Z"), "Asia/Shanghai")).toBe("2026-11-30");
    expect(weekOf(new Date("2026-12-07T01:00:00Z"), "Asia/Shanghai")).toBe("2026-12-07");
    expect(weekOf(new Date("2026-12-07T13:59:00Z"), "America/New_York")).toBe("2026-11-30");
    expect(weekOf(new Date("2026-12-13T23:00:00Z"), "Asia/Shanghai")).toBe("2026-12-07");
  });
});

/** Fails after its nth write, as a process that is gone. */
function dying(ctx: Ctx, at: number): Ctx {
  let writes = 0;
  const gone = () => Promise.reject(new Error("killed"));
  const alive =
    <A extends unknown[], R>(of: (...args: A) => Promise<R>) =>
    (...args: A) =>
      writes >= at ? gone() : of(...args);
  return {
    ...ctx,
    table: {
      get: alive(ctx.table.get.bind(ctx.table)),
      getMany: alive(ctx.table.getMany.bind(ctx.table)),
      query: alive(ctx.table.query.bind(ctx.table)),
      write: (...args) => (++writes >= at ? gone() : ctx.table.write(...args)),
    },
    mailer: { ...ctx.mailer, send: alive(ctx.mailer.send.bind(ctx.mailer)) },
  };
}

/** Three weeks of listings and runs that die, with a transport that fails by seed. @returns what each follower was told, and all that was listed */
async function weeks(seed: number, guard: (ctx: Ctx) => Ctx = (ctx) => ctx) {
  const next = chance(seed);
  const followers = [await follower(["titanium"]), await follower(["titanium"]), await follower(["titanium"])];
  const took: RawMail[] = [];
  const all: string[] = [];
  const send: Ctx["mailer"]["send"] = async (mail) => {
    const fate = next();
    if (fate < 0.2) throw new MailDeferred("TooManyRequestsException");
    took.push(mail);
    if (fate < 0.5) throw new Error("the answer was lost");
    return { messageId: "m" };
  };
  for (let week = 0; week < 3; week++) {
    all.push(await list("titanium"), await list("titanium"));
    monday();
    for (let n = 0; n < 14; n++) {
      const ctx = world.ctx(system);
      const shaky = guard({ ...ctx, mailer: { ...ctx.mailer, send } });
      await run(n < 8 ? dying(shaky, 1 + Math.floor(next() * 9)) : shaky).catch(() => undefined);
      // What was taken makes an event, before the silence is over.
      for (const { key } of took) await recordFeedback(world.ctx(system), key, "delivered");
      world.clock.advance(2 * minute);
    }
  }
  const mails = await Promise.all(followers.map(async ({ email }) => (await told(email, took)).flat()));
  for (const { token } of followers) await unsubscribe(world.ctx(anyone), { token });
  return { mails, all };
}

describe("runs that die and a transport that fails", () => {
  it.each([1, 2, 3])(
    "name each listing to each follower exactly once, seed %i",
    async (seed) => {
      const { mails, all } = await weeks(seed);
      for (const mail of mails)
        expect([...mail].sort((a, b) => a.localeCompare(b))).toEqual([...all].sort((a, b) => a.localeCompare(b)));
    },
    60_000,
  );

  it("name some twice where the claim is not looked at (control)", async () => {
    const blind = (ctx: Ctx): Ctx => ({
      ...ctx,
      table: {
        ...ctx.table,
        get: async (key, consistent) => (key.pk.startsWith("mail#") ? undefined : ctx.table.get(key, consistent)),
        write: (writes, token) =>
          ctx.table.write(
            writes.map((w) => (w.put?.type === "mail" && w.condition ? { put: w.put } : w)),
            token,
          ),
      },
    });
    const { mails } = await weeks(4, blind);
    expect(mails.some((mail) => new Set(mail).size < mail.length)).toBe(true);
  }, 60_000);
});
