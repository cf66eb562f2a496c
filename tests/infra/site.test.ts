import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { afterEach, describe, expect, it, vi } from "vitest";
import { handler } from "../../infra/edge/pages.ts";

afterEach(() => vi.restoreAllMocks());

/** A bucket that holds these files, as text. */
function bucketOf(files: Readonly<Record<string, string>>) {
  return vi.spyOn(S3Client.prototype, "send").mockImplementation(async (command: unknown) => {
    const text = files[command instanceof GetObjectCommand ? (command.input.Key ?? "") : ""];
    if (text === undefined) throw new NoSuchKey({ message: "", $metadata: {} });
    const transformToString = async (encoding: BufferEncoding) => Buffer.from(text).toString(encoding);
    return {
      Body: { transformToString },
      ContentType: "text/html; charset=utf-8",
      CacheControl: "public, max-age=0, must-revalidate",
    };
  });
}
const asked = async (rawPath: string) => {
  const { statusCode, headers, body } = await handler({ rawPath });
  return [statusCode, headers["cache-control"] ?? headers.location, Buffer.from(body, "base64").toString()];
};

describe("a page that CloudFront did not answer", () => {
  it("comes from the bucket with its own cache rule", async () => {
    bucketOf({ "cases/专利/index.html": "the case" });
    expect(await asked("/cases/%E4%B8%93%E5%88%A9/")).toEqual([200, "public, max-age=0, must-revalidate", "the case"]);
  });

  it("that is not there is the 404 page in the language of the path", async () => {
    bucketOf({ "404.html": "没有", "en/404.html": "none" });
    expect(await asked("/nothing/index.html")).toEqual([404, "public, max-age=10", "没有"]);
    expect(await asked("/en/nothing/")).toEqual([404, "public, max-age=10", "none"]);
    expect(await asked("/%E0%A4%A/")).toEqual([404, "public, max-age=10", "没有"]);
  });

  it("leads on to its full address", async () => {
    bucketOf({});
    expect((await asked("/cases")).slice(0, 2)).toEqual([301, "/cases/"]);
  });

  it("is still an answer where the site is not published yet", async () => {
    bucketOf({});
    expect(await handler({ rawPath: "/" })).toMatchObject({
      statusCode: 404,
      body: expect.stringContaining("There is no such page") as string,
    });
  });

  it("is an error where the bucket fails, never a false 404", async () => {
    vi.spyOn(S3Client.prototype, "send").mockRejectedValue(new Error("SlowDown"));
    await expect(handler({ rawPath: "/" })).rejects.toThrow("SlowDown");
  });
});
