import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
/** Whom the product may call, and the only places in its code that do: docs/security.md, section Going out. */
const allowed: Readonly<Record<string, string>> = {
  "packages/core/src/platform/outbound.ts": "the receivers of webhooks, at public addresses alone",
  "packages/core/src/platform/table.ts": "DynamoDB",
  "packages/core/src/platform/parts.ts": "S3",
  "packages/core/src/platform/mail/ses.ts": "SES",
  "packages/core/src/platform/mail/smtp.ts": "the mail server of SMTP_URL",
  "events/src/relay.ts": "EventBridge",
  "functions/src/pages/shell.ts": "the site itself, for the frame of its pages",
  "infra/edge/pages.ts": "S3",
};
const calls =
  /(?<![.\w])fetch\(|(?<!\w)(from|import|require|getBuiltinModule)\s*\(?\s*["'](node:)?(http|https|net|tls|dgram|http2|dns)["']|createTransport\(|new \w+Client\(|\b(WebSocket|EventSource|XMLHttpRequest)\b/;

const files = ["packages/core/src", "functions/src", "events/src", "infra/edge"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`),
);
const calling = (texts: readonly (readonly [string, string])[]) =>
  texts
    .filter(([, text]) => calls.test(text))
    .map(([name]) => name)
    .sort((a, b) => (a < b ? -1 : 1));

describe("connections that the product opens", () => {
  it("are those of the list, and no others", () => {
    expect(calling(files.map((name) => [name, readFileSync(join(root, name), "utf8")]))).toEqual(
      Object.keys(allowed).sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it("would be found in another file (control)", () => {
    const texts = [
      'await fetch("https://a.example");',
      'import { request } from "node:https";',
      "const client = new SNSClient({});",
      'const { connect } = await import("net");',
      'import "node:tls";',
    ];
    expect(calling(texts.map((text, i) => [`${i}`, text]))).toEqual(["0", "1", "2", "3", "4"]);
    const own = ["await app.fetch(request);", 'const troubles = ["timeout", "tls"];'];
    expect(calling(own.map((text, i) => [`${i}`, text]))).toEqual([]);
  });
});
