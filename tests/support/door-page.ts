import { expect, inject } from "vitest";
import { awaitMail } from "./inbox.ts";

const origin = () => inject("origin");

/** Calls the API as the administrator of the journeys. */
export async function asStaff<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(origin() + path, {
    method: body ? "POST" : "GET",
    headers: {
      cookie: inject("session"),
      "user-agent": inject("agent"),
      ...(body ? { "content-type": "application/json", "sec-fetch-site": "same-origin" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.status, path).toBeLessThan(300);
  return (await answer.json()) as T;
}

/** A published activity of its own, that starts in a day. */
export async function newDoor(title: string): Promise<string> {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { id } = await asStaff<{ id: string }>("/api/console/activities", {
    kind: "salon",
    title: { "zh-CN": title, en: title },
    summary: { "zh-CN": "签到", en: "Check-in" },
    description: { "zh-CN": "签到" },
    venue: { "zh-CN": "西安", en: "Xi'an" },
    chains: [],
    startsAt: at(24),
    endsAt: at(26),
    registrationClosesAt: at(23),
    capacity: 50,
  });
  await asStaff(`/api/console/activities/${id}/publish`, { version: 1 });
  return id;
}

let n = 0;

/** Somebody registers by the form's API and reads the mail. @returns the ticket's code and the secret of the link */
export async function newTicket(activityId: string, name: string): Promise<{ code: string; token: string }> {
  const email = `door-${Date.now()}-${++n}@example.com`;
  const form = { name, organisation: "示例单位", email, consent: true };
  const answer = await fetch(`${origin()}/api/activities/${activityId}/registrations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(form),
  });
  expect(answer.status).toBe(201);
  const mail = await awaitMail(origin(), email);
  const token = /registrations\/([\w.-]+)/.exec(mail.text ?? "")?.[1] ?? "";
  const { ticket } = (await (await fetch(`${origin()}/api/registrations/${token}`)).json()) as { ticket: string };
  return { code: ticket, token };
}
