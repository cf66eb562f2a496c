import { expect, it } from "vitest";
import { ApiProblem } from "../api.ts";
import { type Report, type Run, run } from "./run.ts";

const names = Array.from({ length: 10 }, (_, n) => `row ${n}`);
const calls = names.map((name) => ({ id: name, name, path: name, body: {} }));
const job = (send: (path: string) => Promise<unknown>, more: Partial<Run> = {}) => {
  const told: Report[] = [];
  return {
    told,
    ended: run({ calls, signal: new AbortController().signal, told: (report) => told.push(report), send, ...more }),
  };
};

it("calls once for each row, goes on past a refusal, and says why", async () => {
  const sent: string[] = [];
  const { ended, told } = job(async (path) => {
    sent.push(path);
    if (path === "row 3") throw new ApiProblem(412, "record.changed", "Somebody changed this.");
    if (path === "row 7")
      throw new ApiProblem(422, "input.invalid", "1 item", [{ field: "remark", message: "Reason: enter text." }]);
  });
  const { done, failed, rest, over } = await ended;
  expect(sent).toHaveLength(10);
  expect(new Set(sent)).toEqual(new Set(names));
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
  const { ended } = job(
    async () => {
      if (++sent === 4) stop.abort();
    },
    { signal: stop.signal },
  );
  const { done, rest } = await ended;
  expect(done).toHaveLength(sent);
  expect(rest).toBe(10 - sent);
  expect(sent).toBeLessThan(8);
});

it.each([401, 0])("ends by itself at status %i, and leaves what was not answered to be done later", async (status) => {
  let sent = 0;
  const { ended } = job(async () => {
    if (++sent > 4) throw new ApiProblem(status, "gone", "gone");
  });
  const { done, failed, rest, broken } = await ended;
  expect([done.length, failed.length, rest, broken]).toEqual([4, 0, 6, true]);
});

it("does not repeat what was answered before", async () => {
  const sent: string[] = [];
  const before = new Map([
    [0, ""],
    [4, "no"],
  ]);
  const { ended } = job(async (path) => sent.push(path), { before });
  const { done, failed } = await ended;
  expect(sent).toHaveLength(8);
  expect([done.length, failed.length]).toEqual([9, 1]);
});
