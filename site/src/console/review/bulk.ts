import type { Words } from "@lingxi/core/platform/text";
import type { BulkAction } from "../list/types.ts";
import { words as common } from "./words.ts";

interface Submitted {
  readonly id: string;
  readonly status: string;
  readonly version: number;
}
type Said = "list" | "listMany" | "change" | "changeLabel" | "changeHelp" | "decline" | "declineHelp";

/** What can be done to many at once of what was submitted to be listed: the same steps as on the page of one. */
export function listingActions<Row extends Submitted>(
  section: string,
  words: Readonly<Record<Said, Words>>,
): readonly BulkAction<Row>[] {
  const path = (row: Row, step: string) => `/api/console/${section}/${row.id}/${step}`;
  const waits = ({ status }: Row) => status === "submitted";
  return [
    {
      key: "list",
      label: words.list,
      help: words.listMany,
      fits: waits,
      call: (row) => ({ path: path(row, "list"), body: { version: row.version } }),
    },
    {
      key: "change",
      label: words.change,
      help: words.changeHelp,
      asks: words.changeLabel,
      fits: waits,
      call: (row, remark) => ({ path: path(row, "request-changes"), body: { version: row.version, remark } }),
    },
    {
      key: "decline",
      label: words.decline,
      help: words.declineHelp,
      asks: common.reason,
      look: "danger",
      fits: ({ status }) => status === "submitted" || status === "changes-requested",
      call: (row, remark) => ({ path: path(row, "decline"), body: { version: row.version, remark } }),
    },
  ];
}
