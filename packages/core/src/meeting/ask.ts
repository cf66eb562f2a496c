import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { countUp } from "../platform/limit.ts";
import { endMeeting } from "./end.ts";
import { Profile, type ProfileRecord, Request, type RequestRecord } from "./entity.ts";
import { assertOpen, openTaking, personNamed, statusOf } from "./open.ts";
import {
  askedAlready,
  declinedBefore,
  noCommonTime,
  personMissing,
  type RequestStatus,
  requestMissing,
  requestOver,
  tooManyAsked,
  yourself,
} from "./schema.ts";

export const mostWishes = 40;
const hour = 3_600_000;
const Token = z.string().max(200);
/** The other one, as the list names them. */
const Other = z.string().max(40);

const suits = (a: ProfileRecord, b: ProfileRecord) => a.times.some((time) => b.times.includes(time));

/**
 * Invites somebody to meet: told by mail, and standing for the organiser's hours. Where the other side has invited already, both agree by this.
 * @throws DomainError `meeting.self`, `meeting.person-missing`, `meeting.no-common-time`, `meeting.asked-already`, `meeting.declined`, `meeting.too-many`
 */
export const askToMeet = command({
  input: z.object({ token: Token, other: Other }),
  access: "public",
  async run(ctx, { token, other: name }): Promise<{ status: RequestStatus }> {
    const { setup, profile } = await openTaking(ctx, token);
    await assertOpen(ctx, setup);
    const { activityId, person: from } = profile;
    if (name === profile.id) throw new DomainError(yourself);
    const other = await personNamed(ctx, activityId, name);
    if (other.status !== "in") throw new DomainError(personMissing);
    if (!suits(profile, other)) throw new DomainError(noCommonTime);
    const { person: to } = other;
    const now = ctx.now();
    const at = now.toISOString();
    const known = await Request.find(ctx, { activityId, from, to });
    const stands = known && statusOf(known, at);
    if (stands === "declined" && known?.to === to) throw new DomainError(declinedBefore);
    if (stands === "accepted" || (stands === "asked" && known?.from === from)) throw new DomainError(askedAlready);
    const wish = wishing(ctx, profile, to);
    if (known && stands === "asked") {
      await save(ctx, Request.change(ctx, known, { status: "accepted", acceptedAt: at }), ...wish);
      return { status: "accepted" };
    }
    await countUp(ctx, { name: "meeting-asks", most: 2 * mostWishes, seconds: 86_400 }, `${activityId}#${from}`);
    const expires = now.getTime() + setup.expireHours * hour;
    const asked = {
      status: "asked" as const,
      from,
      to,
      askedAt: at,
      answerBy: new Date(Math.min(expires, new Date(setup.asksUntil).getTime())).toISOString(),
      acceptedAt: undefined,
    };
    const write = known
      ? Request.change(ctx, known, { ...asked, id: ctx.newId("mrq") })
      : Request.create(ctx, { activityId, id: ctx.newId("mrq"), ...asked });
    await save(ctx, write, ...wish);
    return { status: "asked" };
  },
});

/** Puts somebody at the end of one's wishes, unless they stand there. */
function wishing(ctx: Ctx, profile: ProfileRecord & Stored, to: string) {
  if (profile.wishes.includes(to)) return [];
  if (profile.wishes.length >= mostWishes) throw new DomainError(tooManyAsked, { params: { most: mostWishes } });
  return [Profile.change(ctx, profile, { wishes: [...profile.wishes, to] })];
}

/** The request between two people. @throws DomainError `meeting.request-missing` */
async function between(
  ctx: Ctx,
  profile: ProfileRecord,
  name: string,
): Promise<{ request: RequestRecord & Stored; other: ProfileRecord & Stored }> {
  const { activityId, person } = profile;
  const other = await personNamed(ctx, activityId, name);
  return { other, request: await Request.get(ctx, { activityId, from: person, to: other.person }, requestMissing) };
}

/**
 * Accepts or declines an invitation. Saying the same twice changes nothing.
 * @throws DomainError `meeting.request-over`, `meeting.no-common-time`, `meeting.person-missing`, `meeting.asks-over`
 */
export const answerRequest = command({
  input: z.object({ token: Token, other: Other, answer: z.enum(["accept", "decline"]) }),
  access: "public",
  async run(ctx, { token, other: name, answer }): Promise<{ status: RequestStatus }> {
    const { setup, profile } = await openTaking(ctx, token);
    const { request, other } = await between(ctx, profile, name);
    const at = ctx.now().toISOString();
    const stands = statusOf(request, at);
    const status = answer === "accept" ? "accepted" : "declined";
    if (stands === status && request.to === profile.person) return { status };
    if (stands !== "asked" || request.to !== profile.person) throw new DomainError(requestOver);
    if (answer === "decline") await save(ctx, Request.change(ctx, request, { status }));
    else {
      await assertOpen(ctx, setup);
      if (other.status !== "in") throw new DomainError(personMissing);
      if (!suits(profile, other)) throw new DomainError(noCommonTime);
      await save(ctx, Request.change(ctx, request, { status, acceptedAt: at }));
    }
    return { status };
  },
});

/**
 * Takes an invitation back, or cancels a meeting that both had agreed to; its slot and table are free at once.
 * @throws DomainError `meeting.request-over`
 */
export const withdrawRequest = command({
  input: z.object({ token: Token, other: Other }),
  access: "public",
  async run(ctx, { token, other: name }): Promise<{ status: RequestStatus }> {
    const { profile } = await openTaking(ctx, token);
    const { request } = await between(ctx, profile, name);
    const { status } = request;
    if (status === "cancelled" || (status === "withdrawn" && request.from === profile.person)) return { status };
    if (status === "accepted") await endMeeting(ctx, profile.activityId, request);
    else if (status === "asked" && request.from === profile.person)
      await save(ctx, Request.change(ctx, request, { status: "withdrawn" }));
    else throw new DomainError(requestOver);
    return { status: status === "accepted" ? "cancelled" : "withdrawn" };
  },
});

/** Moves somebody up or down among one's wishes. */
export const rankWish = command({
  input: z.object({ token: Token, other: Other, move: z.enum(["up", "down"]) }),
  access: "public",
  async run(ctx, { token, other: name, move }): Promise<{ place: number }> {
    const { profile } = await openTaking(ctx, token);
    const other = await personNamed(ctx, profile.activityId, name);
    const wishes = [...profile.wishes];
    const from = wishes.indexOf(other.person);
    if (from < 0) throw new DomainError(requestMissing);
    const to = Math.min(wishes.length - 1, Math.max(0, from + (move === "up" ? -1 : 1)));
    wishes.splice(to, 0, ...wishes.splice(from, 1));
    if (to !== from) await save(ctx, Profile.change(ctx, profile, { wishes }));
    return { place: to + 1 };
  },
});
