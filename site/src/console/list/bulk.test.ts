import { expect, it } from "vitest";
import { ApiProblem } from "../api.ts";
import { type BulkReport, runBulk } from "./bulk.ts";

const rows = Array.from({ length: 10 }, (_, n) => `row ${n}`);
const job = (send: (path: string) => Promise<unknown>, signal = new AbortController().signal) => {
  const told: BulkReport[] = [];
  const run = runBulk<string>({
    action: { call: (row) => ({ path: row, body: {} }) },
    rows,
    said: "",
    id: (row) => row,
    name: (row) => row,
    signal,
    told: (report) => told.push(report),
    send,
  });
  return { run, told };
};

it("calls once for each row, goes on past a refusal, and says why", async () => {
  const sent: string[] = [];
  const { run, told } = job(async (path) => {
    sent.push(path);
    if (path === "row 3") throw new ApiProblem(412, "record.changed", "Somebody changed this.");
    if (path === "row 7")
      throw new ApiProblem(422, "input.invalid", "1 item", [{ field: "remark", message: "Reason: enter text." }]);
  });
  const { done, failed, rest, over } = await run;
  expect(new Set(sent)).toEqual(new Set(rows));
  expect(done).toHaveLength(8);
  expect(failed.map(({ name, why }) => [name, why])).toEqual([
    ["row 3", "Somebody changed this."],
    ["row 7", "Reason: enter text."],
  ]);
  expect([rest, over]).toEqual([0, true]);
  expect(told.map((r) => r.done.length + r.failed.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10]);
});

it("lets what is on its way finish when it is stopped, and begins nothing more", async () => {
  const stop = new AbortController();
  let sent = 0;
  const { run } = job(async () => {
    if (++sent === 4) stop.abort();
  }, stop.signal);
  const { done, rest } = await run;
  expect(done).toHaveLength(sent);
  expect(rest).toBe(10 - sent);
  expect(sent).toBeLessThan(8);
});

it("stops by itself when nobody is signed in any more", async () => {
  let sent = 0;
  const { run } = job(async () => {
    sent++;
    throw new ApiProblem(401, "access.sign-in", "Please sign in first.");
  });
  const { failed, rest } = await run;
  expect(failed).toHaveLength(sent);
  expect(sent).toBeLessThanOrEqual(3);
  expect(rest).toBe(10 - sent);
});
