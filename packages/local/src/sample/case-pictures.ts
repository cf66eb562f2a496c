import sharp from "sharp";

/** Which abstract picture: facets of metal, flows of gas, circles of fruit. */
export type Scene = "facets" | "flows" | "circles";

const [width, height] = [1600, 900];

/** Draws a picture as PNG; the same scene gives the same picture. */
export async function drawScene(scene: Scene): Promise<Uint8Array<ArrayBuffer>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${scenes[scene]()}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}

const ground = (from: string, to: string) =>
  `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`;

const range = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
/** A number from 0 to 1 that only depends on `i`. */
const even = (i: number) => Math.abs(Math.sin(i * 12.9898 + 1) * 43758.5453) % 1;

const scenes: Readonly<Record<Scene, () => string>> = {
  facets: () =>
    ground("#dfe7e6", "#9fb3b4") +
    range(9, (row) =>
      range(15, (column) => {
        const [x, y] = [column * 120 - 60 + (row % 2) * 60, row * 104];
        const light = Math.round(38 + 46 * even(row * 15 + column) + row);
        return `<path d="M${x} ${y}l60 104h-120z" fill="hsl(190 14% ${light}%)" opacity=".72"/>`;
      }).join(""),
    ).join("") +
    `<path d="M-20 760C380 620 620 860 960 660S1480 380 1640 420" fill="none" stroke="#c8643c" stroke-width="10" stroke-linecap="round"/>`,
  flows: () =>
    ground("#0f3b4c", "#1f7a7a") +
    range(14, (i) => {
      const y = 90 + i * 58;
      const bend = 60 + 90 * even(i + 3);
      return `<path d="M-20 ${y}C400 ${y - bend} 760 ${y + bend} 1100 ${y - bend / 2}S1500 ${y} 1640 ${y - 20}" fill="none" stroke="hsl(${175 + i * 3} 55% ${52 + i * 2}%)" stroke-width="${6 + 10 * even(i)}" opacity=".62"/>`;
    }).join("") +
    range(
      26,
      (i) =>
        `<circle cx="${1600 * even(i * 3 + 1)}" cy="${900 * even(i * 7 + 2)}" r="${6 + 18 * even(i)}" fill="#e9f7f2" opacity="${0.25 + 0.5 * even(i + 9)}"/>`,
    ).join(""),
  circles: () =>
    ground("#f6ead8", "#e8cfa6") +
    range(6, (row) =>
      range(10, (column) => {
        const i = row * 10 + column;
        const [x, y, r] = [90 + column * 160 + (row % 2) * 60, 80 + row * 152, 56 + 14 * even(i)];
        const hue = even(i + 5) > 0.78 ? 88 : 4 + 14 * even(i);
        return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${hue} 58% ${52 + 8 * even(i + 2)}%)"/><path d="M${x - r / 2} ${y - r / 3}a${r} ${r} 0 0 1 ${r / 2} ${-r / 4}" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".55"/>`;
      }).join(""),
    ).join(""),
};
