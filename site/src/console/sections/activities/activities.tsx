import { usePlace } from "../../router.ts";
import { Door } from "./door.tsx";
import { ActivityEditor } from "./editor.tsx";
import { ActivityList } from "./list.tsx";

/** Addresses: the list, `/new`, `/<id>`, and `/<id>/registrations`. */
export function Activities() {
  const { path } = usePlace();
  const [, , , id, part] = path.split("/");
  if (!id) return <ActivityList />;
  if (part === "registrations") return <Door key={id} id={id} />;
  return <ActivityEditor key={id} id={id === "new" ? undefined : id} />;
}
