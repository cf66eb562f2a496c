import type { AstroIntegration } from "astro";

/** Builds the site into a function instead of a server: `dist/server/entry.mjs` exports `render` (see entry.ts). */
export function renderer(): AstroIntegration {
  return {
    name: "lingxi-renderer",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        // Pages keep nothing between two requests, and pictures are made ready by the case editor, not here.
        updateConfig({
          session: { driver: { entrypoint: "unstorage/drivers/null" } },
          image: { service: { entrypoint: "astro/assets/services/noop" } },
        });
      },
      "astro:config:done": ({ setAdapter }) => {
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
    },
  };
}
