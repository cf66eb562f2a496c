import { encode } from "uqr";
import { escapeHtml } from "../html.ts";
import type { Locale } from "../text.ts";
import { type Faces, openFaces } from "./face.ts";
import type { Fonts, Weight } from "./fonts.ts";
import { ink, mark } from "./ink.ts";

/** A4 upright, in points. */
export const a4 = { width: 595.28, height: 841.89 } as const;

/** What a reader's program says of the document. */
export interface Facts {
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  /** ISO 8601; the same document has the same date, so that it has the same bytes. */
  readonly date: string;
}

export interface TextStyle {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  readonly leading?: number;
  readonly weight?: Weight;
  readonly fill?: string;
  /** What it is to a screen reader; an artifact is read to nobody. */
  readonly tag?: "H1" | "H2" | "H3" | "P" | "LI" | "Artifact";
  /** Where it is not the document's language. */
  readonly lang?: Locale | undefined;
  /** What the lines stand for, where characters had to be replaced. */
  readonly actual?: string | undefined;
  readonly link?: string;
}

/** Draws on the one page; sizes in points from the upper left corner. */
export interface Pen {
  readonly faces: Faces;
  text(lines: readonly string[], style: TextStyle): void;
  rectangle(x: number, y: number, width: number, height: number, fill: string, radius?: number): void;
  mark(x: number, y: number, side: number): void;
  /** A QR code without its quiet zone. */
  code(text: string, x: number, y: number, side: number, alt: string): void;
  /** A JPEG or PNG that has the proportions of the box. */
  photo(bytes: Uint8Array, x: number, y: number, width: number, height: number, alt: string): void;
}

/** A PDF of one page, see `pages`. */
export const onePage = (fonts: Fonts, facts: Facts, draw: (pen: Pen) => void): Promise<Uint8Array> => pages(fonts, facts, [draw]);

/** A PDF of pages of A4: text stays text, its glyphs are embedded as a subset, its parts are tagged. The same input gives the same bytes. */
export async function pages(fonts: Fonts, facts: Facts, draws: readonly ((pen: Pen) => void)[]): Promise<Uint8Array> {
  const [faces, { default: Pdf }] = await Promise.all([openFaces(fonts), import("pdfkit")]);
  const date = new Date(facts.date);
  const pdf = new Pdf({
    size: [a4.width, a4.height],
    margin: 0,
    // Else PDFKit looks for Helvetica, which is not in our package.
    font: "",
    pdfVersion: "1.7",
    lang: facts.locale,
    tagged: true,
    displayTitle: true,
    info: { Title: facts.title, Author: facts.author, Creator: "Lingxi", Producer: "PDFKit", CreationDate: date, ModDate: date },
  });
  // PDFKit would write the title into the metadata without escaping it.
  Object.assign(pdf, { _addInfo: () => (pdf as unknown as { appendXML(xml: string): void }).appendXML(metadata(facts)) });
  for (const [name, { bytes }] of Object.entries(faces))
    pdf.registerFont(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const pen = penOf(pdf, root, faces);
  for (const [n, draw] of draws.entries()) {
    if (n) pdf.addPage();
    draw(pen);
  }
  root.end();
  pdf.end();
  return done;
}

function penOf(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, faces: Faces): Pen {
  const artifact = (paint: () => void) => {
    pdf.markContent("Artifact", { type: "Layout" });
    paint();
    pdf.endMarkedContent();
  };
  const element = (tag: string, options: Record<string, string>, paint: () => void) =>
    root.add(pdf.struct(tag, options, [paint]));
  return {
    faces,
    text(lines, { x, y, size, leading = 0, weight = "regular", fill = ink.text, tag = "P", lang, actual, link }) {
      const paint = () => {
        pdf.font(weight).fontSize(size).fillColor(fill);
        for (const [i, line] of lines.entries()) {
          const { runs, width } = faces[weight].place(line);
          for (const { text, at, features } of runs)
            pdf.text(text, x + at * size, y + i * leading, {
              lineBreak: false,
              baseline: "alphabetic",
              ...(features.length ? { features: [...features] as PDFKit.Mixins.OpenTypeFeatures[] } : {}),
            });
          if (link) pdf.link(x, y + i * leading - size, width * size, size * 1.3, link);
        }
      };
      if (tag === "Artifact") artifact(paint);
      else element(link ? "Link" : tag, { ...(lang ? { lang } : {}), ...(actual ? { actual } : {}) }, paint);
    },
    rectangle: (x, y, width, height, fill, radius = 0) =>
      artifact(() => void pdf.roundedRect(x, y, width, height, radius).fill(fill)),
    mark: (x, y, side) =>
      artifact(() => {
        pdf
          .save()
          .translate(x, y)
          .scale(side / 32)
          .lineWidth(mark.width)
          .lineCap("round");
        for (const stroke of mark.strokes) pdf.path(stroke).stroke(ink.accent);
        pdf.circle(mark.dot.x, mark.dot.y, mark.dot.radius).fill(ink.accent).restore();
      }),
    code(text, x, y, side, alt) {
      const { data, size } = encode(text, { border: 0, ecc: "M" });
      const module = side / size;
      element("Figure", { alt }, () => {
        for (const [row, cells] of data.entries())
          for (const [column, dark] of cells.entries()) if (dark) pdf.rect(x + column * module, y + row * module, module, module);
        pdf.fill(ink.text);
      });
    },
    photo: (bytes, x, y, width, height, alt) => {
      element("Figure", { alt }, () => void pdf.image(Buffer.from(bytes), x, y, { width, height }));
    },
  };
}

const metadata = ({ title, author, locale, date }: Facts): string => `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>
  <dc:language><rdf:Bag><rdf:li>${locale}</rdf:li></rdf:Bag></dc:language>
  <xmp:CreateDate>${date}</xmp:CreateDate>
  <pdf:Producer>PDFKit</pdf:Producer>
</rdf:Description>`;
