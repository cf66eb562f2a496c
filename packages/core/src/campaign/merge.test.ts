import { describe, expect, it } from "vitest";
import { bringIn } from "../../../../tests/support/campaigns.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { countAudience } from "./audience.ts";
import { Contact } from "./entity.ts";
import { eraseContacts } from "./held.ts";
import { mergeContacts, undoMerge } from "./merge.ts";
import { dismissPair, listPairs, proposePairs } from "./pairs.ts";
import { contactHistory, editContact, seeContact, settleDifference } from "./see-contact.ts";
import { refuseMail } from "./unsubscribe.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const digest = (email: string) => world.ctx().keys.digest("person", email);
const known = async (email: string) => {
  const found = await Contact.find(world.ctx(system), { person: digest(email) });
  if (!found) throw new Error(`no contact ${email}`);
  return found;
};
let n = 0;
async function two(first: string, second: string, bases: readonly ("written" | "sign-up")[] = ["written", "written"]) {
  const emails = [`one${++n}@example.com`, `two${n}@example.com`] as const;
  await bringIn(world, [`${emails[0]},${first}`], bases[0]);
  await bringIn(world, [`${emails[1]},${second}`], bases[1]);
  const [kept, other] = await Promise.all(emails.map(known));
  if (!kept || !other) throw new Error("nobody came in");
  const merge = () =>
    mergeContacts(organiser(), { person: kept.person, other: other.person, version: kept.version, otherVersion: other.version });
  return { emails, kept, other, merge };
}
const view = (person: string) => seeContact(organiser(), { person });
const included = async (importId: string, kind: "public-service" | "commercial" = "public-service") =>
  (await countAudience(world.ctx(system), { kind, audience: { chains: [], importId } })).included;

describe("a merge", () => {
  it("makes one contact that keeps what stood there, and says what differs", async () => {
    const { kept, other, merge, emails } = await two("王一,示例公司", "王壹,示例公司,en,带样品");
    await merge();
    const { contact, addresses } = await view(kept.person);
    expect(contact).toMatchObject({ name: "王一", locale: "en", note: "带样品", email: emails[0] });
    expect(contact.lists).toEqual([...kept.lists, ...other.lists]);
    expect(contact.differences).toMatchObject([{ field: "name", value: "王壹", from: emails[1] }]);
    expect(addresses).toMatchObject([{ email: emails[1] }]);
    await expect(view(other.person)).rejects.toMatchObject({ reason: "contact.not-found" });
    expect(await included(other.lists[0] ?? "")).toBe(1);
  });

  it("lets the stricter of both consents count, until the person consents anew", async () => {
    const { kept, merge, emails } = await two("甲,某厂", "甲,某厂", ["written", "sign-up"]);
    await merge();
    expect((await view(kept.person)).agreed).toEqual(["public-service"]);
    expect(await included(kept.lists[0] ?? "", "commercial")).toBe(0);
    world.clock.advance(1000);
    await bringIn(world, [`${emails[1]},甲`], "written");
    expect((await view(kept.person)).agreed).toEqual(["public-service", "commercial"]);
  });

  it("keeps a refusal at either address", async () => {
    const { kept, other, merge } = await two("乙,某厂", "乙,某厂");
    await refuseMail(world.ctx(system), other.person);
    await merge();
    expect((await view(kept.person)).refused).toBe("unsubscribed");
    expect(await included(kept.lists[0] ?? "")).toBe(0);
  });

  it("can be undone for thirty days, and leaves both as they were", async () => {
    const { kept, other, merge } = await two("丙,某厂", "丙,某厂,en");
    const { version } = await merge();
    await refuseMail(world.ctx(system), kept.person);
    world.clock.advance(1000);
    await undoMerge(organiser(), { person: kept.person, other: other.person, version });
    const [now, apart] = [(await view(kept.person)).contact, (await view(other.person)).contact];
    expect(now).toMatchObject({ lists: kept.lists, consents: kept.consents, merged: [] });
    expect(now.locale).toBeUndefined();
    expect(apart).toMatchObject({ lists: other.lists, consents: other.consents });
    expect(apart.mergedInto).toBeUndefined();
    await expect(
      undoMerge(organiser(), { person: kept.person, other: other.person, version: now.version }),
    ).rejects.toMatchObject({
      reason: "contact.undo-late",
    });
  });

  it("cannot be undone later", async () => {
    const { kept, other, merge } = await two("丁,某厂", "丁,某厂");
    const { version } = await merge();
    world.clock.advance(31 * 86_400_000);
    await expect(undoMerge(organiser(), { person: kept.person, other: other.person, version })).rejects.toMatchObject({
      reason: "contact.undo-late",
    });
  });

  it("is made by one of two who press at once, and not with a contact that has others", async () => {
    const { merge, kept, other } = await two("戊,某厂", "戊,某厂");
    const both = await Promise.allSettled([merge(), merge()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const third = await two("己,某厂", "己,某厂");
    const [has, single] = [await known((await view(kept.person)).contact.email), third.kept];
    await expect(
      mergeContacts(organiser(), {
        person: single.person,
        other: has.person,
        version: single.version,
        otherVersion: has.version,
      }),
    ).rejects.toMatchObject({ reason: "contact.merged-others" });
    await expect(
      mergeContacts(organiser(), { person: single.person, other: single.person, version: 1, otherVersion: 1 }),
    ).rejects.toMatchObject({ reason: "contact.merge-self" });
    expect(other.mergedInto).toBeUndefined();
  });

  it("an import that names the other address is told to the contact that was kept", async () => {
    const { kept, merge, emails } = await two("庚,某厂", "庚,某厂");
    await merge();
    const list = await bringIn(world, [`${emails[1]},庚`]);
    expect((await view(kept.person)).contact.lists).toContain(list);
    expect(await included(list)).toBe(1);
  });

  it("goes with the person: erased at the kept address both are, at the other what it brought is taken back", async () => {
    const one = await two("辛,某厂", "辛,某厂,en");
    await one.merge();
    await eraseContacts(world.ctx(system), [one.other.person]);
    expect((await view(one.kept.person)).contact).toMatchObject({ lists: one.kept.lists, merged: [] });
    expect(await known(one.emails[1])).toMatchObject({ email: "", lists: [] });
    const both = await two("壬,某厂", "壬,某厂");
    await both.merge();
    expect(await eraseContacts(world.ctx(system), [both.kept.person])).toBe(2);
    expect(await known(both.emails[1])).toMatchObject({ email: "" });
  });
});

describe("who may be the same person", () => {
  it("is proposed by name and organisation however they are written, once, and not after it was sent away", async () => {
    const { kept, other } = await two("李 四,示例（西安）公司", "李四,示例(西安) 公司");
    for (const person of [kept.person, other.person, kept.person]) await proposePairs(world.ctx(system), person);
    const found = async () =>
      (await listPairs(organiser(), {})).items.filter(({ both }) => both.some(({ person }) => person === kept.person));
    expect(await found()).toMatchObject([{ because: ["name"] }]);
    expect((await view(other.person)).alike).toMatchObject([{ person: kept.person, because: ["name"] }]);
    await dismissPair(organiser(), { person: other.person, other: kept.person });
    await proposePairs(world.ctx(system), kept.person);
    expect(await found()).toEqual([]);
  });

  it("is proposed by the telephone number, but not by one that many share", async () => {
    const people = await Promise.all(Array.from({ length: 7 }, (_, i) => two(`人${i},厂${i}`, `员${i},司${i}`)));
    const phone = async (email: string, number: string) => {
      const { person, version, name, organisation } = await known(email);
      await editContact(organiser(), { person, version, name, organisation, phone: number });
    };
    const [first, second, ...others] = people.map(({ emails }) => emails[0]);
    await phone(first ?? "", "13911112222");
    await phone(second ?? "", "+86 139 1111 2222");
    expect((await view(digest(first ?? ""))).alike).toMatchObject([{ email: second, because: ["phone"] }]);
    for (const email of others) await phone(email, "13911112222");
    expect((await view(digest(first ?? ""))).alike).toEqual([]);
  });
});

describe("what another source says", () => {
  it("is taken or kept by whoever looks, and does not come again", async () => {
    const email = `differs${++n}@example.com`;
    await bringIn(world, [`${email},赵一,甲厂`]);
    await bringIn(world, [`${email},赵壹,乙厂`]);
    const person = digest(email);
    const { contact } = await view(person);
    expect(contact.differences).toMatchObject([{ field: "name" }, { field: "organisation" }]);
    const { version } = await settleDifference(organiser(), {
      person,
      version: contact.version,
      field: "name",
      value: "赵壹",
      take: true,
    });
    await settleDifference(organiser(), { person, version, field: "organisation", value: "乙厂", take: false });
    const settled = (await view(person)).contact;
    expect(settled).toMatchObject({ name: "赵壹", organisation: "甲厂" });
    expect(settled.differences?.filter(({ kept }) => !kept)).toEqual([]);
    await bringIn(world, [`${email},赵一,乙厂`]);
    expect((await view(person)).contact.differences?.filter(({ kept }) => !kept)).toEqual([]);
    await expect(
      settleDifference(organiser(), { person, version: version + 2, field: "name", value: "赵壹", take: true }),
    ).rejects.toMatchObject({ reason: "contact.difference" });
  });
});

it("is for organisers", async () => {
  const { kept } = await two("癸,某厂", "癸,某厂");
  await expect(contactHistory(world.ctx(staff("editor")), { person: kept.person })).rejects.toMatchObject({
    reason: "access.forbidden",
  });
});
