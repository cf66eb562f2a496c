import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { chance, faulty } from "../../../../tests/support/faults.ts";
import { member } from "../../../../tests/support/session.ts";
import type { Caller, Ctx } from "../platform/context.ts";
import { Members } from "./entity.ts";
import { askSignInLink, confirmRecovery, proposeRecovery, readMember, signIn } from "./index.ts";
import { tellMember } from "./reactions.ts";

const world = embedded();
const here: Caller = { source: "net", device: "Chrome · Windows", browser: "mine" };
const from = (caller: Partial<Caller> = {}): Ctx => ({ ...world.ctx(), caller: { ...here, ...caller } });
const as = (id: string) => world.ctx({ kind: "staff", id, roles: ["administrator"] });
let n = 0;

const links = async () => (await world.scan()).filter(({ type }) => type === "sign-in-link");
const tell = (linkId: unknown) =>
  tellMember(world.ctx(system), { eventId: `evt-${++n}`, telling: "link-asked", linkId: String(linkId), silence: 0 });
const sent = () => Buffer.from(world.mails.at(-1)?.raw ?? "").toString("utf8");
const body = () => Buffer.from(sent().match(/base64\r\n\r\n([\w+/=\r\n]+)/)?.[1] ?? "", "base64").toString("utf8");

/** Asks for a link and takes it from the mail. */
async function linkFor(id: string, caller: Partial<Caller> = {}): Promise<{ token: string; told: string }> {
  const { email } = await readMember(world.ctx(system), { memberId: id });
  const before = new Set((await links()).map((one) => one.id));
  await askSignInLink(from({ source: `net-${++n}`, ...caller }), { email });
  const asked = (await links()).find((one) => !before.has(one.id));
  const told = await tell(asked?.id);
  return { token: /sign-in#(\S+)/.exec(body())?.[1] ?? "", told };
}

describe("a link by mail", () => {
  it("lets a member without a passkey in, once, in the browser that asked", async () => {
    const id = await member(world, `stf_link-${++n}`, "editor");
    const { token } = await linkFor(id);
    await expect(signIn(from({ browser: "other" }), { token })).rejects.toMatchObject({ reason: "identity.link-elsewhere" });
    await expect(signIn(from({ browser: undefined }), { token })).rejects.toMatchObject({ reason: "identity.link-elsewhere" });
    expect(await signIn(from(), { token })).toMatchObject({ memberId: id, needsPasskey: true });
    await expect(signIn(from(), { token })).rejects.toMatchObject({ reason: "identity.link-spent" });
  });

  it("is spent once when two race, and not after ten minutes", async () => {
    const id = await member(world, `stf_link-${++n}`, "editor");
    const { token } = await linkFor(id);
    const both = await Promise.allSettled([signIn(from(), { token }), signIn(from(), { token })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = (await linkFor(id)).token;
    world.clock.advance(10 * 60_000);
    await expect(signIn(from(), { token: late })).rejects.toMatchObject({ reason: "identity.link-spent" });
  });

  it("would be spent by both without the guard", async () => {
    const id = await member(world, `stf_link-${++n}`, "editor");
    const { token } = await linkFor(id);
    const open = (): Ctx => ({
      ...world.ctx(undefined, { client: faulty(world.client, chance(1), { unguarded: true }) }),
      caller: here,
    });
    const both = await Promise.allSettled([signIn(open(), { token }), signIn(open(), { token })]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  });

  it("is kept as a hash, and the address nowhere", async () => {
    const id = await member(world, `stf_link-${++n}`, "editor");
    const { email } = await readMember(world.ctx(system), { memberId: id });
    const { token } = await linkFor(id);
    const stored = JSON.stringify((await world.scan()).filter(({ type }) => type !== "member"));
    expect(token.length).toBeGreaterThan(40);
    expect(stored).not.toContain(token.split(".")[1]);
    expect(stored).not.toContain(email);
  });

  it("asks the same of the table for an address that is known and for one that is not", async () => {
    const id = await member(world, `stf_link-${++n}`, "editor");
    const { email } = await readMember(world.ctx(system), { memberId: id });
    const trace = async (address: string) => {
      const sentOff: string[] = [];
      const client = {
        send: (command: { constructor: { name: string } }) => {
          sentOff.push(command.constructor.name);
          return (world.client as unknown as { send(c: unknown): Promise<unknown> }).send(command);
        },
      };
      const ctx = { ...world.ctx(undefined, { client: client as never }), caller: { ...here, source: `net-${++n}` } };
      const answer = await askSignInLink(ctx, { email: address });
      return { answer, sentOff };
    };
    const known = await trace(email);
    expect(await trace("nobody@example.com")).toEqual(known);
    expect(known.sentOff).toHaveLength(3);
  });

  it("goes to nobody where the address is not a member's, or the member is disabled", async () => {
    const before = new Set((await links()).map(({ id }) => id));
    await askSignInLink(from({ source: `net-${++n}` }), { email: "stranger@example.com" });
    const asked = (await links()).find(({ id }) => !before.has(id));
    expect(await tell(asked?.id)).toBe("nobody");
    expect(world.mails).toHaveLength(0);
  });

  it("stops after five for an address and twenty for a source, known or not", async () => {
    const ask = (email: string, source: string) => askSignInLink(from({ source }), { email });
    for (let i = 0; i < 5; i++) await ask("many@example.com", `a${i}`);
    await expect(ask("many@example.com", "a9")).rejects.toMatchObject({
      reason: "access.too-many",
      params: { minutes: expect.any(Number) },
    });
    for (let i = 0; i < 20; i++) await ask(`x${i}@example.com`, "crowd");
    await expect(ask("y@example.com", "crowd")).rejects.toMatchObject({ reason: "access.too-many" });
    const unguarded = world.ctx(undefined, { client: faulty(world.client, chance(1), { unguarded: true }) });
    await askSignInLink({ ...unguarded, caller: here }, { email: "many@example.com" });
    world.clock.advance(3600_000);
    await ask("many@example.com", "crowd");
  });
});

describe("who has lost every passkey", () => {
  const withPasskey = async () => {
    const id = await member(world, `stf_lost-${++n}`, "editor");
    const found = await Members.find(world.ctx(system), { id });
    if (found) await world.ctx().table.write([Members.change(world.ctx(system), found, { passkeys: 1 })], "");
    return id;
  };
  const version = { version: 0 };

  it("is told to use it, and gets no link, until two administrators agree", async () => {
    const a = await member(world, `stf_a-${++n}`, "administrator");
    const b = await member(world, `stf_b-${++n}`, "administrator");
    const id = await withPasskey();
    const of = { memberId: id, ...version };
    expect((await linkFor(id)).token).toBe("");
    expect(body()).toContain("请用它登录");

    await expect(confirmRecovery(as(b), of)).rejects.toMatchObject({ reason: "identity.recovery-not-asked" });
    await proposeRecovery(as(a), of);
    expect((await linkFor(id)).token).toBe("");
    await expect(confirmRecovery(as(a), of)).rejects.toMatchObject({ reason: "identity.recovery-same-hand" });
    await confirmRecovery(as(b), of);
    const { token } = await linkFor(id);
    expect(await signIn(from(), { token })).toMatchObject({ memberId: id, needsPasskey: true });
    expect(await readMember(as(a), { memberId: id })).toMatchObject({ passkeys: 0, recovery: undefined });
  });

  it("cannot agree with themselves, and a proposal holds for a day", async () => {
    const a = await member(world, `stf_a-${++n}`, "administrator");
    const b = await member(world, `stf_b-${++n}`, "administrator");
    const id = await withPasskey();
    const of = { memberId: id, ...version };
    await expect(proposeRecovery(as(a), { memberId: a, ...version })).rejects.toMatchObject({
      reason: "identity.recovery-same-hand",
    });
    await proposeRecovery(as(a), of);
    world.clock.advance(25 * 3600_000);
    await expect(confirmRecovery(as(b), of)).rejects.toMatchObject({ reason: "identity.recovery-not-asked" });
  });
});
