import { activityAtDoor } from "../activity/index.ts";
import { registrationToken } from "../activity/reactions.ts";
import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import type { Words } from "../platform/text.ts";
import { Entries, type EntryRecord } from "./entity.ts";

const certificate: Words = { "zh-CN": "参会证明（PDF）", en: "Certificate of attendance (PDF)" };

interface Registered {
  readonly activityId: string;
  readonly person: string;
  readonly id: string;
}

/** Says beside each registration of a person whether they came by it, and where their certificate is once the activity is over. */
export async function withAttendance(ctx: Ctx, registrations: readonly Holding[]): Promise<Holding[]> {
  const keys = registrations.map(({ record }) => Entries.key(record as unknown as Registered));
  const entries = new Map<string, EntryRecord>();
  for (let at = 0; at < keys.length; at += 100)
    for (const item of await ctx.table.getMany(keys.slice(at, at + 100))) {
      const entry = Entries.read(item);
      entries.set(entry.registrationId, entry);
    }
  return Promise.all(
    registrations.map(async (holding) => {
      const registration = holding.record as unknown as Registered;
      const entry = entries.get(registration.id);
      if (entry?.status !== "in") return holding;
      const { endsAt } = await activityAtDoor(ctx, registration.activityId);
      const path = `/my/certificates/${registrationToken(ctx, registration)}`;
      const { at, device, way } = entry;
      return {
        ...holding,
        facts: [...holding.facts, ...factsOf([[held.came, at]])],
        ...(endsAt <= ctx.now().toISOString() ? { paper: { label: certificate, path } } : {}),
        record: { ...holding.record, attendance: { at, device, way } },
      };
    }),
  );
}
