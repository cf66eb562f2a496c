import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { CaseList } from "./list.tsx";

const editor = async () => (await import("./editor.tsx")).CaseEditor;

/** Addresses: the list, `/new`, and `/<id>`. */
export function Cases() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  if (!id) return <CaseList />;
  return <Later key={id} id={id === "new" ? undefined : id} load={editor} />;
}
