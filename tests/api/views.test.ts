import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { disableMember, inviteMember } from "@lingxi/core/identity";
import { deriveIdentityEvents } from "@lingxi/core/identity/reactions";
import { save } from "@lingxi/core/platform/entity";
import { settles } from "@lingxi/core/platform/vault/ring";
import { openItem } from "@lingxi/core/platform/vault/sealed-table";
import { finishErasures, forgetMember } from "@lingxi/core/privacy/reactions";
import { keepViews, readViews } from "@lingxi/core/workspace";
import { expect, it } from "vitest";
import { Views } from "../../packages/core/src/workspace/entity.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const list = "/console/projects";
const id = (n: number) => `vew_${String(n).padStart(26, "0")}`;
const view = (n: number, name = `视图${n}`, query = "status=submitted") => ({ id: id(n), name, query });
const as = (name: string) => world.ctx({ ...staff("organiser"), id: `stf_${name}` } as ReturnType<typeof staff>);
const raw = async () =>
  ((await world.client.send(new ScanCommand({ TableName: "lingxi" }))).Items ?? []).map((item) => unmarshall(item));

it("are somebody's own, of each list, on any device", async () => {
  expect(await keepViews(as("a"), { list, version: 0, views: [view(1)], preferred: id(1) })).toEqual({ version: 1 });
  await keepViews(as("a"), { list: "/console/activities/*/registrations", version: 0, views: [view(2)] });
  await keepViews(as("b"), { list, version: 0, views: [view(3)], preferred: id(9) });
  expect((await readViews(as("a"), {})).items.map(({ list, views, preferred }) => [list, views[0]?.id, preferred])).toEqual([
    ["/console/activities/*/registrations", id(2), undefined],
    [list, id(1), id(1)],
  ]);
  expect((await readViews(as("b"), {})).items).toEqual([{ list, views: [view(3)], preferred: undefined, version: 1 }]);
  await expect(readViews(world.ctx(), {})).rejects.toMatchObject({ reason: "access.sign-in" });
});

it("of two windows that write at once, one is told to read again", async () => {
  const both = [1, 2].map((n) => keepViews(as("two"), { list, version: 0, views: [view(n)] }));
  const became = await Promise.allSettled(both);
  expect(became.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(became.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "record.changed" } });
  await expect(keepViews(as("two"), { list, version: 0, views: [] })).rejects.toMatchObject({ reason: "record.changed" });
  expect((await readViews(as("two"), {})).items[0]?.views).toHaveLength(1);
});

it("would lose one of the two were they not held to a version (control)", async () => {
  const any = { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" };
  const write = (n: number) => save(as("lost"), Views.create(as("lost"), { owner: "stf_lost", list, views: [view(n)] }, any));
  const became = await Promise.allSettled([write(1), write(2)]);
  expect(became.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect((await readViews(as("lost"), {})).items[0]?.views).toHaveLength(1);
});

it.each([
  ["two of one name", { views: [view(1, "同名"), view(2, " 同名 ")] }, "views"],
  ["a name of nothing", { views: [view(1, " ")] }, "views.0.name"],
  ["an id of its own making", { views: [{ ...view(1), id: "x" }] }, "views.0.id"],
  ["more than thirty", { views: Array.from({ length: 31 }, (_, n) => view(n)) }, "views"],
  ["a list elsewhere", { list: "https://evil.example/" }, "list"],
])("refuses %s, and says which field", async (_, wrong, field) => {
  const input = { list, version: 0, views: [view(1)], ...wrong };
  await expect(keepViews(as("wrong"), input)).rejects.toMatchObject({ reason: "input.invalid", fields: [{ field }] });
  expect((await readViews(as("wrong"), {})).items).toEqual([]);
});

it("are emptied when the account ends, and what is left sealed in copies can be read by nobody", async () => {
  const administrator = world.ctx(system);
  const member = {
    name: "离开的人",
    email: "leaves@example.com",
    grants: [{ role: "editor" as const }],
    locale: "zh-CN" as const,
  };
  const { id: memberId } = await inviteMember(administrator, member);
  const own = () => world.ctx({ kind: "staff", id: memberId, roles: ["editor"] });
  await keepViews(own(), { list, version: 0, views: [view(1, "找王示例", "q=王示例")] });
  const backup = (await raw()).find(({ pk }) => pk === `views#${memberId}`) ?? {};
  const read = async () => JSON.stringify(await openItem(world.ctx().vault, backup));
  expect(JSON.stringify(backup), "sealed").not.toContain("王示例");
  expect(await read(), "before its key is erased (control)").toContain("王示例");
  await disableMember(administrator, { memberId, version: 1 });

  const before = { id: memberId, status: "active" };
  const [event] = deriveIdentityEvents.member?.({ before, after: { ...before, status: "disabled" } }) ?? [];
  expect(event).toEqual({ name: "identity.member-disabled", data: { memberId } });
  const told = { ...event, id: "evt_ends", time: "", requestId: "", actor: "" } as Parameters<typeof forgetMember>[1];
  await forgetMember(world.ctx(system), told);
  await forgetMember(world.ctx(system), told);
  expect((await readViews(own(), {})).items.map(({ views }) => views)).toEqual([[]]);

  await finishErasures(world.ctx(system), {});
  world.clock.advance(settles + 1000);
  expect(await finishErasures(world.ctx(system), {})).toEqual({ finished: 1 });
  expect(await read()).not.toContain("王示例");
});
