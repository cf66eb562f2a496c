import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { DemandList } from "./list.tsx";
import { DemandReview } from "./review.tsx";

const editor = async () => (await import("./entry.tsx")).DemandEntry;

/** Addresses: the list by state, `/new`, and `/<id>`. */
export function Demands() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return id === "new" ? <Later load={editor} /> : id ? <DemandReview key={id} id={id} /> : <DemandList />;
}
