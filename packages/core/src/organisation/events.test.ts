import { expect, it } from "vitest";
import { deriveOrganisationEvents } from "./events.ts";

const record = (owners: readonly string[]) => ({ code: "91350100M000100Y43", owners, members: ["acc_c"] });
const told = (before: readonly string[] | undefined, after: readonly string[]) =>
  deriveOrganisationEvents.organisation?.({ ...(before ? { before: record(before) } : {}), after: record(after) });
const made = (accountId: string) => ({ name: "organisation.owner-made", data: { code: "91350100M000100Y43", accountId } });

it("tells of whom an owner made another one, and of no first owner, who is told as one who joined", () => {
  expect(told(["acc_a"], ["acc_a", "acc_b"])).toEqual([made("acc_b")]);
  expect(told(["acc_a"], ["acc_a"])).toEqual([]);
  expect(told(["acc_a", "acc_b"], ["acc_a"])).toEqual([]);
  expect(told([], ["acc_b"])).toEqual([]);
  expect(told(undefined, ["acc_b"])).toEqual([]);
});
