import { usePlace } from "../../router.ts";
import { TalentList } from "./list.tsx";
import { TalentReview } from "./review.tsx";

/** Addresses: the list by state, and `/<id>`. */
export function Talents() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return id ? <TalentReview key={id} id={id} /> : <TalentList />;
}
