import type { Stored } from "../platform/entity.ts";
import type { TalentRecord } from "./entity.ts";
import type { PublicTalent, TalentDetail, TalentRow } from "./schema.ts";

/** What the public may know. */
export function toPublic(talent: TalentRecord & Stored): PublicTalent {
  const { id, name, organisation, title, expertise, chains, introduction, updatedAt } = talent;
  return { id, name, organisation, title, expertise, chains, introduction, updatedAt };
}

/** What the person and the reviewers may know: all but the keys. */
export function toDetail(talent: TalentRecord & Stored): TalentDetail {
  const { id, status, since, appliedAt, remark, consents, locale, version } = talent;
  const { name, organisation, title, expertise, chains, introduction, email, phone } = talent;
  return {
    id,
    status,
    since,
    appliedAt,
    remark,
    name,
    organisation,
    title,
    expertise,
    chains,
    introduction,
    email,
    phone,
    locale,
    consents,
    version,
  };
}

/** What a list shows. */
export function toRow(talent: TalentRecord & Stored): TalentRow {
  const { id, version, status, since, appliedAt, name, organisation, title, expertise, chains } = talent;
  return { id, version, status, since, appliedAt, name, organisation, title, expertise, chains };
}
