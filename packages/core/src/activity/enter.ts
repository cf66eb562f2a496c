import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError, type FieldError } from "../platform/error.ts";
import { fieldErrors } from "../platform/issues.ts";
import { labelled } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { admit } from "./admit.ts";
import { Registration } from "./entity.ts";
import { currentSeats } from "./read-seats.ts";
import { Register, registrationConsent, soldOut } from "./schema.ts";
import { partOf } from "./scope.ts";

const Row = Register.pick({ name: true, organisation: true, email: true, phone: true, interest: true, locale: true });

/** What became of one row, by its place in what was sent. */
export interface EnteredRow {
  readonly row: number;
  readonly outcome: "confirmed" | "waitlisted" | "already" | "refused";
  readonly problems?: readonly FieldError[];
  readonly because?: Words;
}

/**
 * Enters people whom staff know of, 50 at most, each on the terms of everybody: a seat when one is free and nobody waits for it, else the
 * queue. What does not come in is reported by row, and a row that came in before is not entered twice.
 */
export const enterRegistrations = command({
  input: z.object({
    activityId: z.string().max(40),
    ticket: z.string().max(12).optional(),
    basis: labelled(z.enum(["asked", "contract"]), "个人信息处理依据", "Basis for using their data"),
    /** Nobody is written to when they are entered; what happens later is told as to everybody. */
    quiet: z.boolean().default(false),
    rows: z.array(z.record(z.string(), z.unknown())).min(1).max(50),
  }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, ticket, basis, quiet, rows }): Promise<{ rows: EnteredRow[] }> {
    const report: EnteredRow[] = [];
    for (const [at, given] of rows.entries()) {
      const row = at + 1;
      const parsed = Row.safeParse(given, { reportInput: true });
      report.push(
        parsed.success
          ? { row, ...(await enter(ctx, { activityId, ticket, basis, quiet, ...parsed.data })) }
          : { row, outcome: "refused", problems: fieldErrors(Row, parsed.error) },
      );
    }
    return { rows: report };
  },
});

type One = z.output<typeof Row> & { activityId: string; ticket: string | undefined; basis: string; quiet: boolean };

async function enter(ctx: Ctx, { activityId, ticket, basis, quiet, ...fields }: One): Promise<Omit<EnteredRow, "row">> {
  const now = ctx.now().toISOString();
  const { purpose, version } = registrationConsent;
  const record = {
    ...fields,
    ...(ticket ? { ticket } : {}),
    ...(quiet ? { quiet } : {}),
    activityId,
    person: ctx.keys.digest("person", fields.email),
    id: ctx.newId("reg"),
    queuedAt: now,
    sequence: 0,
    consent: { purpose, version, at: now, source: `staff-${basis}` },
  };
  try {
    const admitted = await admit(
      ctx,
      { activityId, ticket },
      {
        seats: await currentSeats(ctx, activityId),
        write: (patch) =>
          Registration.create(
            ctx,
            { ...record, ...patch },
            {
              condition: "attribute_not_exists(pk) OR #status = :cancelled",
              values: { ":cancelled": "cancelled" },
            },
          ),
      },
    );
    if ("met" in admitted) return { outcome: "already" };
    return "full" in admitted ? { outcome: "refused", because: soldOut.text } : { outcome: admitted.status };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: "refused", because: error.text };
  }
}
