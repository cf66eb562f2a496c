import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { cloudFrontCode, pageAddress } from "../../infra/edge/address.ts";

describe("an address", () => {
  it.each([
    ["/", "/index.html"],
    ["/en/", "/en/index.html"],
    ["/cases/some-slug/", "/cases/some-slug/index.html"],
    ["/feed.xml", "/feed.xml"],
    ["/_astro/a.b-c.js", "/_astro/a.b-c.js"],
    ["/console", "/console/index.html"],
    ["/console/cases/cas_1", "/console/index.html"],
  ])("%s is the file %s", (uri, file) => expect(pageAddress(uri)).toEqual({ file }));

  it.each([
    ["/cases", "/cases/"],
    ["/v1.2/page", "/v1.2/page/"],
    ["//elsewhere.example", "//elsewhere.example"],
    ["//elsewhere", "/elsewhere/"],
    ["/\\elsewhere", "/elsewhere/"],
  ])("%s leads to %s on this host only", (uri, location) => {
    const answer = pageAddress(uri);
    if (answer.file) expect(answer.file).toBe(location);
    else expect(answer.location).toBe(location);
  });
});

describe("the CloudFront function", () => {
  const run = (uri: string): unknown =>
    runInNewContext(`${cloudFrontCode()};JSON.stringify(handler({ request: { uri: ${JSON.stringify(uri)}, headers: {} } }))`);
  it("asks for the file", () => expect(run("/en/cases/")).toBe('{"uri":"/en/cases/index.html","headers":{}}'));
  it("leads to the page's address", () =>
    expect(run("/cases")).toBe(
      '{"statusCode":301,"statusDescription":"Moved Permanently","headers":{"location":{"value":"/cases/"}}}',
    ));
});
