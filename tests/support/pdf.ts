import { inflateSync } from "node:zlib";
import jsqr from "jsqr";
import { extractText, getDocumentProxy } from "unpdf";

export interface PdfFacts {
  readonly pages: number;
  /** The text of all pages without any space, since where a line ends is of no account. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
}

/** Reads a PDF with another library than the one that made it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  // pdf.js takes the bytes away from whoever gives them.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  return { pages: totalPages, text: text.replace(/\s+/g, ""), title: info.Title ?? "", language: info.Language ?? "" };
}

/** What the QR code says that is drawn on the page, module by module, as rectangles. */
export function codeOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString("latin1");
  const drawn = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, data = ""]) => inflated(data))
    .find((text) => / re\n/.test(text));
  const squares = [...(drawn ?? "").matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(
    (match) => match.slice(1).map(Number) as [number, number, number],
  );
  const [, , module = 1] = squares[0] ?? [];
  const [left, top] = [Math.min(...squares.map(([x]) => x)), Math.min(...squares.map(([, y]) => y))];
  const cells = squares.map(([x, y]) => [Math.round((x - left) / module), Math.round((y - top) / module)] as const);
  // A quiet zone of four modules, three pixels a module.
  const side = (Math.max(...cells.flat()) + 9) * 3;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [column, row] of cells)
    for (let y = 0; y < 3; y++)
      for (let x = 0; x < 3; x++)
        pixels.fill(
          0,
          (((row + 4) * 3 + y) * side + (column + 4) * 3 + x) * 4,
          (((row + 4) * 3 + y) * side + (column + 4) * 3 + x) * 4 + 3,
        );
  return jsqr(pixels, side, side)?.data ?? "";
}

function inflated(data: string): string {
  try {
    return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
  } catch {
    return "";
  }
}
