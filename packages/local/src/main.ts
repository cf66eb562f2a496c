import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { issueSetUpLink } from "@lingxi/core/identity";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { publishSite, releaseBuild } from "@lingxi/core/publication";
import type { Facts } from "./facts.ts";
import { root } from "./handlers.ts";
import { type Host, startHost } from "./host.ts";
import { buckets } from "./objects.ts";
import { Refusal } from "./refusal.ts";
import { loadSamples } from "./sample/index.ts";
import { readSettings } from "./settings.ts";
import { registerSite } from "./site.ts";
import { words } from "./site-words.ts";
import { stopOnSignals } from "./stopping.ts";

let host: Host | undefined;
const stopping = stopOnSignals(async () => host?.close());

/** In a process of its own, so that the build's memory is given back. */
function buildSite(): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, "packages/local/bin/build-site.mjs")], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", failed);
    child.on("exit", (code) =>
      code === 0
        ? done()
        : failed(new Refusal("网站没有构建成功：请看上面的提示。", "The site could not be built: see the words above.")),
    );
  });
}

/**
 * Lets the present build take the place of the live one and publishes everything with it, unless an operator pinned another or it cannot make
 * every page. Else publishes the whole site only on the first start, and where the address is another; later changes publish themselves.
 */
async function publishOnce(ctx: Ctx, facts: Facts, version: string): Promise<void> {
  let pages = 0;
  try {
    const change = await releaseBuild(ctx, { version });
    pages = change.pages;
    if (change.pinned && change.live !== version) console.log(words.pinned(change.live, version).join("\n"));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`${error.say("zh-CN")}\n${error.say("en")}`);
  }
  if (pages === 0 && facts.get("published") !== ctx.origin) await publishSite(ctx, {});
  facts.set("published", ctx.origin);
}

async function main(): Promise<void> {
  let own: Ctx | undefined;
  const settings = readSettings(process.env, process.argv.slice(2));
  console.log("灵犀正在启动… · Lingxi is starting…");
  host = await startHost({
    settings,
    onTableLost: () => {
      if (stopping.started) return;
      console.error(
        "内嵌数据表意外退出，服务停止；已确认的数据都在，重新运行 npm start 即可。\nThe embedded table ended unexpectedly and the service stops; all that was acknowledged is kept: run npm start again.",
      );
      stopping.stop(1);
    },
    async prepare({ ctx, facts, s3 }) {
      if (existsSync(join(root, "site/astro.config.ts"))) await buildSite();
      const version = await registerSite(ctx, s3, buckets.site, join(root, "site/dist"));
      const loaded = await loadSamples(ctx, facts, settings.samples);
      await publishOnce(ctx, facts, version);
      own = ctx;
      // The samples are on the site now, and the people in them are invented: nobody is to be told.
      return loaded.length > 0;
    },
  });
  const link = own && (await issueSetUpLink(own, {}));
  console.log(`
  网站 Site               ${host.origin}/  ·  ${host.origin}/en/
  工作台 Console          ${host.origin}/console/sign-in${link ? `#${link.token}` : ""}
                          ${link ? "一次性登录链接，10 分钟内有效 · signs in once, within 10 minutes" : "请用通行密钥登录；无法登录时运行 npm run sign-in-link · with a passkey; locked out: npm run sign-in-link"}
  收件箱 Inbox            ${host.inbox}/

  按 Ctrl-C 停止 · Press Ctrl-C to stop`);
}

main().catch((error: unknown) => {
  if (error instanceof Refusal) console.error(`${error.zh}\n${error.message}`);
  else console.error("启动失败，这是程序的错误：\nThe start failed, and the fault is ours:\n", error);
  process.exit(1);
});
