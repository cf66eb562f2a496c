import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DomainError } from "@lingxi/core/platform/error";
import { formatTime } from "@lingxi/core/platform/time";
import { listVersions, releaseBuild, restoreVersion, unpinVersion } from "@lingxi/core/publication";
import { root } from "./handlers.ts";
import { type Operator, openOperator } from "./operator.ts";
import { type Preview, previewInto, previewOn } from "./preview-site.ts";
import { Refusal } from "./refusal.ts";
import { registerSite } from "./site.ts";
import { type Both, words } from "./site-words.ts";
import { stopOnSignals } from "./stopping.ts";

interface Options {
  readonly version: string | undefined;
  readonly out: string | undefined;
  readonly port: string | undefined;
  readonly build: string | undefined;
}
type Command = (operator: Operator, options: Options) => Promise<void>;

const say = (...[zh, en]: Both) => console.log(`${zh}\n${en}`);

const commands: Readonly<Record<string, Command>> = {
  async versions({ ctx }) {
    const { builds, live, before, shown, pinned } = await listVersions(ctx, {});
    if (!builds.length) return say(...words.none);
    for (const { version, since } of builds) {
      const marks =
        version === live ? [words.live, ...(pinned ? [words.pinnedMark] : [])] : version === before ? [words.before] : [];
      console.log(`${version}  ${formatTime(since, "zh-CN")}  ${marks.join(" · ")}`.trimEnd());
    }
    if (live && live !== shown) say(...words.unfinished(live));
  },
  async restore({ ctx }, { version }) {
    say(...words.working);
    const change = await restoreVersion(ctx, version ? { version } : {});
    sayChange(change);
    if (change.pinned) say(...words.nowPinned);
  },
  async unpin({ ctx }) {
    const { wasPinned } = await unpinVersion(ctx, {});
    say(...(wasPinned ? words.unpinned : words.notPinned));
  },
  async release({ ctx, s3, siteBucket }, { build }) {
    say(...words.working);
    const version = await registerSite(ctx, s3, siteBucket, build ? resolve(build) : join(root, "site/dist"));
    const change = await releaseBuild(ctx, { version });
    sayChange(change);
    if (change.live !== version) say(...words.pinned(change.live, version));
  },
  async preview(operator, { version, out, port = "0" }) {
    if (!version) throw new Refusal(...words.usage);
    if (!/^\d{1,5}$/.test(port)) throw new Refusal(...words.badPort(port));
    say(...words.working);
    if (out) {
      const folder = resolve(out);
      return sayPreview(await previewInto(operator.ctx, version, folder), folder);
    }
    const served = await previewOn(operator.ctx, version, Number(port));
    sayPreview(served, served.origin);
    say(...words.notThere);
    stopOnSignals(async () => {
      await served.close();
      await operator.close();
    });
    await new Promise(() => undefined);
  },
};

function sayChange({ live, from, pages }: { live: string; from?: string; pages: number }): void {
  if (from && from !== live) say(...words.changed(live, from, pages));
  else say(...(pages ? words.published(live, pages) : words.already(live)));
}

function sayPreview({ version, pages, failures, missing }: Preview, where: string): void {
  say(...words.previewed(version, pages, where));
  for (const { key, why } of failures.slice(0, 5)) say(...words.failed(key, why));
  if (missing[0]) say(...words.missing(missing.length, missing[0]));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, port: { type: "string" }, build: { type: "string" } },
  });
  const [name = "", version] = positionals;
  const command = commands[name];
  if (!command) throw new Refusal(...words.usage);
  const operator = await openOperator(process.env);
  try {
    await command(operator, { version, out: values.out, port: values.port, build: values.build });
  } finally {
    await operator.close();
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof Refusal) console.error(`${error.zh}\n${error.message}`);
  else if (error instanceof DomainError) console.error(refusal(error));
  else if (/^ERR_PARSE_ARGS/.test((error as NodeJS.ErrnoException).code ?? ""))
    console.error(`${(error as Error).message}\n${words.usage.join("\n")}`);
  else console.error(error);
  process.exitCode = 1;
}

function refusal(error: DomainError): string {
  const fields = error.fields.flatMap(({ message }) => [message["zh-CN"], message.en]);
  return (fields.length ? fields : [error.say("zh-CN"), error.say("en")]).join("\n");
}
