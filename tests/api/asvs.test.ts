import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { requirements } from "../support/asvs-numbers.ts";
import { faultsOf } from "../support/asvs-table.ts";

const root = new URL("../../", import.meta.url);
const files = new Map<string, string | undefined>();
const read = (path: string): string | undefined => {
  if (!files.has(path)) {
    const url = new URL(path, root);
    files.set(path, existsSync(url) && statSync(url).isFile() ? readFileSync(url, "utf8") : undefined);
  }
  return files.get(path);
};
const table = read("docs/asvs.md") ?? "";
const wrong = (text: string) => faultsOf(text, requirements, read);
const rowOf = (number: string) => table.split("\n").find((line) => line.startsWith(`| ${number} |`)) ?? "no such row";

describe("docs/asvs.md", () => {
  it("knows the 345 requirements of the standard, of which 253 are of level 1 and 2", () => {
    expect(requirements.size).toBe(345);
    expect([...requirements.values()].filter((level) => level < 3)).toHaveLength(253);
  });

  it("has one row for each of them, with files and tests that are there, and a summary that is right", () => {
    expect(wrong(table)).toEqual([]);
  });

  it("would be found to lack a row, to have one twice, or one of no requirement (control)", () => {
    const row = rowOf("V10.1.1");
    expect(wrong(table.replace(`${row}\n`, ""))).toContain("V10.1.1 has 0 rows");
    expect(wrong(table.replace(row, `${row}\n${row}`))).toContain("V10.1.1 has 2 rows");
    expect(wrong(table.replace(row, `${row}\n${row.replace("V10.1.1", "V10.1.99")}`))).toContain("V10.1.99 is no requirement");
  });

  it("would be found to name a file or a test that is not there (control)", () => {
    const add = (evidence: string) => wrong(table.replace(rowOf("V2.2.1"), `| V2.2.1 | met | ${evidence} |`));
    expect(add("`tests/api/none.test.ts › is there`")).toEqual(["V2.2.1: there is no tests/api/none.test.ts"]);
    expect(add("`docs`")).toEqual(["V2.2.1: there is no docs"]);
    // Joined here, so that this file does not have it as the title of a test.
    const title = ["is not", "there"].join(" ");
    expect(add(`\`tests/api/asvs.test.ts › ${title}\``)).toEqual([`V2.2.1: tests/api/asvs.test.ts has no test "${title}"`]);
    expect(add("nothing")).toEqual(["V2.2.1 is met without evidence"]);
  });

  it("would be found to count wrong, or to leave open what would mend a gap (control)", () => {
    const summary = table.split("\n").find((line) => line.startsWith("| V2 ")) ?? "";
    expect(wrong(table.replace(summary, summary.replace(/\d+ \|$/, "99 |")))[0]).toMatch(/^V2 is said to be .* 99, and is /);
    expect(wrong(table.replace(`${summary}\n`, ""))).toEqual(["V2 is not in the summary"]);
    expect(wrong(table.replace("- **V5.4.3** – ", "- V5.4.3: "))).toEqual([
      "V5.4.3 is not met, and nothing says what would mend it",
    ]);
  });
});

describe("docs/threat-model.md", () => {
  const missing = (text: string) =>
    [...text.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].flatMap(([, path = ""]) => (read(path) === undefined ? [path] : []));

  it("names files that are there", () => {
    const text = read("docs/threat-model.md") ?? "";
    expect(text.match(/`tests\/[\w./-]+`/g)?.length).toBeGreaterThan(15);
    expect(missing(text)).toEqual([]);
    expect(missing(`${text}\n\`tests/api/none.test.ts\``)).toEqual(["tests/api/none.test.ts"]);
  });
});
