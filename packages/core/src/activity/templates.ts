import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { within } from "../platform/listing.ts";
import { labelled, localised, Paging } from "../platform/schema.ts";
import { templateMissing } from "./authoring-reasons.ts";
import { contentOf } from "./copy-activity.ts";
import { Activity, Template, type TemplateRecord, templates } from "./entity.ts";
import { activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

/** Keeps an activity, with its agenda, as what others may begin with. What becomes of the activity later does not change it. */
export const keepTemplate = command({
  input: z.object({ activityId: z.string().max(40), name: labelled(localised(60), "模板名称", "Name of the template") }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, name }): Promise<{ id: string }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    const id = ctx.newId("tpl");
    // The link belongs to one meeting, and a template outlives it.
    const content = { ...contentOf(activity), onlineLink: undefined, onlineNote: undefined };
    await save(ctx, Template.create(ctx, { id, name, content, agenda: activity.agenda }));
    return { id };
  },
});

/** Templates that were kept, by their age. */
export const listTemplates = command({
  input: Paging,
  access: ["organiser"],
  scope: "itself",
  async run(ctx, { limit, cursor }): Promise<Page<TemplateRecord & Stored>> {
    const page = await Template.list(ctx, { pk: templates, limit, cursor });
    const mine = within<TemplateRecord>(ctx.actor, listTemplates.access, ({ content }) => ({ chains: content.chains }));
    return { ...page, items: page.items.filter((one) => !one.droppedAt && (!mine || mine(one))) };
  },
});

/** Takes a template off the list. Activities that began with it stay as they are. Dropping it twice changes nothing. */
export const dropTemplate = command({
  input: z.object({ templateId: z.string().max(40), version: z.int() }),
  access: ["organiser"],
  scope: async (ctx, { templateId }) => ({ chains: (await Template.find(ctx, { id: templateId }))?.content.chains }),
  async run(ctx, { templateId, version }): Promise<{ version: number }> {
    const template = await Template.get(ctx, { id: templateId }, templateMissing);
    if (template.droppedAt) return { version: template.version };
    if (template.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Template.change(ctx, template, { droppedAt: ctx.now().toISOString() }));
    return { version: version + 1 };
  },
});
