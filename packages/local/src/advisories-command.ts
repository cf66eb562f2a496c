import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { flawsIn, judge, type Noted } from "./advisories.ts";
import { root } from "./handlers.ts";

/**
 * Asks the registry's advisory database about every package of the lock file, those that only build included. Ends with 1 where a flaw is new or late, with 2
 * where nobody could be asked.
 */
function main(): number {
  const windows = process.platform === "win32";
  const asked = spawnSync("npm", ["audit", "--json"], { cwd: root, encoding: "utf8", maxBuffer: 64_000_000, shell: windows });
  let judged: ReturnType<typeof judge>;
  try {
    const noted = JSON.parse(readFileSync(join(root, "docs/advisories.json"), "utf8")) as Noted[];
    judged = judge(flawsIn(JSON.parse(asked.stdout)), noted, new Date().toISOString().slice(0, 10));
  } catch (error) {
    console.error(`The advisory database could not be asked. ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  for (const { id, package: name, severity, title, url, state, until } of judged)
    console.log(`${state} ${severity} ${name}: ${title} (${id}${until ? `, until ${until}` : ""}) ${url}`);
  const undone = judged.filter(({ state }) => state !== "open");
  if (!judged.length) console.log("No known flaw in any package.");
  if (undone.length)
    console.log(
      'Update the packages, or note each in docs/advisories.json as {"id", "since", "why"} with the day on which it was seen.',
    );
  return undone.length ? 1 : 0;
}

process.exitCode = main();
