import { command } from "../platform/command.ts";
import { DomainError, type FieldError, invalidInput } from "../platform/error.ts";
import { admit, opened } from "./admit.ts";
import { companionFields, companionName } from "./companion.ts";
import { Registration, type RegistrationRecord } from "./entity.ts";
import { fillIn, formOf } from "./fill-in.ts";
import { formChanged } from "./form-schema.ts";
import { type Companion, groupTooLarge, noGroups, RegisterGroup } from "./group-schema.ts";
import { currentSeats } from "./read-seats.ts";
import { again, chosen, live, type RegisterAnswer } from "./register.ts";
import { registrationConsent } from "./schema.ts";
import { whileAsked } from "./seats.ts";

const unnamed: Companion = { name: undefined, organisation: undefined };

/**
 * Registers somebody with companions, named or not yet: all get their seats in one transaction, or all wait together in the leader's place. Where
 * the leader allows it they wait one by one. A companion whose address has a registration already gets no second one: the seat stays the leader's
 * to give, and nobody is told of it.
 * @throws DomainError as `register` does, `activity.no-groups`, `activity.group-too-large`
 */
export const registerGroup = command({
  input: RegisterGroup,
  access: "public",
  async run(
    ctx,
    { activityId, consent: _given, ticket: asked, answers, form, size, companions, split, ...fields },
  ): Promise<RegisterAnswer> {
    const now = ctx.now().toISOString();
    refuseDoubles(fields.email, companions, size);
    const seats = opened(await currentSeats(ctx, activityId), now);
    const plan = chosen(seats, asked, undefined, now);
    const most = (await formOf(ctx, activityId, seats.form))?.group ?? 1;
    if (plan?.approval || size > most) throw new DomainError(noGroups, { params: { most } });
    const ticket = plan?.id;
    const common = {
      ...(ticket ? { ticket } : {}),
      activityId,
      locale: fields.locale,
      queuedAt: now,
      sequence: 0,
      consent: { purpose: registrationConsent.purpose, version: registrationConsent.version, at: now, source: "group" },
    };
    const id = ctx.newId("reg");
    const person = ctx.keys.digest("person", fields.email);
    const filled = await fillIn(ctx, seats, { answers, form }, ticket);
    const ids = Array.from({ length: size - 1 }, () => ctx.newId("reg"));
    /** Companions whose address is registered already. */
    const taken = new Set<number>();
    const others = () =>
      ids.map((seat, n) => {
        const of = {
          activityId,
          id: seat,
          fallback: companionName(fields, n + 1),
          from: fields.organisation,
          bound: !taken.has(n),
        };
        return { ...common, ...companionFields(ctx, companions[n] ?? unnamed, of), id: seat, leader: person };
      });
    for (let attempt = 0; attempt < size; attempt++) {
      const seated = others();
      const admitted = await admit(
        ctx,
        { activityId, ticket, size },
        {
          seats,
          apart: split,
          check(fresh) {
            chosen(fresh, ticket, undefined, now);
            if (fresh.form !== seats.form) throw new DomainError(formChanged);
          },
          while: whileAsked(seats.form),
          write({ status, pooled, confirmedAt }) {
            const together = status === "waitlisted" && !split;
            const leader: RegistrationRecord = {
              ...fields,
              ...common,
              ...filled,
              consent: { ...common.consent, source: "form" },
              ...{ id, person, status, confirmedAt },
              ...(pooled ? { pooled } : {}),
              ...(together ? { party: size } : {}),
              leads: seated.map((seat) => ({ person: seat.person, id: seat.id })),
            };
            const rest = seated.map((seat) => ({
              ...seat,
              status,
              confirmedAt,
              ...(together ? { together } : pooled ? { pooled } : {}),
            }));
            return [leader, ...rest].map((record) => Registration.create(ctx, record, live));
          },
        },
      );
      if ("full" in admitted) throw new DomainError(groupTooLarge, { params: { size } });
      if (!("met" in admitted)) return { activityId, status: admitted.status };
      const met = Registration.read(admitted.met);
      if (admitted.at === 0) return again(ctx, met, now, admitted.status);
      await again(ctx, met, now, admitted.status);
      taken.add(admitted.at - 1);
    }
    throw new DomainError(noGroups, { params: { most } });
  },
});

function refuseDoubles(leader: string, companions: RegisterGroup["companions"], size: number): void {
  const fields: FieldError[] = companions.flatMap(({ email }, at) => {
    const before = [leader, ...companions.slice(0, at).map((one) => one.email)];
    return email && before.includes(email)
      ? [
          {
            field: `companions.${at}.email`,
            message: {
              "zh-CN": `第 ${at + 1} 位同行者的邮箱与前面的重复。没有自己邮箱的请留空。`,
              en: `Companion ${at + 1}: this address was given before. Leave it empty for who has none.`,
            },
          },
        ]
      : [];
  });
  const extra = companions.findIndex((one, at) => at >= size - 1 && Boolean(one.name ?? one.email));
  if (extra >= 0)
    fields.push({
      field: "size",
      message: {
        "zh-CN": `填写的同行者多于总人数。请把总人数改为至少 ${extra + 2} 人，或删去多余的同行者。`,
        en: `More companions are named than people come. Make it ${extra + 2} people at least, or take companions away.`,
      },
    });
  if (fields.length) throw new DomainError(invalidInput, { fields, params: { count: fields.length } });
}
