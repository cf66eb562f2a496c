import { DomainError } from "../error.ts";
import type { Reason } from "../reason.ts";
import { emptyFile, sheetLimits, tooManyRows } from "./refusals.ts";
import type { SheetRow } from "./split.ts";

export interface TableRow<Column extends string> {
  /** Where the row begins in the file, as an editor counts lines. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s_*\-:]|\(.*?\)|\uFEFF/g, "")
    .toLowerCase();

/**
 * The rows below the header, which is looked for in the first ten. A column has the names that people give it; they are compared without spaces,
 * brackets and case, and of two that mean the same the first one counts.
 * @throws DomainError `noHeader` where no row names the column that is `needed`, `import.empty`, `import.too-many-rows`
 */
export function readTable<Column extends string>(
  rows: readonly SheetRow[],
  columns: Readonly<Record<Column, readonly string[]>>,
  needed: NoInfer<Column>,
  noHeader: Reason,
): TableRow<Column>[] {
  const columnOf = (heading: string) => (Object.keys(columns) as Column[]).find((name) => columns[name].includes(plain(heading)));
  const at = rows.slice(0, 10).findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === needed));
  const header = rows[at];
  if (!header) {
    const first = rows[0]?.cells.join(", ").slice(0, 80);
    throw new DomainError(first ? noHeader : emptyFile, { params: { found: first ?? "" } });
  }
  const names = header.cells.map(columnOf);
  const body = rows.slice(at + 1);
  if (!body.length) throw new DomainError(emptyFile);
  if (body.length > sheetLimits.rows) throw new DomainError(tooManyRows, { params: { rows: body.length } });
  return body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      names.flatMap((name, i) => (name && names.indexOf(name) === i && cells[i]?.trim() ? [[name, cells[i]]] : [])),
    ) as Partial<Record<Column, string>>,
  }));
}
