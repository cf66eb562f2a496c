import type { Words } from "@lingxi/core/platform/text";
import { ulid } from "ulid";
import { ApiProblem, api } from "../api.ts";
import { t } from "../text.ts";
import { words } from "../words-shell.ts";
import { dropRunning, isRunning, putRunning, workEnded, workMoved } from "./now.ts";
import { type Call, type Report, run, sentence } from "./run.ts";
import { type Job, WorkStore } from "./store.ts";

/** Milliseconds between two words to the server on how far it has come. */
const telling = 2000;

let store: WorkStore | undefined;
const kept = () => {
  store ??= new WorkStore(localStorage);
  return store;
};

/** Begins long work. It goes on whatever page is opened, and after a reload. @returns its report when it is over */
export async function beginWork(work: { owner: string; title: Words; href: string; calls: readonly Call[] }): Promise<Report> {
  const job: Job = { ...work, id: `wrk_${ulid().toLowerCase()}` };
  kept().add(job);
  return go(job);
}

/** Goes on with what somebody's work was when the page went away. */
export function resumeWork(owner: string): void {
  for (const job of kept().jobs()) if (job.owner === owner && !isRunning(job.id)) void go(job);
}

/** One window alone does a piece of work. */
async function go(job: Job): Promise<Report> {
  const nothing: Report = { total: job.calls.length, done: [], failed: [], rest: job.calls.length, over: true, broken: true };
  return navigator.locks.request(`lingxi.work.${job.id}`, { ifAvailable: true }, async (lock) => {
    if (lock) return doIt(job);
    putRunning({ job, report: undefined, elsewhere: true, stop: () => void askToStop(job.id) });
    // When the other window is closed, this one takes over.
    void navigator.locks.request(`lingxi.work.${job.id}`, async () => {
      dropRunning(job.id);
      if (
        kept()
          .jobs()
          .some(({ id }) => id === job.id)
      )
        await doIt(job);
      else dispatchEvent(new Event(workMoved));
    });
    return nothing;
  });
}

const askToStop = (id: string) => api(`/api/console/workspace/work/${id}/stop`, { method: "POST" }).catch(() => undefined);

async function doIt(job: Job): Promise<Report> {
  const ending = new AbortController();
  const { before, unsure } = kept().state(job);
  const show = (report: Report) => putRunning({ job, report, elsewhere: false, stop: () => ending.abort() });
  let latest: Report | undefined;
  const { id, title, href, calls } = job;
  await tell("", { method: "POST", body: { id, title, href, total: calls.length } });
  const timer = setInterval(() => latest && void say(id, latest, ending), telling);
  const report = await run({
    calls,
    before,
    signal: ending.signal,
    told(so) {
      latest = so;
      show(so);
    },
    began: (index) => kept().began(id, index),
    ended: (index, why) => kept().ended(id, index, why),
    // Its first call may have been done before the page went away: then the record has moved on.
    words: (index, error) =>
      unsure.has(index) && error instanceof ApiProblem && (error.status === 409 || error.status === 412)
        ? t(words.workUnsure, { why: sentence(error) })
        : "",
  });
  clearInterval(timer);
  if (report.broken) return report;
  await say(id, report, ending);
  kept().remove(job);
  dropRunning(id);
  for (const name of [workMoved, workEnded]) dispatchEvent(new Event(name));
  return report;
}

async function say(id: string, { done, failed, over }: Report, ending: AbortController): Promise<void> {
  const refusals = failed
    .slice(0, 200)
    .map(({ id: row, name, why }) => ({ id: row, name: name.slice(0, 200), why: why.slice(0, 500) }));
  const answer = await tell<{ stopAsked: boolean }>(`/${id}`, {
    method: "PUT",
    body: { done: done.length, failed: failed.length, over, refusals },
  });
  if (answer?.stopAsked) ending.abort();
}

/** The record is for looking at; the work goes on without it. */
export const tell = <T>(path: string, options: { method: "POST" | "PUT"; body: object }): Promise<T | undefined> =>
  api<T>(`/api/console/workspace/work${path}`, options).catch((error: unknown) => {
    if (error instanceof ApiProblem) return undefined;
    throw error;
  });
