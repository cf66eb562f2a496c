import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { DemandList } from "./list.tsx";

const review = async () => (await import("./review.tsx")).DemandReview;
const board = async () => (await import("./board.tsx")).Board;
const editor = async () => (await import("./entry.tsx")).DemandEntry;

/** Addresses: the list by state, `/board`, `/new`, and `/<id>`. */
export function Demands() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  if (id === "board") return <Later load={board} />;
  return id === "new" ? <Later load={editor} /> : id ? <Later key={id} load={review} id={id} /> : <DemandList />;
}
