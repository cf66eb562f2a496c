/** The colours of `site/src/styles/tokens.css`, light: paper has no dark side. */
export const ink = {
  paper: "#ffffff",
  wash: "#f4f7f6",
  line: "#dce4e2",
  text: "#14201e",
  muted: "#51615e",
  accent: "#0b5d57",
  accentWash: "#e4f1ef",
} as const;

/** The product's mark (`site/src/assets/mark.svg`) in a box of 32 by 32: two strokes, 3 wide with round ends, and a dot. */
export const mark = {
  strokes: ["M4 27C4 15 9 8 18.5 7.5", "M11 28.5C21 28.5 27 23 27.5 13.5"],
  width: 3,
  dot: { x: 26, y: 6.5, radius: 3.2 },
} as const;
