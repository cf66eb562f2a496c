import { listRegistrations, register } from "@lingxi/core/activity";
import { submitDemand } from "@lingxi/core/demand";
import type { Ctx } from "@lingxi/core/platform/context";
import type { Message } from "@lingxi/core/platform/mail/compose";
import type { Locale } from "@lingxi/core/platform/text";
import { submitProject } from "@lingxi/core/project";
import { applyTalent } from "@lingxi/core/talent";
import { expect, it } from "vitest";
import { Activity } from "../../packages/core/src/activity/entity.ts";
import { registrationLetter } from "../../packages/core/src/activity/letter.ts";
import { lettersOf } from "../../packages/core/src/campaign/letter.ts";
import { Demand } from "../../packages/core/src/demand/entity.ts";
import { demandLetter } from "../../packages/core/src/demand/letter.ts";
import { noticeLetter } from "../../packages/core/src/notice/letter.ts";
import { Project } from "../../packages/core/src/project/entity.ts";
import { projectLetter } from "../../packages/core/src/project/letter.ts";
import { inState, Talent } from "../../packages/core/src/talent/entity.ts";
import { talentLetter } from "../../packages/core/src/talent/letter.ts";
import { publishedActivity } from "../support/activities.ts";
import { embedded, system } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("there is no such record");
  return value;
};

/** A mail of each kind that people get about what is held on them. */
const letters: Readonly<Record<string, (ctx: Ctx, locale: Locale) => Promise<Message>>> = {
  async registration(ctx, locale) {
    const activityId = await publishedActivity(world, 3);
    await register(world.ctx(), { ...forms.registration, activityId, locale } as never);
    const [one] = (await listRegistrations(ctx, { activityId })).items;
    return registrationLetter(ctx, "registration-confirmed", must(await Activity.find(ctx, { id: activityId })), must(one));
  },
  async notice(ctx, locale) {
    const activityId = await publishedActivity(world, 3);
    await register(world.ctx(), { ...forms.registration, activityId, locale } as never);
    const [one] = (await listRegistrations(ctx, { activityId })).items;
    return noticeLetter(
      ctx,
      { kind: "reminder" },
      must(await Activity.find(ctx, { id: activityId })) as never,
      must(one) as never,
    );
  },
  async project(ctx, locale) {
    const { id } = await submitProject(world.ctx(), { ...forms.project, locale } as never);
    return projectLetter(ctx, must(await Project.find(ctx, { id })));
  },
  async "project that was declined"(ctx, locale) {
    const { id } = await submitProject(world.ctx(), { ...forms.project, locale } as never);
    return projectLetter(ctx, { ...must(await Project.find(ctx, { id })), status: "declined" });
  },
  async need(ctx, locale) {
    const { id } = await submitDemand(world.ctx(), { ...forms.demand, locale } as never);
    return demandLetter(ctx, must(await Demand.find(ctx, { id })));
  },
  async talent(ctx, locale) {
    await applyTalent(world.ctx(), { ...forms.talent, email: `tal-${locale}@example.com`, locale } as never);
    const { items } = await Talent.list(ctx, { index: "byState", pk: inState("applied"), limit: 100 });
    return talentLetter(ctx, "applied", must(items.find((one) => one.locale === locale)));
  },
  async campaign(ctx, locale) {
    const words = { "zh-CN": "路演通知", en: "A roadshow" };
    const contact = { person: "x", email: "c@example.com", name: "", organisation: "", locale, consents: [] };
    return lettersOf(ctx, { kind: "public-service", subject: words, body: words })(contact as never);
  },
};

it.each(Object.entries(letters))("a mail about a %s leads to everything that is held on its reader", async (_, make) => {
  const ctx = world.ctx(system);
  for (const [locale, path] of [
    ["zh-CN", "https://lingxi.example/forms/my-data"],
    ["en", "https://lingxi.example/en/forms/my-data"],
  ] as const) {
    const { html, text } = await make(ctx, locale);
    expect(html).toContain(`href="${path}"`);
    expect(text).toContain(`:\n${path}`);
  }
});
