import type { AstroIntegration } from "astro";

/** Builds the site into a function instead of a server: `dist/server/entry.mjs` exports `render` (see entry.ts). */
export function renderer(): AstroIntegration {
  return {
    name: "lingxi-renderer",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        // Pictures are made ready when they are uploaded, not here.
        updateConfig({ image: { service: { entrypoint: "astro/assets/services/noop" } } });
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
