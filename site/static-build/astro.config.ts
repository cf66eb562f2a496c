import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";

/** The pages of the site as Astro would build them by itself; for comparison only. */
export default defineConfig({
  output: "static",
  integrations: [preact()],
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: "never", assets: "_astro", format: "directory" },
  vite: { build: { assetsInlineLimit: 0 } },
});
