import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, line, optionalProse, prose } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { OptionalRegion, type Region } from "../taxonomy/schema.ts";
import { isCodeShaped, plainCreditCode } from "./code-schema.ts";

/** A 统一社会信用代码, or nothing. One whose check character is wrong is kept as it is: whoever reads it is told. */
export const OptionalCreditCode = z
  .string()
  .max(100)
  .optional()
  .transform((text) => plainCreditCode(text ?? "") || undefined);

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const organisationKinds = ["enterprise", "university", "institute", "service", "other"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const wrongCode = w(
  "“统一社会信用代码”不正确：应为 18 位，最后一位是校验码。请对照营业执照或法人证书填写；确认无误仍不通过时，请联系主办方。",
  "Credit code: this is not one. It has 18 characters, the last one being a check. Copy it from the licence; if it is refused all the same, ask the organiser.",
);

/** A code as it stands on the licence. Whether its check character has to be right, the verb says. */
const CreditCode = z
  .string()
  .max(100)
  .transform(plainCreditCode)
  .refine(isCodeShaped, { params: { words: wrongCode } });

const content = {
  kind: labelled(z.enum(organisationKinds), "单位类型", "Kind of organisation"),
  region: labelled(OptionalRegion, "所在地区（选填）", "Region (optional)"),
  chains: labelled(z.array(z.string().max(60)).max(6).default([]), "产业链（选填）", "Industry chains (optional)"),
};

/** What somebody says who belongs to an organisation. */
export const JoinOrganisation = z.object({
  code: labelled(
    CreditCode,
    "统一社会信用代码",
    "Credit code",
    w("营业执照或法人证书上的 18 位代码。", "The 18 characters on the licence."),
  ),
  organisation: labelled(
    line(120),
    "单位名称",
    "Name of the organisation",
    w("与证照一致的全称。", "The full name, as it stands on the licence."),
  ),
  ...content,
  name: labelled(line(60), "您的姓名", "Your name"),
  position: labelled(line(80), "您的部门和职务", "Your department and position"),
  proof: labelled(
    prose(600, 10),
    "怎样核实您属于这个单位",
    "How this can be checked",
    w(
      "例如：单位总机和可以证实的同事、官网上的联系人页面。单位的负责人或主办方据此核实，不公开。",
      "For example the switchboard and a colleague who can confirm it, or a page of the organisation that names you. Read by its owner or the organiser only.",
    ),
  ),
});

export const DescribeOrganisation = z.object({ code: CreditCode, version: z.coerce.number().int(), ...content });

const AccountId = z.string().max(40);
export const OrganisationRef = z.object({ code: z.string().max(40) });
export const MembershipRef = OrganisationRef.extend({ accountId: AccountId });

export const ConfirmClaim = MembershipRef.extend({
  version: z.int(),
  name: labelled(line(120), "单位名称", "Name of the organisation"),
  how: labelled(
    prose(600, 4),
    "怎样核实的",
    "How it was checked",
    w(
      "例如：11 月 30 日致电单位总机，由办公室主任证实。只凭邮箱或对方提供的电话不算核实。",
      "For example: called the switchboard on 30 November, confirmed by the head of office. An address, or a number that they gave, is no proof.",
    ),
  ),
});
export const RefuseClaim = MembershipRef.extend({
  version: z.int(),
  remark: labelled(prose(600, 2), "给对方的说明", "What they are told"),
});
export const ReleaseOrganisation = OrganisationRef.extend({
  version: z.int(),
  remark: labelled(prose(600, 2), "原因", "Why"),
});
export const LetCodeThrough = z.object({
  code: labelled(CreditCode, "统一社会信用代码", "Credit code"),
  note: labelled(
    prose(600, 4),
    "为什么放行",
    "Why it is let through",
    w(
      "例如：已看到营业执照原件，代码与登记机关公示一致。",
      "For example: seen on the licence, and the same on the register's own page.",
    ),
  ),
});
export const EndCode = OrganisationRef.extend({ version: z.int() });
export const RefuseMember = MembershipRef.extend({
  remark: labelled(optionalProse(600), "说明（选填）", "What they are told (optional)"),
});

/**
 * claimed 待主办方核实 | asked 待负责人审批 → active 已加入 | refused 未通过; withdrawn 已撤回; active → left 已退出, removed 已移出. See policy.ts.
 */
export const membershipStatuses = ["claimed", "asked", "active", "refused", "withdrawn", "left", "removed"] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

export const organisationMissing = reason(
  "organisation.not-found",
  "not-found",
  "没有找到这个单位，或您不是它的成员。请从“我的单位”重新进入。",
  "There is no such organisation, or you are no member of it. Start again from your organisations.",
);
export const membershipMissing = reason(
  "organisation.member-not-found",
  "not-found",
  "没有找到这位成员或这份申请，可能已经处理。请刷新页面。",
  "There is no such member or request; it may have been dealt with. Reload the page.",
);
export const codeIsRight = reason(
  "organisation.code-right",
  "conflict",
  "这个代码的校验码是正确的，不需要放行：参与者可以直接用它申请。",
  "The check character of this code is right: participants can join with it as it is, so there is nothing to let through.",
);
export const notOwner = reason(
  "organisation.not-owner",
  "forbidden",
  "只有单位的负责人可以这样做。请联系负责人。",
  "Only an owner of the organisation may do this. Ask one of them.",
);
export const lastOwner = reason(
  "organisation.last-owner",
  "conflict",
  "您是这个单位唯一的负责人，还有其他成员时不能退出或卸任。请先把负责人转给一位成员。",
  "You are its only owner, and there are other members: make one of them an owner first.",
);
export const alreadyMember = reason(
  "organisation.already",
  "conflict",
  "您已加入这个单位，或申请正在等待核实，不需要再次提交。",
  "You are a member already, or your request is waiting; there is no need to send it again.",
);
export const membersFull = reason(
  "organisation.full",
  "conflict",
  "这个单位的成员已达 {most} 人。请先移出不再需要的成员。",
  "The organisation has {most} members, which is the most. Remove one who is not needed any more.",
);

/** Somebody who says to belong to an organisation without an owner, as organisers see it. */
export interface ClaimView {
  readonly code: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly proof: string;
  /** What they say of the organisation. */
  readonly says: {
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly region?: Region | undefined;
    readonly chains: string[];
  };
  readonly since: string;
  /** How many others claim the same one. */
  readonly rivals: number;
  /** It has got an owner meanwhile, who decides from now on. */
  readonly hasOwner: boolean;
  /** The name that the record has, where there is one. */
  readonly known?: string | undefined;
  readonly version: number;
}

/** An organisation as organisers see it. */
export interface OrganisationView {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly region?: Region | undefined;
  readonly chains: string[];
  /** How many. */
  readonly owners: number;
  readonly members: number;
  readonly confirmed: { readonly by: string; readonly at: string; readonly how: string };
  readonly version: number;
}

/** A code whose check character is wrong and that counts all the same. */
export interface CodeLetThrough {
  readonly code: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
  readonly version: number;
}

/** One's own belonging to an organisation. */
export interface MembershipView {
  readonly code: string;
  readonly name: string;
  readonly status: MembershipStatus;
  readonly since: string;
  readonly owner: boolean;
  readonly member: boolean;
  readonly remark?: string | undefined;
}

export interface MemberLine {
  readonly accountId: string;
  readonly name: string;
  readonly position: string;
  readonly since: string;
  readonly owner: boolean;
  /** The one who asks. */
  readonly me: boolean;
  readonly email?: string | undefined;
  readonly proof?: string | undefined;
}

/** An organisation as its members see it. */
export interface OwnOrganisation {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly region?: Region | undefined;
  readonly chains: string[];
  readonly owner: boolean;
  readonly members: readonly MemberLine[];
  readonly asking: readonly MemberLine[];
  readonly version: number;
}
