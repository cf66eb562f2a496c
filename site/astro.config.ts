import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { renderer } from "./src/adapter/renderer.ts";

export default defineConfig({
  output: "server",
  adapter: renderer(),
  integrations: [preact()],
  compressHTML: true,
  devToolbar: { enabled: false },
  // One stylesheet, shared by every page and cached once; nothing inline, so that a strict content policy holds.
  build: { inlineStylesheets: "never", assets: "_astro" },
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: {
      // What the scripts share comes in one file: each more costs its headers, about as much as it holds.
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: "later", test: /vite\/preload-helper/ },
                  { name: "shared", test: /node_modules\/preact\/|core\/src\/platform\/(text|time)\.ts/ },
                ],
              },
            },
          },
        },
      },
    },
  },
});
