import { createCampaign, previewAudience, unsubscribe } from "@lingxi/core/campaign";
import { sendCampaigns } from "@lingxi/core/campaign/reactions";
import { describe, expect, it } from "vitest";
import { bringIn, people, startCampaign, work } from "../../../../tests/support/campaigns.ts";
import { anyone, embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { Ctx } from "../platform/context.ts";
import type { Key } from "../platform/table.ts";
import { consentRecord } from "./consent-record.ts";
import { together } from "./consented.ts";
import { Suppression } from "./entity.ts";
import { eraseContacts } from "./held.ts";
import { pauseMails, savePreferences, seePreferences } from "./preferences.ts";
import { type Topic, topicNames } from "./topics-schema.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const pub = () => world.ctx(anyone);
const day = 86_400_000;
const meant = topicNames.filter((topic) => topic !== "listings");

/** Somebody new on a list of their own. */
async function somebody() {
  const [row = ""] = people(1);
  const email = row.split(",")[0] ?? "";
  const list = await bringIn(world, [row]);
  const person = world.ctx().keys.digest("person", email);
  const token = unsubscribeToken(world.ctx(), person);
  const mailed = () => world.mails.filter(({ to }) => to === email).length;
  return { email, list, person, token, mailed };
}
const save = (token: string, topics: readonly Topic[], more: { locale?: "zh-CN" | "en"; chains?: string[] } = {}) =>
  savePreferences(pub(), { token, topics: [...topics], ...more });
async function whyNot(list: string, topic: Topic) {
  const text = { "zh-CN": "您好" };
  const { id } = await createCampaign(organiser(), {
    ...{ kind: "public-service", subject: text, body: text, topic, audience: { chains: [], importId: list } },
  });
  return (await previewAudience(organiser(), { campaignId: id })).counts;
}

describe("the preference centre", () => {
  it("starts with what topics are meant for, and keeps what is chosen", async () => {
    const { token } = await somebody();
    expect(await seePreferences(pub(), { token })).toEqual({ subscribed: true, topics: meant, locale: "zh-CN", chains: [] });
    await save(token, ["listings", "results"], { locale: "en", chains: ["titanium"] });
    expect(await seePreferences(pub(), { token })).toEqual({
      ...{ subscribed: true, topics: ["results", "listings"], locale: "en", chains: ["titanium"] },
    });
    await expect(save("a.b", [])).rejects.toMatchObject({ reason: "unsubscribe.not-found" });
    await expect(save(token, [], { chains: ["none"] })).rejects.toMatchObject({ reason: "input.invalid" });
    await unsubscribe(pub(), { token });
    await expect(save(token, ["results"])).rejects.toMatchObject({ reason: "preference.unsubscribed" });
  });

  it("keeps a topic from those who do not want it, says so in the audience, and sends the others", async () => {
    const { list, token, mailed } = await somebody();
    expect(await whyNot(list, "newsletter")).toMatchObject({ included: 1 });
    expect((await whyNot(list, "listings")).excluded).toMatchObject({ topic: 1 });
    await save(token, ["listings"]);
    expect((await whyNot(list, "newsletter")).excluded).toMatchObject({ topic: 1 });
    expect(await whyNot(list, "listings")).toMatchObject({ included: 1 });
    await work(world, await startCampaign(world, list, { topic: "listings" }));
    expect(mailed()).toBe(1);
  });

  it("narrows chains and sets the language, whatever lists say", async () => {
    const { list, token, mailed } = await somebody();
    await save(token, topicNames, { locale: "en", chains: ["titanium"] });
    const to = (chain: string) => startCampaign(world, list, { audience: { chains: [chain], importId: list } });
    await work(world, await to("titanium"));
    expect(mailed()).toBe(1);
    expect(Buffer.from(world.mails.at(-1)?.raw ?? "").toString("latin1")).toContain("Content-Language: en");
    await expect(to("photonics")).rejects.toMatchObject({ reason: "campaign.nobody" });
  });

  it("pauses for three months, and goes on by itself", async () => {
    const { list, token } = await somebody();
    await pauseMails(pub(), { token, on: true });
    expect((await whyNot(list, "notices")).excluded).toMatchObject({ paused: 1 });
    const { pausedUntil = "" } = await seePreferences(pub(), { token });
    expect((Date.parse(pausedUntil) - world.clock.now.getTime()) / day).toBeGreaterThan(88);
    world.clock.advance(93 * day);
    expect(await whyNot(list, "notices")).toMatchObject({ included: 1 });
    await pauseMails(pub(), { token, on: true });
    await pauseMails(pub(), { token, on: false });
    expect(await whyNot(list, "notices")).toMatchObject({ included: 1 });
  });

  it("counts the stricter word of somebody who is known under two keys", () => {
    const words = together([
      { person: "a", topics: { newsletter: true, results: false } },
      { person: "b", topics: { newsletter: false }, pausedUntil: "2030-01-01T00:00:00.000Z" },
    ]);
    expect(words).toMatchObject({ topics: { newsletter: false, results: false }, pausedUntil: "2030-01-01T00:00:00.000Z" });
  });
});

describe("a choice during a running campaign", () => {
  const choices: [string, (token: string) => Promise<unknown>, string][] = [
    ["a topic taken back", (token) => save(token, ["results"]), "topic"],
    ["a pause", (token) => pauseMails(pub(), { token, on: true }), "paused"],
    ["other chains", (token) => save(token, meant, { chains: ["photonics"] }), "chain"],
    ["a refusal", (token) => unsubscribe(pub(), { token }), "unsubscribed"],
  ];
  const chains = { "other chains": ["titanium"] } as Record<string, string[]>;

  it.each(choices)("binds the mail that was not handed over: %s", async (name, choose, because) => {
    const { list, token, mailed, person } = await somebody();
    await save(token, meant, { chains: chains[name] ?? [] });
    const id = await startCampaign(world, list, {
      topic: "newsletter",
      audience: { chains: chains[name] ?? [], importId: list },
    });
    // Freezes the audience, with this person in it, and stops before the first mail.
    await work(world, id, { milliseconds: 0 });
    await choose(token);
    await work(world, id);
    expect(mailed()).toBe(0);
    const mail = (await world.scan()).find((item) => item.type === "mail" && item.person === person);
    expect(mail).toMatchObject({ status: "excluded", detail: because });
  });

  it("goes out against it where nobody looks again after the claim (control)", async () => {
    const { list, token, mailed } = await somebody();
    const id = await startCampaign(world, list, { topic: "newsletter" });
    await work(world, id, { milliseconds: 0 });
    await save(token, ["results"]);
    const ctx = world.ctx(system);
    const blind = (keys: readonly Key[]) => keys.filter(({ pk }) => !pk.startsWith("suppression#"));
    const table: Ctx["table"] = {
      ...ctx.table,
      getMany: async (keys, c) => (blind(keys).length ? ctx.table.getMany(blind(keys), c) : []),
    };
    await sendCampaigns(
      { ...ctx, table },
      {
        ...{ campaignId: id, milliseconds: 60_000, silence: 60_000, afterSilence: "ask", pace: async () => {} },
      },
    );
    expect(mailed()).toBe(1);
  });
});

describe("the consent record", () => {
  it("holds purpose, version, time and source of each change, once, and outlives the erasure without what was personal", async () => {
    const { token, person, email } = await somebody();
    for (let n = 0; n < 2; n++) await save(token, ["listings"], { chains: ["titanium"] });
    world.clock.advance(1000);
    for (let n = 0; n < 2; n++) await unsubscribe(pub(), { token });
    const record = await consentRecord(pub(), { token });
    const told = record.changes.map(({ purpose, given, value }) => [purpose, given, value]);
    expect(new Set(told.map((line) => line.join()))).toEqual(
      new Set([...meant.map((t) => `${t},false,`), "listings,true,", "chains,,titanium", "all,false,"]),
    );
    expect(told).toHaveLength(meant.length + 3);
    expect(record.changes.find(({ purpose }) => purpose === "listings")).toMatchObject({
      ...{ source: "link", textVersion: "2026-11-30", at: expect.stringMatching(/^20/) },
    });
    expect(record.changes.at(-1)).toMatchObject({ purpose: "all", given: false });
    expect(record.bases).toMatchObject([{ basis: "written", source: "测试名单" }]);
    expect(JSON.stringify(record)).not.toContain(email);

    await eraseContacts(world.ctx(system), [person]);
    const { vault } = world.ctx(system);
    await vault.erase(await vault.retire(person));
    const after = await consentRecord(pub(), { token });
    expect(after).toMatchObject({ subscribed: false, bases: [] });
    expect(after.changes).toHaveLength(record.changes.length);
    expect(after.changes.some(({ value }) => value)).toBe(false);
    expect(await Suppression.find(world.ctx(), { person })).toMatchObject({ person, unsubscribedAt: expect.any(String) });
    expect((await Suppression.find(world.ctx(), { person }))?.chains).toBeUndefined();
  });
});
