import { get, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, fixtureHost, type HostProcess, launchHost, startHostProcess } from "../support/host.ts";
import { awaitMail, listMails } from "../support/inbox.ts";

let host: HostProcess;
beforeAll(async () => {
  host = await startHostProcess({ program: fixtureHost });
});
afterAll(() => host.remove());

/** An answer as it comes over the wire. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((done, failed) => {
    get(`${host.origin}${path}`, { headers }, (answer) => {
      buffer(answer).then((body) => done({ status: answer.statusCode, headers: answer.headers, body }), failed);
    }).on("error", failed);
  });
const json = async <T>(path: string, init?: RequestInit) => (await (await fetch(`${host.origin}${path}`, init)).json()) as T;
const lines = (of: string) => json<string[]>(`/api/lines?of=${of}`);
const noted = (line: string) => eventually(async () => (await lines("note")).find((found) => found === line));

describe("events", () => {
  it("go from a committed change to its subscriber", async () => {
    await json("/api/thing?id=plain");
    await noted("plain#1");
  });

  it("are handed over again when the subscriber reports their failure", async () => {
    await json("/api/thing?id=flaky");
    await noted("flaky#2");
    expect(await lines("note")).not.toContain("flaky#1");
  });

  it("survive a kill while they are in hand, and come again after the restart", async () => {
    await json("/api/thing?id=slow");
    await new Promise((done) => setTimeout(done, 700));
    await host.end("SIGKILL");
    host = await startHostProcess({ program: fixtureHost, dataDir: host.dataDir, port: host.port });
    await noted("slow#1");
  });

  it("that were only committed when the process was killed are found again", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => json(`/api/thing?id=many-${i}`)));
    await host.end("SIGKILL");
    host = await startHostProcess({ program: fixtureHost, dataDir: host.dataDir, port: host.port });
    await eventually(async () => (await lines("note")).filter((line) => line.startsWith("many-")).length === 30);
  });

  it("start the jobs of the clock", async () => {
    await eventually(async () => (await lines("tick")).includes("Scheduled Event"));
  });
});

describe("mail", () => {
  it("is in the inbox with its subject, and its delivery, bounce and complaint come back as events", async () => {
    await json("/api/mail?to=zhang@example.com&key=k1");
    await json("/api/mail?to=bounce@simulator.amazonses.com&key=k2");
    await json("/api/mail?to=complaint@simulator.amazonses.com&key=k3");
    expect((await awaitMail(host.origin, "zhang@example.com")).subject).toBe("您的票 k1");
    const wanted = ["k1#Delivery", "k2#Bounce", "k3#Complaint", "k3#Delivery"];
    await eventually(async () => (await lines("feedback")).length >= 4);
    expect(await lines("feedback")).toEqual(wanted);
  });

  it("that was acknowledged is still there after a kill, on the page too", async () => {
    const before = await listMails(host.origin);
    await host.end("SIGKILL");
    host = await startHostProcess({ program: fixtureHost, dataDir: host.dataDir, port: host.port });
    expect(await listMails(host.origin)).toEqual(before);
    const page = new URL("/store", (await fetch(`${host.origin}/inbox`)).url);
    const shown = await eventually(async () => {
      const { emails } = (await (await fetch(page)).json()) as { emails: { messageId: string }[] };
      return emails.length >= before.length && emails;
    });
    expect(shown.map((mail) => mail.messageId)).toEqual(before.map((mail) => mail.id));
  });
});

describe("the gateway", () => {
  it("hands forms over in base64, text as text, and cookies in a list", async () => {
    const form = await json<{ body: string; isBase64Encoded: boolean; cookies: string[]; headers: Record<string, string> }>(
      "/forms/register?a=1&a=2",
      {
        method: "POST",
        body: new URLSearchParams({ name: "张三" }),
        headers: { cookie: "x=1; y=2" },
      },
    );
    expect(form).toMatchObject({
      version: "2.0",
      rawPath: "/forms/register",
      rawQueryString: "a=1&a=2",
      queryStringParameters: { a: "1,2" },
      isBase64Encoded: true,
      cookies: ["x=1", "y=2"],
    });
    expect(Buffer.from(form.body, "base64").toString()).toBe("name=%E5%BC%A0%E4%B8%89");
    expect(form.headers.cookie).toBeUndefined();
    expect(
      await json("/api/echo", { method: "POST", body: '{"a":"中"}', headers: { "content-type": "application/json" } }),
    ).toMatchObject({ body: '{"a":"中"}', isBase64Encoded: false });
  });

  it("carries bytes and several cookies back", async () => {
    const bytes = Buffer.from([0, 255, 1, 128]);
    const answer = await fetch(`${host.origin}/api/binary`, {
      method: "POST",
      body: bytes,
      headers: { "content-type": "image/png" },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
  });

  it("refuses what is too large in the reader's language", async () => {
    const refusal = async (language: string) => {
      const answer = await fetch(`${host.origin}/api/echo`, {
        method: "POST",
        body: Buffer.alloc(6 * 1024 * 1024 + 1),
        headers: { "accept-language": language },
      });
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      return (await answer.json()) as { detail: string };
    };
    const what = {
      type: "urn:lingxi:request.too-large",
      title: "request.too-large",
      status: 413,
      requestId: expect.stringMatching(/./),
    };
    expect(await refusal("en")).toEqual({ ...what, detail: expect.stringContaining("at most 6 MB") });
    expect(await refusal("zh-CN")).toEqual({ ...what, detail: expect.stringContaining("最多 6 MB") });
  });

  it("serves the site's files with their headers, and says not modified", async () => {
    const page = await fetch(`${host.origin}/cases/`);
    expect(await page.text()).toBe("<h1>cases</h1>");
    expect(page.headers.get("cache-control")).toBe("public, max-age=60");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const again = await fetch(`${host.origin}/cases/`, { headers: { "if-none-match": page.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  it("compresses files as the edge of the cloud does, and leaves small ones alone", async () => {
    const long = "<h1>long</h1>".repeat(500);
    const plain = await raw("/long/", {});
    expect([plain.body.toString(), plain.headers["content-encoding"]]).toEqual([long, undefined]);
    for (const [encoding, unpack] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const { headers, body } = await raw("/long/", { "accept-encoding": encoding });
      expect(headers).toMatchObject({ "content-encoding": encoding, vary: "accept-encoding", etag: `W/${plain.headers.etag}` });
      expect(Number(headers["content-length"])).toBe(body.length);
      expect(body.length).toBeLessThan(200);
      expect(unpack(body).toString()).toBe(long);
      const again = await raw("/long/", { "accept-encoding": encoding, "if-none-match": String(headers.etag) });
      expect([again.status, again.body.length, again.headers["content-encoding"]]).toEqual([304, 0, undefined]);
    }
    const small = await raw("/cases/", { "accept-encoding": "br" });
    expect([small.body.toString(), small.headers["content-encoding"], small.headers.vary]).toEqual([
      "<h1>cases</h1>",
      undefined,
      "accept-encoding",
    ]);
  });

  it("compresses what functions answer for everybody, never what is for one person", async () => {
    const packed = async (cache: string) => {
      const { headers, body } = await raw(`/api/long?cache=${cache}`, { "accept-encoding": "gzip, br" });
      return [headers["content-encoding"], body.length < 200];
    };
    expect(await packed("public,max-age=60")).toEqual(["br", true]);
    expect(await packed("no-store")).toEqual([undefined, false]);
  });

  it("adds the slash, opens the console for each of its addresses, and has its own page for what is not there", async () => {
    const moved = await fetch(`${host.origin}/cases?page=2`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/cases/?page=2"]);
    expect(await (await fetch(`${host.origin}/console/activities/act_1`)).text()).toBe("<h1>console</h1>");
    expect(await (await fetch(`${host.origin}/api/pictures`)).text()).toBe("editing /api/pictures");
    expect(await json("/api/pictures/1")).toMatchObject({ rawPath: "/api/pictures/1" });
    const missing = await fetch(`${host.origin}/en/nothing`);
    expect([missing.status, await missing.text()]).toEqual([404, "<h1>none, in English</h1>"]);
    for (const path of ["/..%2f..%2fhost.db", "/%E0%A4%A", "//evil.example/cases"])
      expect((await fetch(`${host.origin}${path}`, { redirect: "manual" })).status).toBe(404);
  });
});

describe("a start", () => {
  const refused = async (start: { dataDir: string; port: number; env?: Record<string, string> }) => {
    const { ended, words } = launchHost({ program: fixtureHost, ...start });
    return [await ended, words().trim()] as const;
  };

  it("is refused in one sentence when the port, the folder or the endpoint cannot be used", async () => {
    expect(await refused({ dataDir: "/tmp/lingxi-unused", port: host.port })).toEqual([
      1,
      expect.stringMatching(/^Port \d+ is taken: .*PORT\.$/),
    ]);
    expect(await refused({ dataDir: host.dataDir, port: 0 })).toEqual([
      1,
      expect.stringMatching(/^The data folder .* is in use by another process: .*DATA_DIR\.$/),
    ]);
    expect(await refused({ dataDir: "/proc/lingxi", port: 0 })).toEqual([
      1,
      expect.stringMatching(/^The data folder .* cannot be written .*DATA_DIR\.$/),
    ]);
    expect(await refused({ dataDir: "/tmp/lingxi-unused", port: 0, env: { DYNAMODB_ENDPOINT: "nowhere" } })).toEqual([
      1,
      expect.stringMatching(/^DYNAMODB_ENDPOINT=nowhere is not an address/),
    ]);
  });

  it("ends with code 0 within two seconds of SIGTERM", async () => {
    const other = await startHostProcess({ program: fixtureHost });
    const asked = performance.now();
    expect(await other.end("SIGTERM")).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2000);
    await other.remove();
  });
});
