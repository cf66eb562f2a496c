import { DomainError } from "../error.ts";
import { brokenWorkbook } from "./refusals.ts";
import type { SheetRow } from "./split.ts";

/** Bytes that the parts which are read may unpack to. */
const largest = 60_000_000;
const wanted = /^xl\/(sharedStrings\.xml|workbook\.xml|worksheets\/[^/]+\.xml|_rels\/workbook\.xml\.rels)$/;

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string) =>
  xml
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (name) return entities[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The text of a string item: its runs one after another, without readings that stand above the characters. */
const textOf = (xml: string) =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = ""]) => plain(text))
    .join("");

/** `C7` is the third column: 2. */
const columnOf = (at: string) => [...(/^[A-Z]{1,3}/.exec(at)?.[0] ?? "A")].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * The rows of the first sheet of a workbook (ECMA-376), each cell as text; a date is the number of its day.
 * @throws DomainError `import.workbook` where it is none, has a password, or is too large
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetRow[]> {
  const { strFromU8, unzipSync } = await import("fflate");
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted.test(name)) return false;
        size += originalSize;
        if (size > largest) throw new DomainError(brokenWorkbook);
        return true;
      },
    });
  } catch {
    throw new DomainError(brokenWorkbook);
  }
  const text = (path: string) => (files[path] ? strFromU8(files[path]) : "");
  const first = /<sheet\b[^>]*?\br:id="([^"]+)"/.exec(text("xl/workbook.xml"))?.[1];
  const relation = [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => attribute(tag, "Id") === first);
  const target = relation && attribute(relation, "Target")?.replace(/^\/?(xl\/)?/, "");
  const sheet = text(`xl/${target ?? "worksheets/sheet1.xml"}`);
  if (!sheet) throw new DomainError(brokenWorkbook);
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, item = ""]) =>
    textOf(item),
  );
  const rows: SheetRow[] = [];
  let line = 0;
  for (const [, tag = "", body = ""] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    line = Number(attribute(tag, "r") ?? line + 1);
    const cells: string[] = [];
    for (const [, about = "", inside = ""] of body.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const at = attribute(about, "r");
      const place = at ? columnOf(at) : cells.length;
      const value = plain(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inside)?.[1] ?? "");
      const kind = attribute(about, "t");
      while (cells.length < place) cells.push("");
      cells[place] = kind === "inlineStr" ? textOf(inside) : kind === "s" ? (shared[Number(value)] ?? "") : value;
    }
    if (cells.some((cell) => cell.trim())) rows.push({ line, cells });
  }
  return rows;
}
