import * as z from "zod";
import { command } from "../platform/command.ts";
import { type EveryPage, type MadeFile, makeEvery } from "./every-page.ts";
import { assetsOf } from "./register-build.ts";
import { load } from "./restore-version.ts";
import { readVersions, Version, versionIn } from "./versions.ts";

/**
 * Makes every page of the present content with a kept build and hands it to `write`; the site stays as it is.
 * @returns also the files of the site that these pages need: the build's styles and scripts
 * @throws DomainError `site.no-version`, `site.cannot-load`
 */
export const previewVersion = command({
  input: z.object({
    version: Version,
    write: z.custom<(file: MadeFile) => Promise<void>>((value) => typeof value === "function"),
  }),
  access: ["administrator"],
  async run(ctx, { version: named, write }): Promise<EveryPage & { version: string; assets: readonly string[] }> {
    const version = versionIn(await readVersions(ctx), named);
    const made = await makeEvery(ctx, await load(ctx, version), write);
    return { ...made, version, assets: await assetsOf(ctx, version) };
  },
});
