import { mkdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import type { Ctx } from "@lingxi/core/platform/context";
import { jsonLog } from "@lingxi/core/platform/log";
import { s3Objects } from "@lingxi/core/platform/objects-s3";
import { previewVersion } from "@lingxi/core/publication";
import { region } from "./bus.ts";
import { startGateway } from "./gateway.ts";
import { siteFiles } from "./gateway-files.ts";
import { buckets, startObjects } from "./objects.ts";

export interface Preview {
  readonly version: string;
  readonly pages: number;
  readonly failures: readonly { readonly key: string; readonly why: string }[];
  /** Files that pages name and the site has not. */
  readonly missing: readonly string[];
}

type Put = (key: string, body: Uint8Array | string, type: string) => Promise<void>;

/** Makes all pages with a version, and takes with them what they show: styles, scripts, pictures. The site stays as it is. */
async function preview(ctx: Ctx, version: string, put: Put): Promise<Preview> {
  const shown = new Set<string>();
  const made = await previewVersion(ctx, {
    version,
    async write({ key, body, type }) {
      for (const [, file = ""] of body.matchAll(/["( ,]\/((?:media|_astro)\/[\w./-]+)/g)) shown.add(file);
      await put(key, body, type);
    },
  });
  const missing: string[] = [];
  for (const key of new Set([...made.assets, ...shown])) {
    const file = await ctx.objects.get("site", key);
    if (file) await put(key, file.body, file.type);
    else missing.push(key);
  }
  return { version: made.version, pages: made.pages, failures: made.failures, missing };
}

/** Into a folder; what is in it of these names is replaced. */
export const previewInto = (ctx: Ctx, version: string, folder: string): Promise<Preview> =>
  preview(ctx, version, async (key, body) => {
    const file = join(folder, key);
    mkdirSync(dirname(file), { recursive: true });
    await writeFile(file, body);
  });

/** On an origin of its own, served as the site is; forms, search and the console's calls are not answered there. */
export async function previewOn(
  ctx: Ctx,
  version: string,
  port: number,
): Promise<Preview & { origin: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "lingxi-preview-"));
  const log = jsonLog();
  const gateway = await startGateway({ port, host: "127.0.0.1", log });
  const store = await startObjects(folder);
  const s3 = new S3Client({
    endpoint: store.endpoint,
    region,
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const close = async () => {
    await gateway.close();
    s3.destroy();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const objects = s3Objects(s3, buckets);
    const made = await preview(ctx, version, (key, body, type) => objects.put("site", key, body, { type, cache: "no-store" }));
    const origin = `http://127.0.0.1:${gateway.port}`;
    gateway.open({ http: {}, files: siteFiles(s3, buckets.site), inbox: origin });
    return { ...made, origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}
