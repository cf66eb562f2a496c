import type { BrowserContext, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of the page's main thread while `work` is done, in milliseconds by the clock and by the processor, from the browser's own trace. */
export async function longestTask(
  context: BrowserContext,
  page: Page,
  work: () => Promise<unknown>,
): Promise<{ clock: number; processor: number }> {
  const devtools = await context.newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send("Tracing.start", { traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] } });
  await work();
  const complete = new Promise<void>((done) => devtools.once("Tracing.tracingComplete", () => done()));
  await devtools.send("Tracing.end");
  await complete;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`));
  if (!tasks.length) throw new Error("the trace holds no task of the page");
  const longest = (of: (task: TraceEvent) => number) =>
    Math.round(tasks.reduce((most, task) => Math.max(most, of(task)), 0) / 10) / 100;
  return { clock: longest(({ dur = 0 }) => dur), processor: longest(({ tdur = 0 }) => tdur) };
}
