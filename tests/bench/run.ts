import { parseArgs } from "node:util";

/** One measured figure. */
export interface Figure {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is held to, where there is a limit. */
  readonly limit?: string;
}

/** A benchmark measures and reports; it never passes or fails. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  measure(args: readonly string[]): AsyncIterable<Figure>;
}

const benches: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  bundle: () => import("./bundle.ts"),
  start: () => import("./start.ts"),
  registration: () => import("./registration.ts"),
  "write-path": () => import("./write-path.ts"),
  api: () => import("./api.ts"),
  pages: () => import("./pages.ts"),
  publish: () => import("./publish.ts"),
  meetings: () => import("./meetings.ts"),
  search: () => import("./search.ts"),
  matching: () => import("./matching.ts"),
  console: () => import("./console.ts"),
  checkin: () => import("./checkin.ts"),
  outreach: () => import("./outreach.ts"),
};

const { values, positionals } = parseArgs({ allowPositionals: true, strict: false, options: { json: { type: "boolean" } } });
const [name = "", ...rest] = positionals;
const load = benches[name];
if (!load) {
  console.error(`用法 Usage: npm run bench -- ${Object.keys(benches).join("|")} [--json]`);
  process.exit(1);
}
const { bench } = await load();
const passed = process.argv.slice(2).filter((arg) => arg !== "--json" && arg !== name);
if (!values.json) console.log(`${bench.name}: ${bench.about}\n`);
for await (const { metric, value, unit, limit } of bench.measure([...rest, ...passed])) {
  if (values.json) console.log(JSON.stringify({ bench: bench.name, metric, value, unit }));
  else
    console.log(
      `${metric.padEnd(40)}${value.toLocaleString("en", { maximumFractionDigits: 2 }).padStart(12)} ${unit}${limit ? `   (${limit})` : ""}`,
    );
}
