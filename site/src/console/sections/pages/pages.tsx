import { paths } from "@lingxi/core/publication/schema";
import { usePlace } from "../../router.ts";
import { type Desk, DeskProvider } from "../cases/desk.ts";
import { CaseEditor } from "../cases/editor.tsx";
import { CaseList } from "../cases/list.tsx";
import { PageForm } from "./form.tsx";
import { words } from "./words.ts";

const desk: Desk = {
  prefix: "pag",
  unsaved: "new-page",
  place: "/console/pages",
  api: "/api/console/pages",
  preview: "/api/preview/pages",
  page: paths.page,
  words,
  chained: false,
  Form: PageForm,
};

/** Pages that stand by themselves, written as cases are. Addresses: the list, `/new`, and `/<id>`. */
export function Pages() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return (
    <DeskProvider value={desk}>{id ? <CaseEditor key={id} id={id === "new" ? undefined : id} /> : <CaseList />}</DeskProvider>
  );
}
