import { App, Stack } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { describe, expect, it } from "vitest";
import { findEntries } from "../../infra/entries.ts";
import { assertNeeds, needsOf } from "../../infra/needs.ts";
import { findingsOf, prepare } from "./support.ts";
import { sampleTree } from "./tree.ts";

describe("the entry files", () => {
  it("are found by where they lie, tests and neighbours left out", () => {
    const root = sampleTree(
      {
        "functions/src/api/handler.ts": "",
        "functions/src/api/app.ts": "",
        "functions/src/pages/form.ts": "",
        "functions/src/jobs/expire-offers.ts": 'export const schedule = "rate(1 minute)";\n',
        "functions/src/jobs/expire-offers.test.ts": "",
        "events/src/relay.ts": "",
        "events/src/catalog.ts": "",
        "events/src/subscribers/send-ticket.ts": "",
      },
      "entries",
    );
    expect(findEntries(root).map(({ name, kind, schedule }) => [name, kind, schedule])).toEqual([
      ["api", "http", undefined],
      ["expire-offers", "job", "rate(1 minute)"],
      ["relay", "stream", undefined],
      ["send-ticket", "subscriber", undefined],
    ]);
  });

  it("of jobs must say when", () => {
    const root = sampleTree({ "functions/src/jobs/forget-clock.ts": "export const handler = 1;\n" }, "no-schedule");
    expect(() => findEntries(root)).toThrow(/forget-clock\.ts has no schedule/);
  });

  it("of reactions must be named with what they hear", () => {
    const root = sampleTree(
      { "events/src/subscribers/dream-on.ts": "export const handler = async () => undefined;\n" },
      "no-name",
    );
    expect(() => prepare({}, root)).toThrow("events/src/names.ts does not say what subscribers/dream-on.ts hears.");
  });
});

describe("what a function needs", () => {
  it("is the least where nothing is said", () => {
    expect(needsOf({ name: "tidy-up", kind: "job", file: "" })).toMatchObject({
      mail: false,
      site: [],
      private: [],
      renderer: false,
    });
  });

  it("must cover what it bundles", () => {
    const entry = { name: "tidy-up", kind: "job", file: "tidy-up.ts" } as const;
    expect(() => assertNeeds(entry, needsOf(entry), ["packages/core/src/platform/mail/ses.ts"])).toThrow(
      /grants "tidy-up" no mail/,
    );
    expect(() => assertNeeds(entry, needsOf(entry), ["packages/core/src/platform/log.ts"])).not.toThrow();
  });
});

describe("settings", () => {
  it.each([
    [{ stage: "Prod!" }, /stage is "Prod!"/],
    [{ mailTransport: "pigeon" }, /may be ses or smtp/],
    [{ domainName: "lingxi.example" }, /domainName and certificate go together/],
    [{ region: "cn-north-1" }, /registered \(ICP\) domain name/],
  ])("%o are refused in a sentence", (context, message) => expect(() => prepare(context)).toThrow(message));

  it("ask for the site's build where it is missing", () => {
    const root = sampleTree(
      { "events/src/subscribers/publish-page.ts": "export const handler = async () => undefined;\n" },
      "no-site",
    );
    expect(() => prepare({ renderer: "/nowhere" }, root)).toThrow(/The site is not built .* run npm run build:site first/);
  });
});

describe("cdk-nag", () => {
  it("finds an open bucket", () => {
    const stack = new Stack(new App(), "Control");
    new Bucket(stack, "Open");
    expect(findingsOf(stack)).toContain("AwsSolutions-S10: Control/Open/Resource");
  });
});
