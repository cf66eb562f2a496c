import { usePlace } from "../../router.ts";
import { ActivityEditor } from "./editor.tsx";
import { ActivityList } from "./list.tsx";

/** Addresses: the list, `/new`, and `/<id>`. */
export function Activities() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  if (!id) return <ActivityList />;
  return <ActivityEditor key={id} id={id === "new" ? undefined : id} />;
}
