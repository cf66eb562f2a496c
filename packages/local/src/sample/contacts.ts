import { createCampaign } from "@lingxi/core/campaign";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";

const id = `cmp_${"0".repeat(25)}1`;

/** One notification, ready to be tested and sent; the people are for the newcomer to import. Running it again adds nothing. */
export async function loadNotification(ctx: Ctx): Promise<void> {
  try {
    await createCampaign(ctx, {
      id,
      kind: "public-service",
      subject: {
        "zh-CN": "{{name}}，邀请您参加钛及钛合金专利供需路演",
        en: "{{name}}, join the titanium technology roadshow",
      },
      body: {
        "zh-CN":
          "{{name|朋友}}您好：\n\n六项可许可的钛合金成形与焊接技术将现场讲解，十家用户企业说明自己的加工难题，会后一对一洽谈。\n\n- **适合谁来**：有加工难题的企业技术负责人，持有相关专利的高校和院所\n- **费用**：免费\n\n[查看日程并报名](/activities/)\n\n{{organisation}}如有专利希望对接，报名时写明即可，我们会提前安排。",
        en: "Dear {{name|colleague}},\n\nsix licensable technologies for forming and welding titanium are shown, ten manufacturers state the problems they have, and one-to-one talks follow.\n\n- **Who should come**: engineers with a problem to solve, universities and institutes with patents to license\n- **Fee**: none\n\n[See the programme and register](/en/activities/)\n\nIf {{organisation}} has patents to offer, say so when you register and we arrange talks beforehand.",
      },
      audience: { chains: [] },
    });
  } catch (error) {
    if (!(error instanceof DomainError && error.reason === "record.changed")) throw error;
  }
}
