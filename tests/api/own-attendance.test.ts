import { describe, expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { letIn, ticketHolder } from "../support/door.ts";
import { embedded } from "../support/embedded.ts";
import { peopleOf } from "../support/everything.ts";
import { participantOf } from "../support/participant.ts";

const world = embedded();
const { openedBy } = peopleOf(world);
const day = 86_400_000;

async function someone(comes: boolean) {
  const activityId = await publishedActivity(world, 5);
  const holder = await ticketHolder(world, activityId, "到场者");
  if (comes) await letIn(world, activityId, holder.code);
  return holder;
}
const dataOf = async (email: string) => {
  const { opened } = await openedBy(email);
  const cookies = [`__Host-data=${opened}`];
  const [page, kept, data] = await Promise.all(
    ["/en/my/data/open", "/en/my/data/open/archive.html", "/my/data/open/archive.json"].map((path) =>
      call(world, "GET", path, { cookies }),
    ),
  );
  return { page: page?.text ?? "", kept: kept?.text ?? "", data: data?.json() as { held: Record<string, unknown>[] } };
};

describe("who came to an activity", () => {
  it("finds that, and once it is over the certificate, in one's data, in the file to keep, and in the account", async () => {
    const { email, token } = await someone(true);
    const before = await dataOf(email);
    expect(before.page).toContain("Checked in");
    expect(before.page).not.toContain("/my/certificates/");

    world.clock.advance(12 * day);
    const path = `/my/certificates/${token}`;
    const { page, kept, data } = await dataOf(email);
    expect(page).toContain(`href="/en${path}"`);
    // A file that is read somewhere else leads to the whole address.
    expect(kept).toContain(`href="https://lingxi.example/en${path}"`);
    const [registration] = data.held.filter(({ kind }) => kind === "registration");
    expect(registration).toMatchObject({
      paper: { address: `https://lingxi.example${path}` },
      record: { attendance: { device: "东门", way: "camera" } },
    });

    const { cookie } = await participantOf(world, email);
    const account = await call(world, "GET", "/account", { cookies: [cookie] });
    expect(account.text).toContain(`href="${path}"`);
    expect(account.text).toContain("签到时间");
  });

  it("is not said of who did not come, nor of who came by another registration", async () => {
    const { email } = await someone(false);
    world.clock.advance(12 * day);
    const { page, data } = await dataOf(email);
    expect(page).not.toContain("Checked in");
    expect(JSON.stringify(data)).not.toContain("attendance");
    const { cookie } = await participantOf(world, email);
    expect((await call(world, "GET", "/account", { cookies: [cookie] })).text).not.toContain("/my/certificates/");
  });
});
