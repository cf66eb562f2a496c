// What `npm start`, `npm test`, `npm run bench` and `npm run verify` begin with, on whatever Node the reader has (>= 20): sees that
// the tree is installed as package-lock.json says, then hands over to the Node 24 that is pinned there.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const windows = process.platform === "win32";
const pinnedNode = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");

function refuse(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}

/** Whether node_modules holds what the lock file names: npm writes its own list there last, so an interrupted install has none. */
function installed() {
  try {
    if (!existsSync(pinnedNode)) return false;
    const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;
    const present = read("node_modules/.package-lock.json");
    return Object.entries(read("package-lock.json")).every(([path, wanted]) => {
      if (!path.includes("node_modules/")) return true;
      const found = present[path];
      return found ? found.version === wanted.version : wanted.optional || wanted.devOptional || wanted.peer;
    });
  } catch {
    return false;
  }
}

function install() {
  console.log("正在安装依赖，首次约需一到两分钟…\nInstalling the dependencies; the first time takes a minute or two…");
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((part) => !part.includes("node_modules"))
    .join(delimiter);
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: path },
    shell: windows,
  });
  if (done.status !== 0 || !installed())
    refuse(
      "依赖没有装好：请看上面 npm 的提示，检查网络和磁盘空间，然后重试同一条命令。",
      "The dependencies could not be installed: see npm's words above, check the network and the free disk space, and run the same command again.",
    );
}

// Flags for Node stand before the script.
const given = process.argv.slice(2);
const at = given.findIndex((word) => !word.startsWith("--"));
const [flags, script, args] = [given.slice(0, at), given[at], given.slice(at + 1)];
if (Number(process.versions.node.split(".")[0]) < 20)
  refuse(
    `需要 Node.js 20 或更新的版本，当前是 ${process.version}。`,
    `Node.js 20 or newer is needed; this is ${process.version}.`,
  );
if (!script) refuse("用法：launch.mjs 脚本 [参数]", "Usage: launch.mjs SCRIPT [ARGUMENTS]");
if (!installed()) install();

const bin = join(root, "node_modules", ".bin");
const child = spawn(pinnedNode, [...flags, join(root, script), ...args], {
  cwd: root,
  // One arena: with one for each thread, what the picture library gives back stays with the process on glibc.
  env: { MALLOC_ARENA_MAX: "1", ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
// A terminal sends Ctrl-C to the whole group, a supervisor's signal reaches only this process: the child takes either once or twice.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// When npm itself was killed there is nobody to pass a signal on: the child then stops by itself, as it does when this process is gone.
const parent = process.ppid;
const watch = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500);
child.on("error", (error) =>
  refuse(`无法启动 ${pinnedNode}：${error.message}`, `${pinnedNode} could not be started: ${error.message}`),
);
child.on("exit", (code, signal) => {
  clearInterval(watch);
  process.exit(code ?? (signal === "SIGKILL" ? 137 : 143));
});
