import { describe, expect, it } from "vitest";
import { unsubscribeToken } from "../../packages/core/src/campaign/unsubscribe.ts";
import { call } from "../support/api.ts";
import { bringIn, people } from "../support/campaigns.ts";
import { embedded } from "../support/embedded.ts";

const world = embedded();

async function link() {
  const [row = ""] = people(1);
  await bringIn(world, [row]);
  const email = row.split(",")[0] ?? "";
  return { email, path: `/my/unsubscribe/${unsubscribeToken(world.ctx(), world.ctx().keys.digest("person", email))}` };
}
const ticked = (text: string) => [...text.matchAll(/value="([a-z]+)" checked/g)].map(([, topic]) => topic);

describe("the preference centre behind the link of a mail", () => {
  it("takes topics, language and chains without a session or script, and answers with what holds now", async () => {
    const { path } = await link();
    const form = { topics: ["results", "listings"], locale: "en", chains: "titanium" };
    const saved = await call(world, "POST", `${path}/preferences`, { form });
    expect(saved.status).toBe(200);
    expect(saved.text).toContain("已保存，立即生效");
    const again = await call(world, "GET", `/en${path}`);
    expect(ticked(again.text)).toEqual(["results", "listings", "en", "titanium"]);
    const none = await call(world, "POST", `${path}/preferences`, { form: { locale: "en" } });
    expect(ticked(none.text)).toEqual(["en"]);
  });

  it("refuses what is not on the list at its field, and keeps what was ticked", async () => {
    const { path } = await link();
    const before = await world.scan();
    const wrong = await call(world, "POST", `${path}/preferences`, { form: { topics: ["results"], chains: ["nowhere"] } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#f-chains"');
    expect(ticked(wrong.text)).toEqual(["results"]);
    expect((await call(world, "POST", `${path}/preferences`, { form: { topics: "spam" } })).status).toBe(422);
    expect(await world.scan()).toEqual(before);
    expect((await call(world, "POST", "/my/unsubscribe/a.b/preferences", { form: {} })).status).toBe(404);
    expect((await call(world, "POST", "/my/unsubscribe/a.b/pause", { form: {} })).status).toBe(404);
    expect((await call(world, "GET", "/my/unsubscribe/a.b/record.json")).status).toBe(404);
  });

  it("pauses and goes on; who is unsubscribed is told to subscribe first", async () => {
    const { path } = await link();
    expect((await call(world, "POST", `/en${path}/pause`, { form: { on: "yes" } })).text).toContain("paused until");
    expect((await call(world, "POST", `/en${path}/pause`, { form: { on: "no" } })).text).toContain("Pause for three months");
    await call(world, "POST", path, { form: { "List-Unsubscribe": "One-Click" } });
    const late = await call(world, "POST", `/en${path}/preferences`, { form: { topics: "results" } });
    expect(late.status).toBe(409);
  });

  it("gives the consent record as a file for programs and as a text, in the reader's language, without the address", async () => {
    const { path, email } = await link();
    await call(world, "POST", `${path}/preferences`, { form: { topics: ["listings"], locale: "en", chains: "titanium" } });
    await call(world, "POST", path, { form: { "List-Unsubscribe": "One-Click" } });
    const data = await call(world, "GET", `${path}/record.json`);
    expect(data.headers["content-disposition"]).toContain("consent-record.json");
    expect(data.json()).toMatchObject({ subscribed: false, bases: [{ basis: "written" }] });
    expect(data.json().changes).toContainEqual(
      expect.objectContaining({ purpose: "listings", given: true, textVersion: "2026-11-30", source: "link" }),
    );
    const zh = await call(world, "GET", `${path}/record.txt`);
    expect(zh.headers["content-type"]).toContain("text/plain");
    for (const part of [
      "同意记录",
      "关注产业链的新上架 · 同意 · 文本版本 2026-11-30",
      "全部通知邮件 · 拒绝或撤回",
      "来源：测试名单",
    ])
      expect(zh.text).toContain(part);
    const en = await call(world, "GET", `/en${path}/record.txt`);
    expect(en.text).toContain("New in my chains · agreed · text version 2026-11-30 · source: the link of a mail");
    for (const { text } of [data, zh, en]) expect(text).not.toContain(email);
  });
});
