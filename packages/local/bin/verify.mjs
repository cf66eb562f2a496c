// All that must hold, one step after the other, each timed; ends with `N passed, N failed`. Names of steps as arguments run only these.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lingxi-verify-"));
const report = join(folder, "tests.json");
const sources = ["packages", "functions", "events", "infra", "site/src", "tests"];

const steps = [
  { name: "format", run: ["biome", "check", "--error-on-warnings", "."] },
  { name: "types", run: ["tsc", "--noEmit", "-p", "."] },
  {
    name: "boundaries",
    run: [
      "depcruise",
      "--config",
      ".dependency-cruiser.cjs",
      "--output-type",
      "err",
      ...sources.filter((path) => existsSync(join(root, path))),
    ],
  },
  { name: "dead-code", run: ["knip", "--no-progress"] },
  { name: "site", run: ["node", "packages/local/bin/build-site.mjs"] },
  { name: "site-types", run: ["astro", "check", "--root", "site"] },
  { name: "tests", run: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`] },
].filter(({ name }) => existsSync(join(root, "site/astro.config.ts")) || !name.startsWith("site"));

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !steps.some((step) => step.name === name));
if (unknown) {
  console.error(`没有步骤 ${unknown}。\nThere is no step ${unknown}: ${steps.map((step) => step.name).join(", ")}`);
  process.exit(1);
}

let passed = 0;
const failed = [];
for (const { name, run } of steps.filter((step) => !chosen.length || chosen.includes(step.name))) {
  const [tool, ...args] = run;
  console.log(`\n> ${name}`);
  const started = performance.now();
  const done = spawnSync(join(root, "node_modules/.bin", tool), args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  console.log(`${name}: ${done.status === 0 ? "ok" : "FAILED"} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (name === "tests") {
    const { numPassedTests = 0, testResults = [] } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
    const faults = testResults.flatMap((file) => {
      const broken = file.assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${file.name.replace(root, "")} › ${test.fullName}`);
      return broken.length || file.status !== "failed" ? broken : [file.name.replace(root, "")];
    });
    passed += numPassedTests;
    failed.push(...(faults.length || done.status === 0 ? faults : ["tests"]));
  } else if (done.status === 0) passed += 1;
  else failed.push(name);
}
rmSync(folder, { recursive: true, force: true });
if (failed.length) console.log(`\nfailed:\n${failed.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length ? 1 : 0;
