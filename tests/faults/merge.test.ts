import type { Ctx } from "@lingxi/core/platform/context";
import { MailDeferred } from "@lingxi/core/platform/mail/mailer";
import { describe, expect, it } from "vitest";
import { Campaign, Contact } from "../../packages/core/src/campaign/entity.ts";
import { freeze } from "../../packages/core/src/campaign/freeze.ts";
import { mergeContacts, undoMerge } from "../../packages/core/src/campaign/merge.ts";
import { refuseMail } from "../../packages/core/src/campaign/unsubscribe.ts";
import { bringIn, startCampaign, statusOf, work } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { chance } from "../support/faults.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const pairs = 8;
const addressOf = (seed: string, n: number, which: "a" | "b") => `${which}${n}-${seed}@example.com`;
const known = async (email: string) => {
  const found = await Contact.find(world.ctx(system), { person: world.ctx().keys.digest("person", email) });
  if (!found) throw new Error(`no contact ${email}`);
  return found;
};

async function merge(one: string, other: string): Promise<void> {
  const [kept, gone] = await Promise.all([known(one), known(other)]);
  await mergeContacts(organiser(), {
    ...{ person: kept.person, other: gone.person, version: kept.version, otherVersion: gone.version },
  });
}

/** Sends to both addresses of everybody by two workers over a transport that fails by seed, and joins each pair at a moment of its own. */
async function run(seed: number, name: string, blind: (ctx: Ctx) => Ctx = (ctx) => ctx) {
  const next = chance(seed);
  const rows = Array.from({ length: pairs }, (_, n) => [addressOf(name, n, "a"), addressOf(name, n, "b")]).flat();
  const id = await startCampaign(world, await bringIn(world, rows));
  const took: string[] = [];
  /** When each pair was joined: after so many mails were begun. */
  const joinedAt = Array.from({ length: pairs }, () => Math.floor(next() * pairs * 1.5));
  const begunBefore = new Map<number, number>();
  let begun = 0;
  const ctx = blind(world.ctx(system));
  const read = (people: readonly string[]) =>
    Promise.all(people.map((person) => ctx.table.get({ pk: `mail#${id}-${person}`, sk: "mail" })));
  const send = async (mail: { to: string }): Promise<{ messageId: string }> => {
    const now = begun++;
    for (let n = 0; n < pairs; n++) {
      if (joinedAt[n] !== now) continue;
      const two = [addressOf(name, n, "a"), addressOf(name, n, "b")] as const;
      await merge(...two);
      const people = two.map((email) => ctx.keys.digest("person", email));
      begunBefore.set(
        n,
        (await read(people)).filter((one) => one && one.status !== "excluded" && one.status !== "deferred").length,
      );
    }
    if (next() < 0.2) throw new MailDeferred("slow down");
    took.push(mail.to);
    return { messageId: "m" };
  };
  for (let round = 0; round < 30 && (await statusOf(world, id)) === "sending"; round++)
    await Promise.all([1, 2].map(() => work(world, id, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } })));
  const got = Array.from(
    { length: pairs },
    (_, n) => took.filter((to) => to === addressOf(name, n, "a") || to === addressOf(name, n, "b")).length,
  );
  return {
    status: await statusOf(world, id),
    lost: got.filter((mails) => mails === 0).length,
    // Both were begun while they were two contacts: nothing can call a mail back.
    doubled: got.filter((mails, n) => mails > 1 && (begunBefore.get(n) ?? 2) < 2).length,
    joined: begunBefore.size,
  };
}

describe("a merge while a campaign is being sent", () => {
  it.each([1, 2, 3])("gives the person one mail, seed %i", async (seed) => {
    const { joined, ...found } = await run(seed, `guarded${seed}`);
    expect(found).toEqual({ status: "finished", lost: 0, doubled: 0 });
    expect(joined).toBeGreaterThan(0);
  });

  it("gives some people two where a worker does not see that contacts were joined (control)", async () => {
    const apart = (item: Record<string, unknown>) =>
      item.type === "contact" ? { ...item, merged: undefined, mergedInto: undefined } : item;
    const blind = (ctx: Ctx): Ctx => ({
      ...ctx,
      table: {
        ...ctx.table,
        get: async (...args) => {
          const item = await ctx.table.get(...args);
          return item && apart(item);
        },
        getMany: async (...args) => (await ctx.table.getMany(...args)).map(apart),
      },
    });
    const all = await Promise.all([1, 2, 3].map((seed) => run(seed, `blind${seed}`, blind)));
    expect(all.reduce((sum, { doubled }) => sum + doubled, 0)).toBeGreaterThan(0);
  });

  it("sends to the address that was approved where the contact that was kept is not in the audience", async () => {
    await bringIn(world, ["outside@example.com"]);
    const id = await startCampaign(world, await bringIn(world, ["inside@example.com"]));
    const campaign = await Campaign.find(world.ctx(system), { id });
    if (campaign) await freeze(world.ctx(system), campaign);
    await merge("outside@example.com", "inside@example.com");
    await work(world, id);
    expect(world.mails.map(({ to }) => to)).toEqual(["inside@example.com"]);
    expect(await statusOf(world, id)).toBe("finished");
  });

  it("sends nothing to one whose other address refused", async () => {
    const id = await startCampaign(world, await bringIn(world, ["kept@example.com", "refused@example.com"]));
    await merge("kept@example.com", "refused@example.com");
    await refuseMail(world.ctx(system), (await known("refused@example.com")).person);
    await work(world, id);
    expect(world.mails).toEqual([]);
    const kept = await known("kept@example.com");
    const other = await known("refused@example.com");
    await undoMerge(organiser(), { person: kept.person, other: other.person, version: kept.version });
  });
});
