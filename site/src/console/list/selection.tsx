import { t } from "../text.ts";
import { Button } from "../ui.tsx";
import type { BulkAction, FileFormat } from "./types.ts";
import { words } from "./words.ts";

interface Props<Row> {
  count: number;
  /** Whether there may be more that matches than is selected. */
  more: boolean;
  busy: boolean;
  actions: readonly BulkAction<Row>[];
  onAll: () => void;
  onNone: () => void;
  onExport: (format: FileFormat) => void;
  onAction: (action: BulkAction<Row>) => void;
}

/** What can be done to the selected rows. */
export function SelectionBar<Row>({ count, more, busy, actions, onAll, onNone, onExport, onAction }: Props<Row>) {
  return (
    <section class="list-selection" aria-label={t(words.selected, { n: count })}>
      <strong role="status">{t(words.selected, { n: count })}</strong>
      {more && (
        <Button look="quiet" busy={busy} onClick={onAll}>
          {t(words.selectAll)}
        </Button>
      )}
      {actions.map((action) => (
        <Button key={action.key} look={action.look ?? "quiet"} disabled={busy} onClick={() => onAction(action)}>
          {t(action.label)}
        </Button>
      ))}
      <Button look="quiet" disabled={busy} onClick={() => onExport("csv")}>
        {t(words.exportSome)}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => onExport("xlsx")}>
        {t(words.exportSomeXlsx)}
      </Button>
      <Button look="quiet" onClick={onNone}>
        {t(words.selectNone)}
      </Button>
    </section>
  );
}
