import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { RoadshowList } from "./list.tsx";

const parts = {
  entries: async () => (await import("./entries.tsx")).Entries,
  call: async () => (await import("./call.tsx")).Call,
  jury: async () => (await import("./jurors.tsx")).Jurors,
  order: async () => (await import("./order.tsx")).RunningOrder,
} as const;
const entry = async () => (await import("./entry.tsx")).EntryPage;

/** Addresses: the list, `/<activity>` with its projects, and below it `/call`, `/jury`, `/order`, `/entries/<id>`. */
export function Roadshows() {
  const { path } = usePlace();
  const [, , , id, part, entryId] = path.split("/");
  if (!id) return <RoadshowList />;
  if (part === "entries" && entryId) return <Later key={entryId} load={entry} id={id} entryId={entryId} />;
  const load = part === "call" || part === "jury" || part === "order" ? parts[part] : parts.entries;
  return <Later key={`${id} ${part}`} load={load} id={id} />;
}
