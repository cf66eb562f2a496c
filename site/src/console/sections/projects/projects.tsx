import { usePlace } from "../../router.ts";
import { ProjectList } from "./list.tsx";
import { ProjectReview } from "./review.tsx";

/** Addresses: the list by state, and `/<id>`. */
export function Projects() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return id ? <ProjectReview key={id} id={id} /> : <ProjectList />;
}
