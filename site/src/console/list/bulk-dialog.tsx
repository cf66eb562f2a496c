import { useState } from "preact/hooks";
import type { Report } from "../long-work/run.ts";
import { t } from "../text.ts";
import { Button, Dialog, Notice, Progress, Table, TextArea } from "../ui.tsx";
import type { BulkAction } from "./types.ts";
import { words } from "./words.ts";

interface AskProps<Row> {
  action: BulkAction<Row>;
  rows: readonly Row[];
  onRun: (rows: readonly Row[], said: string) => void;
  onClose: () => void;
}

/** Says what will be done to how many rows, and asks for the reason where one is needed. */
export function BulkAsk<Row>({ action, rows, onRun, onClose }: AskProps<Row>) {
  const [said, setSaid] = useState("");
  const fitting = action.fits ? rows.filter(action.fits) : rows;
  return (
    <Dialog open title={t(action.label)} onClose={onClose}>
      <p>{t(action.help)}</p>
      <p>{t(words.bulkSure, { n: fitting.length })}</p>
      {fitting.length < rows.length && <Notice>{t(words.bulkNot, { n: rows.length - fitting.length })}</Notice>}
      {action.asks && <TextArea name="bulk-said" label={t(action.asks)} value={said} onInput={setSaid} required />}
      <Button
        look={action.look === "danger" ? "danger" : "main"}
        disabled={fitting.length === 0 || (action.asks !== undefined && !said.trim())}
        onClick={() => onRun(fitting, said.trim())}
      >
        {t(action.label)}
      </Button>
    </Dialog>
  );
}

/** How far it has come, the way to stop it, and in the end what was not done and why. */
export function BulkProgress({ label, report, onStop }: { label: string; report: Report; onStop: () => void }) {
  const { total, done, failed, rest, over } = report;
  const at = done.length + failed.length;
  if (!over)
    return (
      <div class="list-work">
        <Progress label={label} value={at} max={total} />
        <span role="status">
          {label} {t(words.rowsDone, { done: at, total })}
        </span>
        <Button look="quiet" onClick={onStop}>
          {t(words.stop)}
        </Button>
      </div>
    );
  const counts = { done: done.length, failed: failed.length, rest };
  return (
    <Notice tone={failed.length || rest ? "warning" : "success"} title={label}>
      <p>{t(rest ? words.bulkStopped : words.bulkDone, counts)}</p>
      {failed.length > 0 && (
        <Table
          caption={t(words.bulkReason)}
          rows={failed}
          rowKey={(one) => one.id}
          columns={[
            { key: "name", label: t(words.record), cell: (one) => one.name },
            { key: "why", label: t(words.bulkReason), cell: (one) => one.why },
          ]}
        />
      )}
    </Notice>
  );
}
