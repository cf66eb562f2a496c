import { enterAccount } from "@lingxi/core/account";
import { findAccountSession } from "@lingxi/core/account/session";
import { save } from "@lingxi/core/platform/entity";
import type { Participant } from "@lingxi/core/platform/participant";
import { AccountLinks } from "../../packages/core/src/account/entity.ts";
import { accountLinks } from "../../packages/core/src/account/link.ts";
import type { World } from "./embedded.ts";

const caller = { source: "test", device: "? · ?", browser: "a browser" };

/** Somebody who signed in with the address by a link. @returns who acts then, and the browser's cookie */
export async function participantOf(world: World, email: string): Promise<{ actor: Participant; cookie: string }> {
  const ctx = world.ctx();
  // Not by asking: that is counted by address and hour.
  const id = ctx.newId("lnk");
  const token = accountLinks.token(ctx, { id });
  const apart = { ...caller, source: id };
  const link = { ...(await accountLinks.ask({ ...ctx, newId: () => id, caller: apart }, `${id}@example.com`)), email };
  await save(ctx, AccountLinks.create(ctx, { ...link, person: ctx.keys.digest("person", email), locale: "zh-CN" }));
  const { cookie } = await enterAccount({ ...ctx, caller: apart }, { token });
  const { actor } = await findAccountSession({ ...ctx, caller }, cookie.value, false);
  if (!actor) throw new Error("nobody is signed in");
  return { actor, cookie: `__Host-participant=${cookie.value}` };
}
