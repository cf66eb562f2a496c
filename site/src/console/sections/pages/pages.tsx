import { paths } from "@lingxi/core/publication/schema";
import type { ComponentProps } from "preact";
import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { type Desk, DeskProvider } from "../cases/desk.ts";
import { CaseList } from "../cases/list.tsx";
import { words } from "./words.ts";

const form = async () => (await import("./form.tsx")).PageForm;
const editor = async () => (await import("../cases/editor.tsx")).CaseEditor;

const desk: Desk = {
  prefix: "pag",
  unsaved: "new-page",
  place: "/console/pages",
  api: "/api/console/pages",
  preview: "/api/preview/pages",
  page: paths.page,
  words,
  chained: false,
  Form: (props: ComponentProps<Desk["Form"]>) => <Later {...props} load={form} />,
};

/** Pages that stand by themselves, written as cases are. Addresses: the list, `/new`, and `/<id>`. */
export function Pages() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return (
    <DeskProvider value={desk}>
      {id ? <Later key={id} id={id === "new" ? undefined : id} load={editor} /> : <CaseList />}
    </DeskProvider>
  );
}
