import { describe, expect, it } from "vitest";
import { flawsIn, judge } from "./advisories.ts";

const via = (id: string, severity: string) => ({
  source: 1,
  name: "left-pad",
  dependency: "left-pad",
  title: "pads too far",
  url: `https://github.com/advisories/${id}`,
  severity,
  range: "<2",
});
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    "left-pad": { name: "left-pad", severity: "high", via: [via("GHSA-1", "high"), via("GHSA-2", "moderate")] },
    above: { name: "above", severity: "high", via: ["left-pad", via("GHSA-1", "high")] },
  },
};

describe("known flaws in packages", () => {
  it("are each named once, whatever depends on them", () => {
    expect(flawsIn(report).map(({ id, severity }) => `${id} ${severity}`)).toEqual(["GHSA-1 high", "GHSA-2 moderate"]);
    expect(flawsIn({ vulnerabilities: {} })).toEqual([]);
  });

  it("are not taken for none where the registry does not answer", () => {
    for (const answer of [{ message: "405 Method Not Allowed", statusCode: 405 }, {}, undefined])
      expect(() => flawsIn(answer)).toThrow("npm audit gave no report");
  });

  it("are new until they are noted, then have the time that is promised for how bad they are, and are late after it", () => {
    const flaws = flawsIn({
      vulnerabilities: { a: { via: ["critical", "high", "moderate"].map((one) => via(`GHSA-${one}`, one)) } },
    });
    const noted = ["critical", "high", "moderate"].map((one) => ({
      id: `GHSA-${one}`,
      since: "2026-12-01",
      why: "waits for a release",
    }));
    const states = (today: string) =>
      Object.fromEntries(judge(flaws, noted, today).map(({ severity, state }) => [severity, state]));
    expect(judge(flaws, [], "2026-12-01").map(({ state }) => state)).toEqual(["new", "new", "new"]);
    expect(states("2026-12-04")).toEqual({ critical: "open", high: "open", moderate: "open" });
    expect(states("2026-12-05")).toEqual({ critical: "late", high: "open", moderate: "open" });
    expect(states("2026-12-16")).toEqual({ critical: "late", high: "late", moderate: "open" });
    expect(states("2027-01-31")).toEqual({ critical: "late", high: "late", moderate: "late" });
  });
});
