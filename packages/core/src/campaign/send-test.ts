import * as z from "zod";
import { command } from "../platform/command.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import type { Words } from "../platform/text.ts";
import { Campaign, CampaignTest } from "./entity.ts";
import { findContact } from "./find-contact.ts";
import { lettersOf } from "./letter.ts";
import { lint } from "./lint.ts";
import { testKey } from "./mail-key.ts";
import { makeMails } from "./make-mails.ts";
import { campaignMissing } from "./schema.ts";

const words = {
  subject: { "zh-CN": "【测试】", en: "[Test] " },
  source: { "zh-CN": "测试发送", en: "test" },
} satisfies Record<string, Words>;

/** Sends one test that an organiser asked for, once, however often the event comes. */
export const sendTest = command({
  input: z.object({ campaignId: z.string(), testId: z.string(), silence: z.number() }),
  access: "system",
  async run(ctx, { campaignId, testId, silence }): Promise<MailStatus | "gone"> {
    const test = await CampaignTest.find(ctx, { campaignId, id: testId });
    if (!test) return "gone";
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    const made = await makeMails(ctx, campaign, testId);
    await lint(ctx, campaign, testId, made);
    const known = await findContact(ctx, test.email);
    const message = lettersOf(
      ctx,
      campaign,
      made.mails,
    )({
      name: known?.name,
      organisation: known?.organisation,
      person: known?.person ?? ctx.keys.digest("person", test.email),
      email: test.email,
      locale: test.locale,
      consents: known?.consents ?? [
        { basis: "sign-up", source: words.source[test.locale], at: test.askedAt, by: "", importId: "", line: 0 },
      ],
    });
    const marked = {
      ...message,
      subject: message.subject.replace(/^(广告：|AD: )?/, (ad) => `${ad}${words.subject[test.locale]}`),
    };
    return sendOnce(ctx, { key: testKey(testId), template: "campaign-test", message: marked, silence });
  },
});
