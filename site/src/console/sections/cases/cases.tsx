import { paths } from "@lingxi/core/publication/schema";
import { usePlace } from "../../router.ts";
import { type Desk, DeskProvider } from "./desk.ts";
import { CaseEditor } from "./editor.tsx";
import { CaseForm } from "./form.tsx";
import { CaseList } from "./list.tsx";
import { words } from "./words.ts";

const desk: Desk = {
  prefix: "cas",
  unsaved: "new",
  place: "/console/cases",
  api: "/api/console/cases",
  preview: "/api/preview/cases",
  page: paths.case,
  words,
  chained: true,
  Form: CaseForm,
};

/** Addresses: the list, `/new`, and `/<id>`. */
export function Cases() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return (
    <DeskProvider value={desk}>{id ? <CaseEditor key={id} id={id === "new" ? undefined : id} /> : <CaseList />}</DeskProvider>
  );
}
