import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, type HostProcess, printedToken, startHostProcess } from "../support/host.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lingxi-versions-"));
const timeout = 300_000;
let host: HostProcess;

/** Starts the operators' command as npm does. */
function start(args: readonly string[], env: Record<string, string> = { DATA_DIR: host.dataDir }) {
  const child = spawn(process.execPath, [join(root, "packages/local/src/site-command.ts"), ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      text += chunk;
    });
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  return { said: () => text, ended, end: (signal: NodeJS.Signals) => child.kill(signal) };
}

async function site(args: readonly string[], env?: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const { said, ended } = start(args, env);
  return { code: await ended, text: said() };
}

/** The real build with a change, and with a stylesheet more. */
function variant(name: string, change: (renderer: string) => string): string {
  const to = join(folder, name);
  cpSync(join(root, "site/dist"), to, { recursive: true });
  const entry = join(to, "server/entry.mjs");
  writeFileSync(entry, change(readFileSync(entry, "utf8")));
  writeFileSync(join(to, `client/_astro/${name}.css`), `/* ${name} */`);
  return to;
}
const trial = (code: string) => code.replaceAll("灵犀计划", "灵犀试验");

const read = async (address: string) => (await fetch(address.startsWith("http") ? address : host.origin + address)).text();
/** What the programme is called in a page's title: in the variant otherwise than in the present build. */
const programme = async (address: string) => /灵犀(?:计划|试验)/.exec(/<title>[^<]*/.exec(await read(address))?.[0] ?? "")?.[0];
const pages = ["/", "/chains/titanium/", "/policy/", "/cases/titanium-thin-wall-licence/"];
const programmes = async () => [...new Set(await Promise.all(pages.map(programme)))];
const versions = async () => (await site(["versions"])).text;
const live = async () => /^(\w{12}) .*现用 live/m.exec(await versions())?.[1] ?? "";

beforeAll(async () => {
  host = await startHostProcess();
}, timeout);
afterAll(async () => {
  await host?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("the versions of the real site", { timeout }, () => {
  let first = "";

  it("change under a running host, and the styles of the former one stay", async () => {
    first = await live();
    const style = /\/_astro\/[^"]*\.css/.exec(await read("/"))?.[0] ?? "";
    const { code, text } = await site(["release", "--build", variant("trial", trial)]);
    expect([code, text]).toEqual([0, expect.stringMatching(/made with version \w{12} now \(before: \w{12}\); \d+ pages/)]);
    expect(await programmes()).toEqual(["灵犀试验"]);
    for (const asset of [style, "/_astro/trial.css"]) expect((await fetch(host.origin + asset)).status, asset).toBe(200);
  });

  it("can be looked at apart from the site", async () => {
    const out = join(folder, "preview");
    expect((await site(["preview", first, "--out", out])).code).toBe(0);
    const page = readFileSync(join(out, "cases/titanium-thin-wall-licence/index.html"), "utf8");
    expect(page).toContain("灵犀计划");
    for (const [, file = ""] of page.matchAll(/(?:src|href)="\/((?:_astro|media)\/[^"]+)"/g))
      expect(readFileSync(join(out, file)).length, file).toBeGreaterThan(0);

    const serving = start(["preview", first]);
    const at = await eventually(async () => /http:\/\/127\.0\.0\.1:\d+/.exec(serving.said())?.[0], 60_000);
    expect(await programme(`${at}/chains/titanium/`)).toBe("灵犀计划");
    serving.end("SIGTERM");
    expect(await serving.ended).toBe(0);
    expect(await programmes()).toEqual(["灵犀试验"]);
  });

  it("go back with one command, against the settings of a deployment too, and what changes is made with the restored one", async () => {
    const running = JSON.parse(readFileSync(join(host.dataDir, "running.json"), "utf8")) as Record<string, string>;
    const deployment = {
      TABLE_NAME: "lingxi",
      SITE_BUCKET: "lingxi-site",
      PRIVATE_BUCKET: "lingxi-private",
      SITE_ORIGIN: running.origin ?? "",
      KEY_TABLE_NAME: "lingxi-keys",
      MASTER_KEYS: readFileSync(join(host.dataDir, "master-key"), "utf8"),
      OBJECTS_PATH_STYLE: "1",
      AWS_REGION: "cn-northwest-1",
      AWS_ACCESS_KEY_ID: "S3RVER",
      AWS_SECRET_ACCESS_KEY: "S3RVER",
      AWS_ENDPOINT_URL_DYNAMODB: running.table ?? "",
      AWS_ENDPOINT_URL_S3: running.objects ?? "",
    };
    const { SITE_ORIGIN: _, ...lacking } = deployment;
    expect((await site(["versions"], lacking)).text).toMatch(/还缺环境变量 SITE_ORIGIN[\s\S]*lacks SITE_ORIGIN/);
    const { code, text } = await site(["restore"], deployment);
    expect([code, text]).toEqual([0, expect.stringContaining(`网站现在用版本 ${first}`)]);
    expect(text).toContain("Pinned:");
    expect(await programmes()).toEqual(["灵犀计划"]);
    await attachOfficialText("恢复之后的文件");
    await eventually(async () => (await read("/policy/")).includes("恢复之后的文件"));
    expect(await programme("/policy/")).toBe("灵犀计划");
  });

  it("do not change to one that cannot make every page", async () => {
    const failing =
      'const broken = async (page) => { if (page.path === "/policy/") throw new Error("not today"); return $1(page); };';
    const broken = variant("broken", (code) =>
      trial(code).replace(/export\{(\w+) as render\}/, `${failing}export{broken as render}`),
    );
    expect((await site(["unpin"])).code).toBe(0);
    const { code, text } = await site(["release", "--build", broken]);
    expect(code).toBe(1);
    expect(text).toMatch(/有 1 个页面做不出来（policy：not today）。网站没有变化/);
    expect(text).toMatch(/cannot make 1 page\(s\) \(policy: not today\)\. The site is as it was/);
    expect(text).not.toMatch(/\n\s+at /);
    expect(await programmes()).toEqual(["灵犀计划"]);
    expect(await live()).toBe(first);
  });

  it("are whole again after a kill in the middle of a restore and of the host, from the next start on", async () => {
    const other = /^(\w{12}) .*上一个 before/m.exec(await versions())?.[1] ?? "";
    const restoring = start(["restore", other]);
    await eventually(async () => (await programmes()).includes("灵犀试验"), 60_000);
    restoring.end("SIGKILL");
    await restoring.ended;
    expect(await versions()).toContain("is not finished");
    await host.end("SIGKILL");
    host = await startHostProcess({ dataDir: host.dataDir, port: host.port });
    expect(await programmes()).toEqual(["灵犀试验"]);
    expect(await live()).toBe(other);
  });

  it("are restored without the host, too", async () => {
    await host.end("SIGTERM");
    const { code, text } = await site(["restore"]);
    expect([code, text]).toEqual([0, expect.stringContaining(`网站现在用版本 ${first}`)]);
    host = await startHostProcess({ dataDir: host.dataDir, port: host.port });
    expect(await programmes()).toEqual(["灵犀计划"]);
  });
});

async function attachOfficialText(title: string): Promise<void> {
  const token = await printedToken(host);
  const json = { "content-type": "application/json" };
  const session = await fetch(`${host.origin}/api/session`, { method: "POST", headers: json, body: JSON.stringify({ token }) });
  const cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const body = JSON.stringify({ title: { "zh-CN": title }, href: "https://example.com/official.pdf", version: 0 });
  const answer = await fetch(`${host.origin}/api/console/policy`, { method: "PUT", headers: { ...json, cookie }, body });
  if (!answer.ok) throw new Error(await answer.text());
}
