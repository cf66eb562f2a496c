import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { call } from "../api.ts";
import { embedded, type World } from "../embedded.ts";
import { type Contract, contractOf, type Operation } from "./contract.ts";
import { plainTo, type Request, requestTo } from "./requests.ts";
import { Sender } from "./send.ts";

/** `SEED=… ` for another run, `REQUESTS=…` for a longer one. */
const seed = Number(process.env.SEED ?? 20261125);
const wanted = Number(process.env.REQUESTS ?? 50_000);

/** Pictures are encoded, papers set, and what is held on a person is gathered from everywhere: a hundredth of the requests costs as much as all others. */
const heavy = /^\/(share|papers(?!\/sessions))|pictures|prints|^\/(en\/)?my\/(data|certificates)|^\/(en\/)?account\/archive/;

/** Runs a property of requests, each of which must be answered as described. @returns what was wrong, in the shortest case found */
export async function check(to: Sender, requests: fc.Arbitrary<readonly Request[]>, runs: number): Promise<string | undefined> {
  const property = fc.asyncProperty(requests, async (all) => {
    for (const request of all) {
      const trouble = await to.send(request);
      if (trouble) throw new Error(trouble);
    }
  });
  const { failed, errorInstance } = await fc.check(property, { seed, numRuns: runs, endOnFailure: !process.env.SHRINK });
  return failed ? String((errorInstance as Error)?.message) : undefined;
}

/** Sequences that meet the states of one kind of thing: what the public, its owner and the staff do with it, one after the other. */
const families = (operations: readonly Operation[]) =>
  ["activities|registrations", "cases", "projects", "demands", "talents", "campaigns|contacts|imports"]
    .map((names) =>
      operations.filter(({ path }) =>
        new RegExp(`^/(en/)?(api|my|forms)/(console/|own-|preview/)?(register|${names})`).test(path),
      ),
    )
    .filter((family) => family.length > 2);

/** What is accepted only in a state that no request alone can bring about. */
const seldom = [
  // A link that is used once: `registration.test.ts` uses it.
  ...["", "/en"].map((en) => `POST ${en}/forms/register/take-over/{token}`),
  "POST /api/registrations/{token}/take-over",
  // Two places have to fit: `group.test.ts` names companions and takes seats back.
  "PUT /api/registrations/{token}/companions/{companion}",
  "POST /api/registrations/{token}/companions/{companion}/remove",
  ...["", "/en"].flatMap((en) =>
    ["", "/remove"].map((step) => `POST ${en}/my/registrations/{token}/companions/{companion}${step}`),
  ),
  // Two places and a body have to fit: `organisations.test.ts` sends what these accept.
  ...["confirm", "refuse"].map((step) => `POST /api/console/organisations/{code}/claims/{accountId}/${step}`),
  // A project's link and an open call have to fit: `roadshow.test.ts` sends what these accept.
  ...["", "/en"].flatMap((en) => [`POST ${en}/forms/roadshow/{activityId}/existing`, `POST ${en}/my/roadshow/projects/{token}`]),
  // Two contacts and their versions have to fit: `bad-input.test.ts` sends what these accept.
  ...["merge", "merge/undo", "dismiss"].map((step) => `POST /api/console/contacts/{person}/${step}`),
  // Slots by the clock, two who take part and their agreement have to be there: `tests/api/meetings.test.ts` sends what these accept.
  ...["", "/en"].flatMap((en) =>
    ["profile", "ask", "answer", "withdraw", "rank", "outcome"].map((step) => `POST ${en}/my/meetings/{token}/${step}`),
  ),
  ...["run", "publish", "people/{profileId}", "held/{meetingId}"].map(
    (step) => `POST /api/console/meetings/{activityId}/${step}`,
  ),
  // Kept apart: `privacy.test.ts` sends what these accept.
  ...["", "/en"].flatMap((en) => [
    `POST ${en}/account`,
    `POST ${en}/account/enter/{token}`,
    `POST ${en}/account/withdraw`,
    `POST ${en}/account/erase`,
  ]),
  ...["", "/en"].flatMap((en) =>
    ["/forms/my-data", "/my/data/open/withdraw", "/my/data/open/erase"].map((path) => `POST ${en}${path}`),
  ),
];

/**
 * Sends requests made from the API description to a part of its operations. The same seed sends the same, but for the ids that records get.
 * @param share the part of all requests that this suite sends
 */
export function generatedRequests(
  part: (operation: Operation) => boolean,
  share: number,
): { world: World; contract(): Contract } {
  const world = embedded({ plain: true });
  let contract: Contract;
  let operations: readonly Operation[];
  let sender: Sender;

  beforeAll(async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
    world.render = async () => ({ status: 200, type: "text/html; charset=utf-8", body: "<h1>page</h1>" });
    contract = contractOf((await call(world, "GET", "/api/openapi.json")).json());
    operations = contract.operations.filter(part);
    sender = new Sender(world, contract);
    await sender.signIn();
    console.log(`generated requests: SEED=${seed}`);
  });

  describe("requests made from the API description", () => {
    it("are answered as it says, each operation by itself", async () => {
      const found: string[] = [];
      // Fewer would leave it to luck whether each operation accepts one.
      const each = Math.max(24, Math.ceil((wanted * share * 0.85) / operations.length));
      for (const operation of operations) {
        const runs = heavy.test(operation.path) ? Math.max(12, Math.ceil(each / 20)) : each;
        const trouble = await check(
          sender,
          requestTo(operation).map((one) => [one]),
          runs,
        );
        if (trouble) found.push(trouble);
        // Of few requests with many fields none may be drawn as it should be.
        const plain = sender.accepted.get(operation) ? undefined : await sender.send(plainTo(operation));
        if (plain) found.push(plain);
      }
      expect(found).toEqual([]);
      const never = operations.filter((one) => !sender.accepted.get(one)).map((one) => `${one.method} ${one.path}`);
      // Without this a request could be met behind another refusal, and prove nothing.
      expect(never.filter((name) => !seldom.includes(name))).toEqual([]);
    }, 600_000);

    it("are answered as it says in sequences, with the ids, versions and cursors of earlier answers", async () => {
      const found: string[] = [];
      const all = families(operations);
      expect(all.length).toBeGreaterThan(3);
      for (const family of all) {
        const sequences = fc.array(fc.oneof(...family.map(requestTo)), { minLength: 8, maxLength: 12 });
        const trouble = await check(sender, sequences, Math.ceil((wanted * share * 0.2) / 8 / all.length));
        if (trouble) found.push(trouble);
      }
      expect(found).toEqual([]);
      expect(sender.sent).toBeGreaterThanOrEqual(Math.floor(wanted * share));
      console.log(
        `generated requests: ${sender.sent} sent, ${[...sender.accepted.values()].reduce((a, b) => a + b, 0)} accepted`,
      );
    }, 300_000);
  });

  return { world, contract: () => contract };
}
