import { expect, it } from "vitest";
import { clearLeftBehind, clearOthers, countUnsaved } from "./left-behind.ts";

function browser() {
  const names = [
    "lingxi.locale",
    "lingxi.case.stf_1.cas_1.w",
    "lingxi.form.stf_1.activities/new",
    "lingxi.form.stf_2.activities/new",
    "lingxi.recent",
    "lingxi.views./console/projects",
    "another.program",
  ];
  return {
    names,
    get length() {
      return names.length;
    },
    key: (n: number) => names[n] ?? null,
    removeItem: (key: string) => void names.splice(names.indexOf(key), 1),
  };
}

it("leaves nothing of what was seen and typed when somebody signs out", () => {
  const storage = browser();
  clearLeftBehind([storage]);
  expect(storage.names).toEqual(["lingxi.locale", "another.program"]);
});

it("leaves nothing of what others typed when somebody signs in", () => {
  const storage = browser();
  clearOthers("stf_1", storage);
  expect(storage.names.filter((name) => name.includes("stf_"))).toEqual([
    "lingxi.case.stf_1.cas_1.w",
    "lingxi.form.stf_1.activities/new",
  ]);
});

it("counts what would be lost", () => {
  expect([countUnsaved("stf_1", browser()), countUnsaved("stf_3", browser())]).toEqual([2, 0]);
});
