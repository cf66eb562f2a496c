import { paths } from "@lingxi/core/publication/schema";
import type { ComponentProps } from "preact";
import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { type Desk, DeskProvider } from "./desk.ts";
import { CaseList } from "./list.tsx";
import { words } from "./words.ts";

const form = async () => (await import("./form.tsx")).CaseForm;
const editor = async () => (await import("./editor.tsx")).CaseEditor;

const desk: Desk = {
  prefix: "cas",
  unsaved: "new",
  place: "/console/cases",
  api: "/api/console/cases",
  preview: "/api/preview/cases",
  page: paths.case,
  words,
  chained: true,
  Form: (props: ComponentProps<Desk["Form"]>) => <Later {...props} load={form} />,
};

/** Addresses: the list, `/new`, and `/<id>`. */
export function Cases() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return (
    <DeskProvider value={desk}>
      {id ? <Later key={id} id={id === "new" ? undefined : id} load={editor} /> : <CaseList />}
    </DeskProvider>
  );
}
