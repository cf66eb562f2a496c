import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { chance, faulty } from "../../../../tests/support/faults.ts";
import { member, sessionOf } from "../../../../tests/support/session.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { Administrators, Members } from "./entity.ts";
import { changeMember, disableMember, enableMember, inviteMember, listMembers, readMember } from "./index.ts";
import type { Grant } from "./schema.ts";
import { findSession } from "./session.ts";

const world = embedded();
const actor = (id: string) => ({ kind: "staff", id, roles: ["administrator"] }) as const;
const as = (id: string) => world.ctx(actor(id));
const everywhere = (role: Grant["role"]): Grant => ({ role, activities: [], chains: [] });
let n = 0;

/** As many administrators as are asked for, and nobody else. */
async function administrators(count: number): Promise<string[]> {
  const list = await Administrators.find(world.ctx(system), {});
  if (list) await world.ctx(system).table.write([Administrators.remove({})], "");
  const ids = Array.from({ length: count }, () => `stf_admin-${++n}`);
  for (const id of ids) await member(world, id, "administrator");
  return ids;
}
const version = async (id: string) => (await readMember(world.ctx(system), { memberId: id })).version;
const disable = async (by: string, whom: string, ctx: (id: string) => Ctx = as) =>
  disableMember(ctx(by), { memberId: whom, version: await version(whom) });
const left = async (ids: readonly string[]) => {
  const found = await Promise.all(ids.map((id) => readMember(world.ctx(system), { memberId: id })));
  return found.filter(({ status }) => status === "active").length;
};

describe("members of staff", () => {
  it("are invited with an address that nobody else has, in whatever writing", async () => {
    const [admin = ""] = await administrators(1);
    const input = { name: "李示例", email: "li@example.com", grants: [everywhere("editor")] };
    const { id } = await inviteMember(as(admin), input);
    expect(await readMember(as(admin), { memberId: id })).toMatchObject({ status: "invited", email: "li@example.com" });
    await expect(inviteMember(as(admin), { ...input, email: "ＬＩ@Example.com " })).rejects.toMatchObject({
      reason: "identity.address-taken",
    });
    expect((await listMembers(as(admin), {})).items.map((m) => m.id)).toContain(id);
  });

  it("give an address free that they have no more", async () => {
    const [admin = ""] = await administrators(1);
    const grants = [everywhere("editor")];
    const one = await inviteMember(as(admin), { name: "甲", email: "one@example.com", grants });
    await changeMember(as(admin), { memberId: one.id, version: 1, name: "甲", email: "new@example.com", grants });
    await inviteMember(as(admin), { name: "乙", email: "one@example.com", grants });
    const back = { memberId: one.id, version: 2, name: "甲", email: "one@example.com", grants };
    await expect(changeMember(as(admin), back)).rejects.toMatchObject({ reason: "identity.address-taken" });
  });

  it("do not limit an administrator, and say so at the field", async () => {
    const [admin = ""] = await administrators(1);
    const grants = [{ role: "administrator" as const, activities: [], chains: ["titanium"] }];
    await expect(inviteMember(as(admin), { name: "丙", email: "c@example.com", grants })).rejects.toMatchObject({
      fields: [{ field: "grants.0.role", message: { "zh-CN": expect.stringContaining("去掉限定") } }],
    });
  });

  it("come back as they were after they were disabled", async () => {
    const [admin = ""] = await administrators(1);
    const id = await member(world, `stf_back-${++n}`, "editor");
    await disable(admin, id);
    await enableMember(as(admin), { memberId: id, version: await version(id) });
    expect(await readMember(as(admin), { memberId: id })).toMatchObject({ status: "invited", grants: [{ role: "editor" }] });
  });

  it.each([
    ["are let in by no session from before they were disabled", true],
    ["would be let in by it if it were not ended (control)", false],
  ])("%s", async (_title, guarded) => {
    const [admin = ""] = await administrators(1);
    const id = await member(world, `stf_again-${++n}`, "editor");
    const [, session = ""] = (await sessionOf(world, id)).split("=");
    const caller = { source: "test", device: "? · ?" };
    const acts = async () => (await findSession({ ...world.ctx(), caller }, session, true)).actor?.id;
    expect(await acts()).toBe(id);
    await disable(admin, id);
    expect(await acts()).toBeUndefined();
    if (guarded) await enableMember(as(admin), { memberId: id, version: await version(id) });
    const found = await Members.find(world.ctx(system), { id });
    if (found) await save(world.ctx(system), Members.change(world.ctx(system), found, { status: "active" }));
    expect(await acts()).toBe(guarded ? undefined : id);
  });
});

describe("the last administrator", () => {
  it("stays, and is told what to do", async () => {
    const [admin = ""] = await administrators(1);
    await expect(disable(admin, admin)).rejects.toMatchObject({ reason: "identity.last-administrator" });
    const { name, email } = await readMember(as(admin), { memberId: admin });
    const less = { memberId: admin, version: await version(admin), name, email, grants: [everywhere("editor")] };
    await expect(changeMember(as(admin), less)).rejects.toMatchObject({ reason: "identity.last-administrator" });
  });

  it("is not outnumbered by one who was only invited", async () => {
    const [admin = ""] = await administrators(1);
    await inviteMember(as(admin), { name: "丁", email: `d${++n}@example.com`, grants: [everywhere("administrator")] });
    await expect(disable(admin, admin)).rejects.toMatchObject({ reason: "identity.last-administrator" });
  });

  const duel = async (ctx?: (id: string) => Ctx) => {
    const [a = "", b = ""] = await administrators(2);
    const versions = await Promise.all([version(a), version(b)]);
    const attempts = await Promise.allSettled([
      disableMember((ctx ?? as)(a), { memberId: b, version: versions[1] }),
      disableMember((ctx ?? as)(b), { memberId: a, version: versions[0] }),
    ]);
    return { attempts, left: await left([a, b]) };
  };

  it("remains when two remove each other at the same moment: one wins, the other is told", async () => {
    for (let round = 0; round < 5; round++) {
      const { attempts, left: still } = await duel();
      expect(still).toBe(1);
      expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const lost = attempts.find((one) => one.status === "rejected");
      expect(lost?.reason).toMatchObject({ reason: "access.forbidden" });
    }
  });

  it("would not remain without the guard", async () => {
    const open = (id: string) => world.ctx(actor(id), { client: faulty(world.client, chance(1), { unguarded: true }) });
    const outcomes: number[] = [];
    // Which of the two reads first is chance: in some round both read before either writes.
    while (!outcomes.includes(0) && outcomes.length < 20) outcomes.push((await duel(open)).left);
    expect(outcomes).toContain(0);
  });

  it("cannot come back by a request of their own that was already under way", async () => {
    const [a = "", b = ""] = await administrators(2);
    await disable(a, b);
    const { name, email, grants } = await readMember(world.ctx(system), { memberId: b });
    const again = { memberId: b, version: await version(b), name, email, grants };
    await expect(changeMember(as(b), again)).rejects.toMatchObject({ reason: "access.forbidden" });
  });
});
