import { beginPasskey, beginPasskeySignIn, issueSetUpLink } from "@lingxi/core/identity";
import { call } from "../api.ts";
import { authenticator } from "../authenticator.ts";
import { system, type World } from "../embedded.ts";
import { signIn } from "../session.ts";

/** What is accepted only with something that the product itself has given before: by the operation's name, the fields of a body with that. */
export function openedBodies(world: World): Readonly<Record<string, () => Promise<object>>> {
  const device = authenticator();
  let known: Promise<unknown> | undefined;
  const administrator = () => ({
    ...({ kind: "staff", id: "stf_administrator", roles: ["administrator"] } as const),
    signedInAt: world.clock.now.toISOString(),
  });
  /** Somebody with a passkey on the device. */
  const withPasskey = async () => {
    const cookie = await signIn(world, "jury");
    const send = (path: string, body: object) =>
      call(world, "POST", `/api/console/me/passkeys${path}`, { body, cookies: [cookie] });
    await send("", { name: "键", response: device.make((await send("/options", {})).json()) });
  };
  return {
    "POST /api/session": async () => ({ token: (await issueSetUpLink(world.ctx(system), {}))?.token }),
    "POST /api/session/passkey": async () => {
      known ??= withPasskey();
      await known;
      return { response: device.sign({ ...(await beginPasskeySignIn(world.ctx(), {})) }, 0) };
    },
    "POST /api/console/me/passkeys": async () => {
      const options = await beginPasskey(world.ctx(administrator()), {});
      return { name: "键", response: authenticator().make({ ...options }) };
    },
  };
}
