import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { MeetingList } from "./list.tsx";

const desk = async () => (await import("./desk.tsx")).MeetingDesk;
const setup = async () => (await import("./setup.tsx")).MeetingSetup;
const people = async () => (await import("./people.tsx")).MeetingPeople;

/** Addresses: the list, `/<activityId>`, `/<activityId>/setup` and `/<activityId>/people`. */
export function Meetings() {
  const { path } = usePlace();
  const [, , , id, part] = path.split("/");
  if (!id) return <MeetingList />;
  const load = part === "setup" ? setup : part === "people" ? people : desk;
  return <Later key={`${id} ${part}`} id={id} load={load} />;
}
