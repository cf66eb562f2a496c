import { parseArgs } from "node:util";
import { guards } from "../faults/activities/guards.ts";
import { Schedules, toldOf } from "../faults/activities/schedules.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    schedules: { type: "string", default: "1000" },
    seed: { type: "string" },
    /** The number of a guard to take away, from 1; `0` lists them. */
    without: { type: "string" },
  },
});
if (positionals[0] !== "activities") {
  console.error("用法 Usage: npm run soak -- activities [--schedules 10000] [--seed 1] [--without 1]");
  process.exit(1);
}
if (values.without === "0") guards.forEach(({ name }, n) => void console.log(`${n + 1}  ${name}`));
const guard = values.without ? guards[Number(values.without) - 1] : undefined;
const wanted = values.without === "0" ? 0 : Number(values.schedules);
const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);
const all = new Schedules();
let failed = 0;
const began = performance.now();
for (let n = 0; n < wanted; n++) {
  const failure = await all.take((first + n) % 2 ** 30, { guard });
  if (failure) {
    console.error(`\n${toldOf(failure)}`);
    failed++;
    if (guard || failed >= 3) break;
  }
  if (n % 500 === 499) console.log(`${n + 1} schedules, ${Math.round((performance.now() - began) / 1000)} s`);
}
await all.close();
console.log(
  `seed ${first}: ${wanted} schedules of 30 steps, ${failed} failed, ${Math.round((performance.now() - began) / 1000)} s`,
);
process.exit(failed ? 1 : 0);
