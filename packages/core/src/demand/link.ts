import { secretLink } from "../platform/secret-link.ts";
import { Demand, type DemandRecord } from "./entity.ts";
import { demandLinkMissing } from "./schema.ts";

export const demandLink = secretLink({
  entity: Demand,
  purpose: "demand-link",
  proof: (d: Pick<DemandRecord, "id" | "contact">) => `${d.id}|${d.contact.email}`,
  missing: demandLinkMissing,
});
