import { fileURLToPath } from "node:url";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { startHost } from "../../../packages/local/src/host.ts";
import { buckets } from "../../../packages/local/src/objects.ts";
import { Refusal } from "../../../packages/local/src/refusal.ts";
import { readSettings } from "../../../packages/local/src/settings.ts";
import { stopOnSignals } from "../../../packages/local/src/stopping.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

try {
  const host = await startHost({
    settings: readSettings(process.env, process.argv.slice(2)),
    handlers: {
      http: { api: here("api.ts"), editing: here("editing.ts") },
      relay: here("relay.ts"),
      names: here("names.ts"),
      subscribers: here("subscribers"),
      jobs: here("jobs"),
    },
    async prepare({ s3 }) {
      for (const [Key, Body] of [
        ["index.html", "<h1>home</h1>"],
        ["cases/index.html", "<h1>cases</h1>"],
        ["long/index.html", "<h1>long</h1>".repeat(500)],
        ["console/index.html", "<h1>console</h1>"],
        ["404.html", "<h1>none</h1>"],
        ["en/404.html", "<h1>none, in English</h1>"],
      ] as const)
        await s3.send(
          new PutObjectCommand({
            Bucket: buckets.site,
            Key,
            Body,
            ContentType: "text/html; charset=utf-8",
            CacheControl: "public, max-age=60",
          }),
        );
      return false;
    },
  });
  stopOnSignals(() => host.close());
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
