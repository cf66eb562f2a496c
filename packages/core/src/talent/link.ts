import { secretLink } from "../platform/secret-link.ts";
import { Talent, type TalentRecord } from "./entity.ts";
import { talentLinkMissing } from "./schema.ts";

export const talentLink = secretLink({
  entity: Talent,
  purpose: "talent-link",
  proof: (t: Pick<TalentRecord, "id" | "person">) => `${t.id}|${t.person}`,
  missing: talentLinkMissing,
});
