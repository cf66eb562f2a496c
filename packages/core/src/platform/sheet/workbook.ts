import { unzipSync } from "fflate";
import { DomainError } from "../error.ts";
import { brokenWorkbook, sheetLimits } from "./refusals.ts";
import type { SheetRow } from "./split.ts";

/** Bytes that the parts which are read may unpack to, so that a small file cannot fill the memory. */
const unpacked = 60_000_000;
const columns = 200;

/** Format numbers that every spreadsheet knows for days and times (ECMA-376 part 1, 18.8.30, and the East Asian ones). */
const isDayFormat = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string) =>
  xml.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
/** What a cell of rich text says, without how it sounds. */
const textOf = (xml: string) =>
  plain(
    [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, "").matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join(""),
  );

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** `C12` → column 2, row 11. */
function placeOf(at: string): readonly [column: number, row: number] | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(at) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [column, Number(digits) - 1];
}

/** A serial number as a day, with the time where there is one: `2027-03-01 09:30`. */
function dayOf(serial: number, from1904: boolean): string {
  const text = new Date(Math.round((serial + (from1904 ? 1462 : 0) - 25_569) * 86_400) * 1000).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

/**
 * The first sheet of a workbook (ECMA-376) as texts: of a formula what it gave when the file was saved, of a merged cell the same in all of its
 * cells, of a date the day. @throws DomainError `import.workbook` where it is none, has a password, or unpacks to too much
 */
export function readWorkbook(bytes: Uint8Array): SheetRow[] {
  const parts = unpack(bytes);
  const workbook = parts("xl/workbook.xml");
  const sheet = parts(firstSheet(workbook, parts("xl/_rels/workbook.xml.rels"))) || parts("xl/worksheets/sheet1.xml");
  if (!sheet) throw new DomainError(brokenWorkbook);
  const shared = [...parts("xl/sharedStrings.xml").matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\s*\/>/g)].map(([, si = ""]) =>
    textOf(si),
  );
  const isDay = dayStyles(parts("xl/styles.xml"));
  const from1904 = /<workbookPr[^>]*date1904="(1|true)"/.test(workbook);
  const rows: string[][] = [];
  const put = (column: number, row: number, text: string) => {
    if (column >= columns || row > sheetLimits.rows + 100) return;
    rows[row] ??= [];
    (rows[row] as string[])[column] = text;
  };
  for (const [, tag = "", body = ""] of sheet.matchAll(/<c(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const place = placeOf(attribute(tag, "r") ?? "");
    if (place) put(place[0], place[1], said(tag, body));
  }
  for (const [, ref = ""] of sheet.matchAll(/<mergeCell\s[^>]*ref="([^"]+)"/g)) spread(ref);
  return Array.from(rows, (cells, n) => ({ line: n + 1, cells: Array.from(cells ?? [], (cell) => cell ?? "") })).filter(
    ({ cells }) => cells.some((cell) => cell.trim()),
  );

  function said(tag: string, body: string): string {
    const type = attribute(tag, "t");
    if (type === "inlineStr") return textOf(body);
    const value = plain(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(body)?.[1] ?? "");
    if (type === "s") return shared[Number(value)] ?? "";
    if (type === "e") return "";
    if (type === "b") return value === "1" ? "1" : "0";
    const number = Number(value);
    if (type === "str" || type === "d" || value === "" || !Number.isFinite(number)) return value;
    return isDay(Number(attribute(tag, "s") ?? 0)) ? dayOf(number, from1904) : String(number);
  }

  function spread(ref: string): void {
    const [from, to] = ref.split(":").map(placeOf);
    if (!from || !to || (to[0] - from[0] + 1) * (to[1] - from[1] + 1) > 100_000) return;
    const text = rows[from[1]]?.[from[0]] ?? "";
    for (let row = from[1]; row <= to[1]; row++) for (let column = from[0]; column <= to[0]; column++) put(column, row, text);
  }
}

function unpack(bytes: Uint8Array): (path: string) => string {
  let size = 0;
  try {
    const wanted = /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        size += originalSize;
        if (size > unpacked) throw new DomainError(brokenWorkbook);
        return true;
      },
    });
    return (path) => (files[path] ? new TextDecoder().decode(files[path]) : "");
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(brokenWorkbook);
  }
}

/** Where the sheet lies that stands first. */
function firstSheet(workbook: string, relations: string): string {
  const id = attribute(/<sheet\s[^>]*>/.exec(workbook)?.[0] ?? "", "r:id");
  const relation = [...relations.matchAll(/<Relationship\s[^>]*>/g)].find(([tag]) => attribute(tag, "Id") === id)?.[0];
  const target = relation && attribute(relation, "Target");
  return target ? (target.startsWith("/") ? target.slice(1) : `xl/${target}`) : "";
}

/** Which styles of cells are days. */
function dayStyles(styles: string): (style: number) => boolean {
  const own = new Map(
    [...styles.matchAll(/<numFmt\s[^>]*>/g)].map(([tag]) => [
      Number(attribute(tag, "numFmtId")),
      /[ymdh]/i.test((attribute(tag, "formatCode") ?? "").replace(/"[^"]*"|&quot;.*?&quot;|\[[^\]]*\]|\\./g, "")),
    ]),
  );
  const formats = [...(/<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "").matchAll(/<xf\b([^>]*)/g)].map(([, tag = ""]) =>
    Number(attribute(tag, "numFmtId") ?? 0),
  );
  return (style) => {
    const id = formats[style] ?? 0;
    return own.get(id) ?? isDayFormat(id);
  };
}
