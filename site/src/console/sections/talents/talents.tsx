import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { TalentList } from "./list.tsx";

const review = async () => (await import("./review.tsx")).TalentReview;

/** Addresses: the list by state, and `/<id>`. */
export function Talents() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return id ? <Later key={id} load={review} id={id} /> : <TalentList />;
}
