// Sends as the function does that the clock starts, one run after another, in a process that can be killed. Says every half second what it took.
import { calls, countCalls } from "./counted.ts";

countCalls();
const { handler } = await import("../../../functions/src/jobs/send-campaign-batch.ts");

await handler({ id: "idle" });
globalThis.gc?.();
const idle = process.memoryUsage.rss();
let peak = idle;
const look = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
const say = () => console.log(JSON.stringify({ ...calls, idle, peak }));
const tell = setInterval(say, 500);

let stopped = false;
process.stdin.on("end", () => {
  stopped = true;
});
process.stdin.resume();
while (!stopped) {
  await handler({ id: "bench" });
  await new Promise((done) => setTimeout(done, 100));
}
clearInterval(look);
clearInterval(tell);
say();
process.exit(0);
