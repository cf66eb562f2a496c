// Builds the site into site/dist when what it is made from has changed since the last build. `--force` builds anyway.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const marker = join(root, "site/dist/.built");
const inputs = [
  "site/src/**",
  "site/public/**",
  "site/*.{ts,json}",
  "packages/core/src/**/{*schema,text,reason,time}.ts",
  "packages/core/src/**/*.json",
  "package-lock.json",
];

const digest = createHash("sha256").update(process.version);
for (const path of inputs.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
  const file = join(root, path);
  if (statSync(file).isFile()) digest.update(path).update("\0").update(readFileSync(file)).update("\0");
}
const wanted = digest.digest("hex");
const built = existsSync(marker) && existsSync(join(root, "site/dist/server/entry.mjs")) ? readFileSync(marker, "utf8") : "";
if (built === wanted && !process.argv.includes("--force")) process.exit(0);

console.log("正在构建网站… · Building the site…");
const done = spawnSync(
  process.execPath,
  [join(root, "node_modules/astro/bin/astro.mjs"), "build", "--root", "site", "--silent"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  },
);
if (done.status !== 0) process.exit(done.status ?? 1);
mkdirSync(dirname(marker), { recursive: true });
writeFileSync(marker, wanted);
