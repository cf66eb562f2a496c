import type { JurorRow } from "@lingxi/core/roadshow/schema";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Empty, Notice, Table } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Frame, useCall } from "./frame.tsx";
import { words } from "./words.ts";

/** The jurors of one roadshow, and giving every project enough of them. */
export function Jurors({ id }: { id: string }) {
  const found = useCall(id);
  const may = hasRole(useSession(), "organiser");
  const { items, problem, reload } = usePaged<JurorRow>(`/api/console/roadshows/${id}/jurors`);
  const { busy, told, trouble, attempt, tell } = useWork();
  const distribute = () =>
    attempt(async () => {
      const path = `/api/console/roadshows/${id}/distribute`;
      const { assigned, short } = await api<{ assigned: number; short: string[] }>(path, { method: "POST" });
      tell([t(words.distributed, { n: assigned }), short.length ? t(words.short, { n: short.length }) : ""].join(" "));
      reload();
    });
  return (
    <Frame id={id} part="jury" found={found}>
      <p>{t(words.juryHelp)}</p>
      {told && <Notice tone="success">{told}</Notice>}
      {(problem || trouble) && <Notice tone="error">{problem ?? trouble?.message}</Notice>}
      {may && !found.call?.result && (
        <p>
          <Button busy={busy} onClick={() => void distribute()}>
            {t(words.distribute)}
          </Button>
        </p>
      )}
      {items?.length === 0 && <Empty title={t(words.noJurors)} help={t(words.noJurorsHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.jury)}
          rows={items}
          rowKey={(one) => one.id}
          columns={[
            { key: "name", label: t(words.juror), cell: (one) => one.name },
            {
              key: "organisation",
              label: t(words.organisation),
              cell: (one) => one.organisation ?? <span class="muted">{t(words.notDeclared)}</span>,
            },
            { key: "assigned", label: t(words.given), number: true, cell: (one) => one.assigned },
            { key: "handedIn", label: t(words["handed-in"]), number: true, cell: (one) => one.handedIn },
            { key: "conflicts", label: t(words.conflicts), number: true, cell: (one) => one.conflicts },
          ]}
        />
      )}
    </Frame>
  );
}
