import { randomBytes } from "node:crypto";
import { inviteMember } from "@lingxi/core/identity";
import type { Grant } from "@lingxi/core/identity/schema";
import { openSession } from "@lingxi/core/identity/session";
import type { Role } from "@lingxi/core/platform/actor";
import { save } from "@lingxi/core/platform/entity";
import { Members } from "../../packages/core/src/identity/entity.ts";
import { joining } from "../../packages/core/src/identity/sign-in.ts";
import { system, type World } from "./embedded.ts";

type Given = Role | Grant;

/** A member of staff who has signed in. A role holds everywhere, a grant where it says. @returns the id */
export async function member(world: Pick<World, "ctx">, id: string, ...given: Given[]): Promise<string> {
  const ctx = world.ctx(system);
  const grants = given.map((one) => (typeof one === "string" ? { role: one, activities: [], chains: [] } : one));
  if (!(await Members.find(ctx, { id })))
    await inviteMember(ctx, { id, name: "编辑", email: `${id}-${randomBytes(4).toString("hex")}@example.com`, grants });
  const found = await Members.find(ctx, { id });
  if (found?.status === "invited")
    await save(ctx, Members.change(ctx, found, { status: "active" }), ...(await joining(ctx, found)));
  return id;
}

/** A session of a member, as the browser's cookie has it. */
export async function sessionOf(world: Pick<World, "ctx">, id: string, device = "? · ?"): Promise<string> {
  const ctx = world.ctx(system);
  const { write, cookie } = openSession({ ...ctx, caller: { source: "test", device } }, id, "passkey");
  await save(ctx, write);
  return `__Host-session=${cookie.value}`;
}

/** Signs somebody with the roles in. @returns the cookie */
export const signIn = async (world: World, ...roles: Role[]): Promise<string> =>
  sessionOf(world, await member(world, `stf_${roles.join("-")}`, ...roles));
