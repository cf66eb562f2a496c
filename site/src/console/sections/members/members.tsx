import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { MemberList } from "./list.tsx";

const invite = async () => (await import("./invite.tsx")).InviteMember;
const member = async () => (await import("./member.tsx")).MemberPage;

/** Addresses: the list, `/new`, and `/<id>`. */
export function Members() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  if (!id) return <MemberList />;
  return id === "new" ? <Later load={invite} /> : <Later key={id} id={id} load={member} />;
}
