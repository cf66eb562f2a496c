import type { Words } from "@lingxi/core/platform/text";
import type { Cell } from "@lingxi/core/platform/xlsx";
import type { ComponentChildren } from "preact";
import type { Column } from "../ui.tsx";

export type FileFormat = "csv" | "xlsx";

/** A column of a list. */
export interface ListColumn<Row> extends Column<Row> {
  /** What it says as plain text: for sorting, and in the exported file. */
  readonly text: (row: Row) => string | number | undefined;
  /** What it is in an exported workbook, where that is not its text: an instant, a day, a number. */
  readonly value?: (row: Row) => Cell;
  /** What it is sorted by, where that is not its text: an instant, an amount. */
  readonly by?: (row: Row) => string | number | undefined;
  /** The list's own order on the server, either way: sorting by it needs nothing but the first page. */
  readonly own?: boolean;
  /** `narrow` for a number or a short word, `time` for an instant, `wide` for a title. */
  readonly width?: "narrow" | "time" | "wide";
  /** In the exported file alone. */
  readonly fileOnly?: boolean;
  /** Not shown on a small screen; in the exported file all the same. */
  readonly aside?: boolean;
}

/** One way to narrow a list; its name is the API's parameter and stands in the address. */
export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The states of a list as tabs. One is always chosen. */
export interface ListTabs {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: string | undefined }[];
  readonly fallback: string;
}

/** Something done to many rows, each by one call of one verb. */
export interface BulkAction<Row> {
  readonly key: string;
  readonly label: Words;
  /** What it means, said before it begins. */
  readonly help: Words;
  readonly look?: "danger" | "quiet";
  /** A reason that has to be given, the same for all. */
  readonly asks?: Words;
  readonly fits?: (row: Row) => boolean;
  /** The one call, as `{ path, body }`, always a POST; the row's version guards it. */
  readonly call: (row: Row, said: string) => { readonly path: string; readonly body: object };
}

/** All that a list is. One component shows every list of the console. */
export interface ListOf<Row> {
  /** The API's address, without a query: answers `{ items, cursor? }` to `limit`, `cursor`, `q`, `order` and the filters. */
  readonly api: string;
  /** What it is a list of, for those who do not see it, and the name of the exported file. */
  readonly caption: string;
  readonly rowId: (row: Row) => string;
  /** What a row is called. */
  readonly rowName: (row: Row) => string;
  readonly href?: (row: Row) => string;
  readonly columns: readonly ListColumn<Row>[];
  readonly tabs?: ListTabs;
  readonly filters?: readonly ListFilter[];
  readonly actions?: readonly BulkAction<Row>[];
  /** Shown when the list of a tab is empty and nothing narrows it. */
  readonly empty: (tab: string) => { readonly title: string; readonly help: string; readonly more?: ComponentChildren };
  /** What the pulse calls it: the list follows what changes while it is open. */
  readonly topic?: string;
  /** Rows a page at most; 500 unless the API gives fewer. */
  readonly most?: number;
  /** On which clock an exported workbook shows instants; on the programme's own by default. */
  readonly timeZone?: string;
  /** Which way the list of a tab stands by itself, for the column that is its own order; the newest first by default. */
  readonly order?: (tab: string) => "newest" | "oldest";
}
