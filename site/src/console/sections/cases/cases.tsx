import { usePlace } from "../../router.ts";
import { CaseEditor } from "./editor.tsx";
import { CaseList } from "./list.tsx";

/** Addresses: the list, `/new`, and `/<id>`. */
export function Cases() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  if (!id) return <CaseList />;
  return <CaseEditor key={id} id={id === "new" ? undefined : id} />;
}
