import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { letter } from "../platform/mail/letter.ts";
import { fill, type Words } from "../platform/text.ts";
import { type MembershipRecord, Memberships, Organisations } from "./entity.ts";
import { belongs, isOwner } from "./policy.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const letters = {
  asked: {
    subject: w("有人申请加入{organisation}", "Somebody asks to join {organisation}"),
    text: w(
      "{name}（{position}，{email}）申请加入您负责的单位“{organisation}”。请登录账号核实后通过或拒绝；通过后，对方可以看到以单位名义提交的项目和需求。",
      "{name} ({position}, {email}) asks to join “{organisation}”, which you own. Sign in, check it, and approve or refuse. Whoever is let in sees the projects and needs that were submitted for the organisation.",
    ),
  },
  joined: {
    subject: w("您已加入{organisation}", "You belong to {organisation} now"),
    text: w(
      "您已加入单位“{organisation}”。登录账号可以查看以单位名义提交的项目和需求。",
      "You belong to “{organisation}” now. Sign in to see the projects and needs that were submitted for it.",
    ),
  },
  owner: {
    subject: w("您已是{organisation}的负责人", "You own {organisation} now"),
    text: w(
      "您已是单位“{organisation}”的负责人：由您审批同事的加入申请，移出不再需要的成员，并可把负责人转给他人。",
      "You own the record of “{organisation}” now: you approve colleagues who ask to join, take members out, and may make others owners.",
    ),
  },
  refused: {
    subject: w("加入{organisation}的申请没有通过", "Your request to join {organisation} was not approved"),
    text: w(
      "您加入单位“{organisation}”的申请没有通过核实。{remark}",
      "Your request to join “{organisation}” was not approved. {remark}",
    ),
  },
  removed: {
    subject: w("您已不是{organisation}的成员", "You do not belong to {organisation} any more"),
    text: w(
      "您已被移出单位“{organisation}”，不再能看到它的项目和需求。您本人提交的不受影响。{remark}",
      "You were taken out of “{organisation}” and do not see its projects and needs any more. What you submitted yourself stays yours. {remark}",
    ),
  },
} as const;

const words = {
  button: w("打开我的账号", "Open my account"),
  why: w(
    "您收到这封邮件，是因为您用这个邮箱的账号申请加入或负责这个单位。",
    "You receive this because the account of this address asked to join this organisation, or owns it.",
  ),
};

export const organisationTellings = ["asked", "joined", "owner-made", "refused", "removed"] as const;

/** The state in which a membership must still be when it is told. */
const expected = { asked: "asked", joined: "active", "owner-made": "active", refused: "refused", removed: "removed" } as const;

/** Writes to the owners that somebody asks, and to whoever asked what became of it; once for each event and reader. What has changed since is not told. */
export const tellOfMembership = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    telling: z.enum(organisationTellings),
    code: z.string(),
    accountId: z.string(),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, telling, code, accountId, silence }): Promise<{ told: number }> {
    const [about, organisation] = await Promise.all([
      Memberships.find(ctx, { code, accountId }),
      Organisations.find(ctx, { code }),
    ]);
    const owner = organisation !== undefined && isOwner(organisation, accountId);
    if (!about?.contact.email || about.status !== expected[telling]) return { told: 0 };
    if (telling === "owner-made" && !owner) return { told: 0 };
    const inside = organisation && belongs(organisation, accountId);
    const name = organisation && (inside || telling === "removed" || telling === "asked") ? organisation.name : about.says.name;
    const which = telling === "owner-made" || (telling === "joined" && owner) ? "owner" : telling;
    const readers = telling === "asked" ? await owners(ctx, code, organisation?.owners ?? []) : [about];
    for (const reader of readers) {
      const key = `${eventId}-${reader.accountId}`;
      await sendOnce(ctx, { key, template: `organisation-${which}`, message: message(ctx, which, name, about, reader), silence });
    }
    return { told: readers.length };
  },
});

const owners = async (ctx: Ctx, code: string, ids: readonly string[]) =>
  (await Promise.all(ids.map((accountId) => Memberships.find(ctx, { code, accountId })))).filter(
    (one): one is MembershipRecord & Stored => Boolean(one?.contact.email),
  );

function message(ctx: Ctx, which: keyof typeof letters, organisation: string, about: MembershipRecord, reader: MembershipRecord) {
  const { locale, contact } = reader;
  const params = { organisation, ...about.contact, remark: about.remark ?? "" };
  const subject = fill(letters[which].subject[locale], params);
  const href = `${ctx.origin}${locale === "en" ? "/en" : ""}/account/organisations`;
  const { html, text } = letter(
    locale,
    subject,
    [
      { kind: "text", text: fill(letters[which].text[locale], params).trim() },
      { kind: "button", text: words.button[locale], href },
    ],
    [{ kind: "text", text: words.why[locale] }],
  );
  return { to: { address: contact.email, name: contact.name }, subject, html, text, locale };
}
