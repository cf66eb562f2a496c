import { readMember } from "@lingxi/core/identity";
import { describe, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { authenticator } from "../support/authenticator.ts";
import { embedded, system, type World } from "../support/embedded.ts";
import { chance, faulty } from "../support/faults.ts";
import { member, sessionOf } from "../support/session.ts";

const world = embedded();
let n = 0;
const someone = async () => {
  const id = await member(world, `stf_key-${++n}`, "editor");
  return { id, cookie: await sessionOf(world, id) };
};
const post = (path: string, body: unknown = {}, cookie?: string) =>
  call(world, "POST", path, { body, ...(cookie ? { cookies: [cookie] } : {}) });
type Device = ReturnType<typeof authenticator>;

async function add(cookie: string, device: Device, name = "办公电脑") {
  const options = (await post("/api/console/me/passkeys/options", {}, cookie)).json();
  return post("/api/console/me/passkeys", { name, response: device.make(options) }, cookie);
}
async function enter(device: Device, at?: number) {
  const options = (await post("/api/session/passkey/options")).json();
  return post("/api/session/passkey", { response: device.sign(options, at) });
}
const cookieOf = (cookies: readonly string[]) => (cookies[0] ?? "").split(";")[0] ?? "";
const mine = async (cookie: string) =>
  (await call(world, "GET", "/api/console/me", { cookies: [cookie] })).json() as {
    passkeys: { id: string; name: string; blocked: boolean; synced: boolean }[];
  };

describe("a passkey", () => {
  it("is added, and signs in", async () => {
    const { id, cookie } = await someone();
    const device = authenticator();
    expect((await add(cookie, device)).status).toBe(201);
    expect(await mine(cookie)).toMatchObject({ passkeys: [{ name: "办公电脑", synced: false, blocked: false }] });
    const entered = await enter(device);
    expect(entered.status).toBe(200);
    const session = await call(world, "GET", "/api/session", { cookies: [cookieOf(entered.cookies)] });
    expect(session.json()).toMatchObject({ staffId: id });
  });

  it("of another site, or for another question, does not sign in", async () => {
    const { cookie } = await someone();
    const device = authenticator();
    await add(cookie, device);
    const options = (await post("/api/session/passkey/options")).json();
    const answer = device.sign(options);
    expect((await post("/api/session/passkey", { response: answer })).status).toBe(200);
    const replay = await post("/api/session/passkey", { response: answer });
    expect(replay.json()).toMatchObject({ title: "identity.ceremony-over" });

    const away = authenticator({ origin: "https://evil.example" });
    const made = await add(cookie, away);
    expect(made.json()).toMatchObject({ title: "identity.passkey-not-made" });
    const unknown = authenticator();
    unknown.make({ user: { id: Buffer.from("stf_nobody").toString("base64url") }, challenge: "x" });
    expect((await enter(unknown)).json()).toMatchObject({ title: "identity.passkey-refused" });
  });

  it("is asked for five minutes, and for nobody else", async () => {
    const [one, two] = [await someone(), await someone()];
    const device = authenticator();
    const options = (await post("/api/console/me/passkeys/options", {}, one.cookie)).json();
    const response = device.make(options);
    const theirs = await post("/api/console/me/passkeys", { name: "a", response }, two.cookie);
    expect(theirs.json()).toMatchObject({ title: "identity.ceremony-over" });
    world.clock.advance(5 * 60_000);
    const late = await post("/api/console/me/passkeys", { name: "a", response }, one.cookie);
    expect(late.json()).toMatchObject({ title: "identity.ceremony-over", status: 409 });
  });

  it("whose counter goes backwards is blocked, and its owner told", async () => {
    const { cookie, id } = await someone();
    const device = authenticator({ counter: 5 });
    await add(cookie, device);
    device.ways.counter = 6;
    expect((await enter(device)).status).toBe(200);
    device.ways.counter = 6;
    expect((await enter(device)).json()).toMatchObject({ title: "identity.passkey-copied" });
    device.ways.counter = 9;
    expect((await enter(device)).json()).toMatchObject({ title: "identity.passkey-refused" });
    expect(await mine(cookie)).toMatchObject({ passkeys: [{ blocked: true }] });
    // It still counts as one that was there: a link by mail does not let its owner in.
    expect(await readMember(world.ctx(system), { memberId: id })).toMatchObject({ passkeys: 1 });
  });

  it("that counts nothing, as copied ones do, goes on", async () => {
    const { cookie } = await someone();
    const device = authenticator({ multiDevice: true });
    await add(cookie, device);
    expect(await mine(cookie)).toMatchObject({ passkeys: [{ synced: true }] });
    for (let i = 0; i < 3; i++) expect((await enter(device)).status).toBe(200);
  });

  it("of somebody who was disabled does not sign in", async () => {
    const { cookie, id } = await someone();
    const device = authenticator();
    await add(cookie, device);
    const { disableMember } = await import("@lingxi/core/identity");
    const { version } = await readMember(world.ctx(system), { memberId: id });
    await disableMember(world.ctx(system), { memberId: id, version });
    expect((await enter(device)).json()).toMatchObject({ title: "identity.passkey-refused" });
  });
});

describe("the last passkey", () => {
  const remove = (cookie: string, id: string | undefined) => post(`/api/console/me/passkeys/${id}/remove`, {}, cookie);

  it("cannot be taken away, and says what to do", async () => {
    const { cookie } = await someone();
    const device = authenticator();
    await add(cookie, device, "一");
    const [only] = (await mine(cookie)).passkeys;
    expect((await remove(cookie, only?.id)).json()).toMatchObject({
      title: "identity.last-passkey",
      detail: expect.stringContaining("请先添加另一个"),
    });
    await add(cookie, device, "二");
    expect((await remove(cookie, only?.id)).status).toBe(204);
    expect((await enter(device, 0)).json()).toMatchObject({ title: "identity.passkey-refused" });
    expect((await enter(device, 1)).status).toBe(200);
  });

  it("stays when both are taken away at the same moment", async () => {
    const { cookie } = await someone();
    const device = authenticator();
    await add(cookie, device, "一");
    await add(cookie, device, "二");
    const { passkeys } = await mine(cookie);
    const answers = await Promise.all(passkeys.map(({ id }) => remove(cookie, id)));
    // Refused since the other was faster, or since it met the other on its way.
    expect(["204,409", "204,412"]).toContain(String(answers.map(({ status }) => status).sort()));
    expect((await mine(cookie)).passkeys).toHaveLength(1);
  });

  it("would be lost without the guard", async () => {
    const open: Pick<World, "ctx"> = {
      ctx: (actor) => world.ctx(actor, { client: faulty(world.client, chance(1), { unguarded: true }) }),
    };
    const left: number[] = [];
    // Which of the two reads first is chance: in some round both read before either writes.
    while (!left.includes(0) && left.length < 20) {
      const { cookie } = await someone();
      const device = authenticator();
      await add(cookie, device, "一");
      await add(cookie, device, "二");
      const { passkeys } = await mine(cookie);
      await Promise.all(
        passkeys.map(({ id }) => call(open, "POST", `/api/console/me/passkeys/${id}/remove`, { body: {}, cookies: [cookie] })),
      );
      left.push((await mine(cookie)).passkeys.length);
    }
    expect(left).toContain(0);
  });

  it("of somebody else is not found", async () => {
    const [one, two] = [await someone(), await someone()];
    const device = authenticator();
    await add(one.cookie, device);
    await add(one.cookie, device);
    const [theirs] = (await mine(one.cookie)).passkeys;
    expect((await remove(two.cookie, theirs?.id)).status).toBe(404);
  });
});
