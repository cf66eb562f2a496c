import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compressible, compressor, encodingFor, worthwhile } from "./compress.ts";

describe("what is compressed", () => {
  it("is text and vector pictures from a thousand bytes to ten million", () => {
    const types = [
      "text/html; charset=utf-8",
      "text/css",
      "application/json",
      "application/rss+xml; charset=utf-8",
      "image/svg+xml",
    ];
    expect(types.filter(compressible)).toEqual(types);
    expect(["image/webp", "application/pdf", "text/htmlx", "application/octet-stream"].filter(compressible)).toEqual([]);
    expect([999, 1000, 10_000_000, 10_000_001].map(worthwhile)).toEqual([false, true, true, false]);
  });

  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0.1, gzip;q=1.0", "br"],
    ["GZIP", "gzip"],
    ["gzip, br;q=0", "gzip"],
    ["gzip;q=0.0, br; q=0", undefined],
    ["deflate", undefined],
    ["", undefined],
    [undefined, undefined],
  ] as const)("for %j goes as %j", (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));
});

describe("a compressor", () => {
  const text = Buffer.from("灵犀计划 ".repeat(500));

  it("gives back what went in", async () => {
    const { compress } = compressor(100_000);
    expect(brotliDecompressSync(await compress(text, "br", "a"))).toEqual(text);
    expect(gunzipSync(await compress(text, "gzip", "a"))).toEqual(text);
    expect((await compress(text, "br", "a")).length).toBeLessThan(text.length / 10);
  });

  it("does the work once for each tag and encoding, and forgets what was not used for longest", async () => {
    const done: string[] = [];
    const noting = (encoding: string) => async (bytes: Uint8Array) => {
      done.push(`${encoding} ${bytes.length}`);
      return Buffer.alloc(bytes.length);
    };
    const { compress } = compressor(100, { br: noting("br"), gzip: noting("gzip") });
    const ask = (length: number, encoding: "br" | "gzip" = "br") => compress(Buffer.alloc(length), encoding, `tag ${length}`);
    await ask(40);
    await ask(41);
    await ask(40);
    await ask(40, "gzip");
    expect(done).toEqual(["br 40", "br 41", "gzip 40"]);
    // 40 was used after 41, so 41 had to go for the third one.
    await ask(40);
    await ask(41);
    expect(done).toEqual(["br 40", "br 41", "gzip 40", "br 41"]);
    // What is larger than the whole room, or has no tag, is never kept.
    await ask(101);
    await ask(101);
    await compress(Buffer.alloc(7), "br");
    await compress(Buffer.alloc(7), "br");
    expect(done.slice(4)).toEqual(["br 101", "br 101", "br 7", "br 7"]);
  });
});
