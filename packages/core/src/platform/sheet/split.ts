import Papa from "papaparse";
import { DomainError } from "../error.ts";
import { brokenQuotes } from "./refusals.ts";

/** A row of a table, and where it begins in the file: the first line is 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV text, with the line that each begins at as an editor counts; blank ones are left out. @throws DomainError `import.quotes` */
export function splitText(given: string): SheetRow[] {
  const text = given.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const rows: SheetRow[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    newline: "\n",
    step({ data, errors, meta }) {
      if (errors.some((e) => e.type === "Quotes")) throw new DomainError(brokenQuotes, { params: { line } });
      if (data.some((cell) => cell.trim())) rows.push({ line, cells: data });
      for (; read < meta.cursor; read++) if (text.charCodeAt(read) === 10) line++;
    },
  });
  return rows;
}

/** Excel in some regions writes semicolons, and "Unicode text" has tabs: the one that the first line has most of. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 5000)
      .split("\n")
      .find((l) => l.trim()) ?? "";
  const count = (d: string) => first.split(d).length;
  return [",", "\t", ";"].reduce((best, d) => (count(d) > count(best) ? d : best));
}
