import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { Door } from "./door.tsx";
import { ActivityList } from "./list.tsx";

const attendance = async () => (await import("./attendance.tsx")).Attendance;
const agenda = async () => (await import("./agenda.tsx")).AgendaEditor;
const editor = async () => (await import("./editor.tsx")).ActivityEditor;

/** Addresses: the list, `/new`, `/<id>`, `/<id>/agenda`, `/<id>/registrations` and `/<id>/attendance`. */
export function Activities() {
  const { path } = usePlace();
  const [, , , id, part] = path.split("/");
  if (!id) return <ActivityList />;
  if (part === "attendance") return <Later key={id} id={id} load={attendance} />;
  if (part === "agenda") return <Later key={id} id={id} load={agenda} />;
  if (part === "registrations") return <Door key={id} id={id} />;
  return <Later key={id} id={id === "new" ? undefined : id} load={editor} />;
}
