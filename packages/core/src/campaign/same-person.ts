import type { Ctx } from "../platform/context.ts";
import { plainName } from "../segment/index.ts";
import type { ContactRecord } from "./entity.ts";

const plainPhone = (phone: string) => phone.replace(/\D/g, "").replace(/^(00)?86(?=1\d{10}$)/, "");

/** By what the same person would be found under another address: the telephone number, and the name together with the organisation. */
export function sameKeys(ctx: Pick<Ctx, "keys">, { name, organisation, phone }: Partial<ContactRecord>) {
  const [called, at] = [plainName(name ?? ""), plainName(organisation ?? "")];
  return {
    samePhone: phone ? ctx.keys.digest("same-phone", plainPhone(phone)) : undefined,
    sameName: called && at ? ctx.keys.digest("same-name", `${called}|${at}`) : undefined,
  };
}
