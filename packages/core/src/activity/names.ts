import type { Ctx } from "../platform/context.ts";
import type { Localised } from "../platform/text.ts";
import { Activity } from "./entity.ts";
import { activityStatuses } from "./schema.ts";

export interface ActivityName {
  readonly id: string;
  readonly title: Localised;
}

/** Every activity by its name, up to five hundred at once: to look for one person in all of them. */
export async function* activityNames(ctx: Ctx): AsyncGenerator<readonly ActivityName[]> {
  for (const status of activityStatuses) {
    let cursor: string | undefined;
    do {
      const page = await Activity.list(ctx, { index: "byState", pk: `activity#${status}`, limit: 500, cursor });
      yield page.items.map(({ id, title }) => ({ id, title }));
      cursor = page.cursor;
    } while (cursor);
  }
}
