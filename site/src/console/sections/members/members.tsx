import { usePlace } from "../../router.ts";
import { InviteMember } from "./invite.tsx";
import { MemberList } from "./list.tsx";
import { MemberPage } from "./member.tsx";

/** Addresses: the list, `/new`, and `/<id>`. */
export function Members() {
  const { path } = usePlace();
  const [, , , id] = path.split("/");
  if (!id) return <MemberList />;
  return id === "new" ? <InviteMember /> : <MemberPage key={id} id={id} />;
}
