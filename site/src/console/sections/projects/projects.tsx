import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { ProjectList } from "./list.tsx";

const review = async () => (await import("./review.tsx")).ProjectReview;

/** Addresses: the list by state, and `/<id>`. */
export function Projects() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  return id ? <Later key={id} load={review} id={id} /> : <ProjectList />;
}
