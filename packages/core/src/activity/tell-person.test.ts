import { expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { Registration } from "./entity.ts";
import { cancelRegistration, changeRegistration, enterRegistrations } from "./index.ts";
import { registrationToken } from "./link.ts";
import { deriveActivityEvents, type RegistrationFact, type Telling, tellPerson } from "./reactions.ts";

const world = embedded();
const tell = (telling: Telling, fact: RegistrationFact, eventId = "1") =>
  tellPerson(world.ctx(system), { eventId, telling, silence: 0, ...fact });
const factOf = (after: object, before?: object) =>
  deriveActivityEvents.registration?.({ after: after as never, before: before as never })[0] as {
    name: string;
    data: RegistrationFact;
  };

it("sends the link to whoever asked for it, and nothing once the registration is cancelled", async () => {
  const { registration, person, token } = await ticketHolder(world, await publishedActivity(world, 3));
  const fact = { activityId: registration.activityId, person, registrationId: registration.id };
  expect(await tell("link-asked", fact)).toBe("accepted");
  await cancelRegistration(world.ctx(), { token });
  expect(await tell("link-asked", fact, "2")).toBe("moved-on");
  expect(world.mails).toHaveLength(1);
});

it("says nothing to whom staff entered quietly, however late it hears of it, and tells what happens after", async () => {
  const activityId = await publishedActivity(world, 3);
  const person = world.ctx().keys.digest("person", "quiet@example.com");
  const rows = [{ name: "王", organisation: "示例", email: "quiet@example.com" }];
  await enterRegistrations(world.ctx(staff("organiser")), { activityId, basis: "asked", quiet: true, rows });
  const read = async () => (await Registration.find(world.ctx(), { activityId, person })) ?? Promise.reject(new Error("nobody"));
  const entered = await read();
  const { name, data } = factOf(entered);
  expect([name, data.quiet]).toEqual(["activity.registration-confirmed", true]);
  const token = registrationToken(world.ctx(), entered);
  await changeRegistration(world.ctx(), { token, version: 1, name: "王五", organisation: "示例" });
  expect(await tell("registration-confirmed", data)).toBe("moved-on");
  expect(world.mails).toEqual([]);
  await cancelRegistration(world.ctx(), { token });
  const left = factOf(await read(), entered);
  expect(left.data.quiet).toBeUndefined();
  expect(await tell("registration-cancelled", left.data)).toBe("accepted");
});
