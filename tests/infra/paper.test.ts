import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCase, publishCase } from "@lingxi/core/cases";
import { paperPath, sharePath } from "@lingxi/core/publication/schema";
import { tableName } from "@lingxi/local/table";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../../infra/bundle.ts";
import { addFonts } from "../../infra/native.ts";
import { embedded, staff } from "../support/embedded.ts";
import { readPdf } from "../support/pdf.ts";
import { repository } from "./tree.ts";

const world = embedded();
// Outside of the tree, so that nothing of it is found by chance.
const folder = mkdtempSync(join(tmpdir(), "lingxi-paper-"));
const packed = join(folder, "paper");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Asks the packed function in a process of its own, as the gateway does. */
function ask(path: string, endpoint: string): { statusCode: number; body: string } {
  const event = {
    rawPath: path,
    rawQueryString: "",
    headers: {},
    requestContext: { requestId: "r", domainName: "d", http: { method: "GET" } },
  };
  const program = `import { handler } from "./index.mjs"; console.log(JSON.stringify(await handler(${JSON.stringify(event)}, {})));`;
  writeFileSync(join(packed, "ask.mjs"), program);
  const env = {
    PATH: process.env.PATH ?? "",
    TABLE_NAME: tableName,
    SITE_ORIGIN: "https://lingxi.example",
    LINK_SECRETS: "a secret for tests",
    SITE_BUCKET: "site",
    PRIVATE_BUCKET: "private",
    FONTS_PATH: join(packed, "fonts"),
    AWS_REGION: "cn-northwest-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  };
  const out = execFileSync(process.execPath, ["ask.mjs"], { cwd: packed, env, encoding: "utf8", maxBuffer: 20_000_000 });
  return JSON.parse(out.trim().split("\n").at(-1) ?? "") as { statusCode: number; body: string };
}

describe("the packed function for pictures and papers", () => {
  let endpoint = "";
  beforeAll(async () => {
    const made = join(repository, ".cache/test-trees/paper");
    bundle({ entry: join(repository, "functions/src/paper/handler.ts"), outdir: made });
    addFonts(repository, made);
    cpSync(made, packed, { recursive: true });
    // The picture library is native: the one of this machine stands in for that of Lambda.
    for (const name of ["sharp", "@img", "detect-libc", "semver"]) {
      cpSync(join(repository, "node_modules", name), join(packed, "node_modules", name), { recursive: true, dereference: true });
    }
    const { hostname, port } = (await world.client.config.endpoint?.()) ?? { hostname: "", port: 0 };
    endpoint = `http://${hostname}:${port}`;
  });

  it("draws a picture and prints a paper where nothing else is installed", async () => {
    const organiser = world.ctx(staff("administrator"));
    const { id } = await createCase(organiser, {
      slug: "packed",
      title: { "zh-CN": "打包之后的案例" },
      summary: { "zh-CN": "摘要" },
      body: { "zh-CN": "正文" },
      chains: [],
    } as Parameters<typeof createCase>[1]);
    await publishCase(organiser, { caseId: id, version: 1 });
    const picture = ask(sharePath("cases", "packed", "zh-CN"), endpoint);
    expect(picture.statusCode).toBe(200);
    expect(Buffer.from(picture.body, "base64").subarray(1, 4).toString("latin1")).toBe("PNG");
    const paper = ask(paperPath("cases", "packed", "zh-CN"), endpoint);
    expect(paper.statusCode).toBe(200);
    expect(await readPdf(Buffer.from(paper.body, "base64"))).toMatchObject({ pages: 1, title: "打包之后的案例" });
  });
});
