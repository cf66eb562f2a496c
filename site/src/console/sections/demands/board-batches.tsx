import type { Batch } from "@lingxi/core/demand/batch-schema";
import type { DemandRow } from "@lingxi/core/demand/schema";
import { type Localised, say } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, Choices, Dialog, ErrorSummary } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./board-words.ts";

/** The batches, the newest first; read again when one was made. */
export function useBatches() {
  const [batches, setBatches] = useState<readonly Batch[]>([]);
  const read = async () => setBatches((await api<{ items: Batch[] }>("/api/console/demand-batches?limit=100")).items);
  useEffect(() => {
    void read().catch(() => setBatches([]));
  }, []);
  return { batches, read };
}

/** Makes a batch, and chooses it. */
export function MakeBatch({ done }: { done: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState<Localised>({ "zh-CN": "" });
  const { busy, trouble, attempt } = useWork();
  const send = () =>
    attempt(async () => {
      const { id } = await api<{ id: string }>("/api/console/demand-batches", { method: "POST", body: { name } });
      setOpen(false);
      done(id);
    });
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t(words.make)}
      </Button>
      <Dialog open={open} title={t(words.make)} onClose={() => setOpen(false)}>
        {open && (
          <>
            <p>{t(words.makeHelp)}</p>
            <ErrorSummary message={trouble?.message} fields={trouble?.fields ?? []} />
            <BilingualField name="name" label={t(words.name)} value={name} onInput={setName} errors={trouble?.fields} />
          </>
        )}
        <Button busy={busy} onClick={() => void send()}>
          {t(words.make)}
        </Button>
      </Dialog>
    </>
  );
}

/** Gathers needs in a batch: those that are in none and still wanted. */
export function Gather({ batchId, done }: { batchId: string; done: (gathered: number) => void }) {
  const { locale } = useLocale();
  const [rows, setRows] = useState<readonly DemandRow[]>();
  const [chosen, choose] = useState<readonly string[]>([]);
  const { busy, trouble, attempt } = useWork();
  const read = () =>
    attempt(async () => {
      const pages = await Promise.all(
        ["open", "in-contact"].map((status) =>
          api<{ items: DemandRow[] }>(`/api/console/demands?status=${status}&batch=none&limit=50`),
        ),
      );
      choose([]);
      setRows(pages.flatMap(({ items }) => items));
    });
  const send = () =>
    attempt(async () => {
      const body = { demandIds: chosen };
      const { gathered } = await api<{ gathered: number }>(`/api/console/demand-batches/${batchId}/gather`, {
        method: "POST",
        body,
      });
      setRows(undefined);
      done(gathered);
    });
  return (
    <>
      <Button busy={busy} onClick={() => void read()}>
        {t(words.gather)}
      </Button>
      <Dialog open={rows !== undefined} title={t(words.gather)} onClose={() => setRows(undefined)}>
        <p>{t(words.gatherHelp)}</p>
        <ErrorSummary message={trouble?.message} fields={trouble?.fields ?? []} />
        {rows?.length ? (
          <Choices
            as="checkbox"
            long
            name="demandIds"
            label={t(words.chosen)}
            value={chosen}
            onInput={choose}
            options={rows.map((row) => ({ value: row.id, label: `${say(row.title, locale)} · ${row.organisation}` }))}
          />
        ) : (
          <p>{t(words.nothing)}</p>
        )}
        <Button busy={busy} disabled={!chosen.length} onClick={() => void send()}>
          {t(words.put)}
        </Button>
      </Dialog>
    </>
  );
}
