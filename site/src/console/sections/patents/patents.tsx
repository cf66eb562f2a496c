import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { PatentList } from "./list.tsx";

const editor = async () => (await import("./editor.tsx")).PatentEditor;
const imports = async () => (await import("./imports.tsx")).PatentImports;
const report = async () => (await import("./report.tsx")).PatentReport;

/** Addresses: the list, `/new`, `/<id>`, `/imports`, `/imports/<id>`. */
export function Patents() {
  const { path } = usePlace();
  const [, , , first, second] = path.split("/");
  if (!first) return <PatentList />;
  if (first === "imports") return second ? <Later key={second} load={report} id={second} /> : <Later load={imports} />;
  return <Later key={first} id={first === "new" ? undefined : first} load={editor} />;
}
