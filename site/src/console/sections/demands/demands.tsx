import { usePlace } from "../../router.ts";
import { DemandEntry } from "./entry.tsx";
import { DemandList } from "./list.tsx";
import { DemandReview } from "./review.tsx";

/** Addresses: the list by state, `/new`, and `/<id>`. */
export function Demands() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return id === "new" ? <DemandEntry /> : id ? <DemandReview key={id} id={id} /> : <DemandList />;
}
