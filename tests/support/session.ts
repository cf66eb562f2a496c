import { issueSignInLink } from "@lingxi/core/identity";
import type { Role } from "@lingxi/core/platform/actor";
import { call } from "./api.ts";
import { system, type World } from "./embedded.ts";

/** Signs somebody with the roles in, as a browser does. @returns the cookie */
export async function signIn(world: World, ...roles: Role[]): Promise<string> {
  const who = { staffId: `stf_${roles.join("-")}`, name: "编辑", roles };
  const { token } = await issueSignInLink(world.ctx(system), who);
  const { cookies } = await call(world, "POST", "/api/session", { body: { token } });
  return (cookies[0] ?? "").split(";")[0] ?? "";
}
