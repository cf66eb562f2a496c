import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { makeSingleFile } from "./single-file.ts";

/** Builds the site into a function instead of a server: `dist/server/entry.mjs`, one file, exports `render` (see entry.ts). */
export function renderer(): AstroIntegration {
  // The same sources are to give the same bytes. Astro makes a key for each build, with which nothing here is encrypted, and writes down by
  // which command it was called.
  process.env.ASTRO_KEY ??= Buffer.alloc(32, "lingxi").toString("base64");
  delete process.env._;
  let folders: { server: string; root: string } | undefined;
  return {
    name: "lingxi-renderer",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        // Pictures are made ready when they are uploaded, not here.
        updateConfig({ image: { service: { entrypoint: "astro/assets/services/noop" } } });
      },
      "astro:config:done": ({ config, setAdapter }) => {
        folders = { server: fileURLToPath(config.build.server), root: fileURLToPath(config.root) };
        setAdapter({
          name: "lingxi-renderer",
          entrypointResolution: "auto",
          serverEntrypoint: new URL("./entry.ts", import.meta.url),
          supportedAstroFeatures: {
            serverOutput: "stable",
            hybridOutput: "unsupported",
            staticOutput: "unsupported",
            sharpImageService: "unsupported",
          },
          adapterFeatures: { buildOutput: "server" },
        });
      },
      "astro:build:done": async () => {
        if (folders) await makeSingleFile(folders.server, folders.root);
      },
    },
  };
}
