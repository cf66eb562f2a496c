import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colours = (block: string | undefined) =>
  Object.fromEntries(
    [...(block ?? "").matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
const light = colours(/\[data-theme="light"\] \{([^}]*)\}/.exec(css)?.[1]);
const preferred = colours(/:root:not\(\[data-theme\]\) \{([^}]*)\}/.exec(css)?.[1]);
const dark = colours(/\n\[data-theme="dark"\] \{([^}]*)\}/.exec(css)?.[1]);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex = "#000000"): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string | undefined, b: string | undefined): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const text = [
  ...["paper", "wash", "raised"].flatMap((ground) =>
    ["ink", "muted", "accent", "accent-strong", "error"].map((ink) => [ink, ground] as const),
  ),
  ["ink", "hit"],
  ["on-deep", "deep"],
  ["deep-muted", "deep"],
  ["thread", "deep"],
  ["ink", "accent-wash"],
  ["muted", "accent-wash"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["paper", "error"],
  ["accent", "accent-wash"],
  ["accent-strong", "accent-wash"],
  ...["success", "warning", "error", "info"].flatMap((tone) => [
    [tone, `${tone}-wash`] as const,
    ["ink", `${tone}-wash`] as const,
  ]),
] as const;

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s theme", (_name, theme) => {
  it.each(text)("has %s readable on %s (4.5:1)", (ink, ground) => {
    expect(theme[ink]).toBeDefined();
    expect(theme[ground]).toBeDefined();
    expect(contrast(theme[ink], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["paper", "raised", "wash"])("outlines fields visibly on %s (3:1)", (ground) => {
    expect(contrast(theme["line-strong"], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

it("is the same dark by preference and by choice", () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light));
  expect(preferred).toEqual(dark);
});
