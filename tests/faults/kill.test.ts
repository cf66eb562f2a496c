import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { tableName } from "@lingxi/local/table";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  administratorOf,
  mailsIn,
  openedItemsOf,
  runActivity,
  runCampaign,
  type Send,
  withHostState,
  withTable,
} from "../support/aftermath.ts";
import { chance } from "../support/faults.ts";
import { eventually, type HostProcess, startHostProcess } from "../support/host.ts";
import { forms } from "../support/records.ts";

const random = chance(20_261_123);
const capacity = 40;
const people = Array.from({ length: 56 }, (_, n) => `person-${n}@example.com`);
const recipients = Array.from({ length: 24 }, (_, n) => `recipient-${n}@example.com`);
const acknowledged = new Set<string>();

let host: HostProcess;
let send: Send;
let activityId = "";

const again = async () => {
  host = await startHostProcess({ dataDir: host.dataDir, port: host.port, args: ["--empty"] });
};
const register = async (email: string) => {
  const answer = await fetch(`${host.origin}/api/activities/${activityId}/registrations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...forms.registration, email }),
  }).catch(() => undefined);
  if (answer?.status === 201) acknowledged.add(email);
};
/** Several people at a time, until the host is gone or everybody has tried. */
async function crowd(until: () => boolean): Promise<void> {
  const queue = people.filter((email) => !acknowledged.has(email));
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (let email = queue.shift(); email && !until(); email = queue.shift()) await register(email);
    }),
  );
}

/** What stands in the data folder of a host that has ended. */
async function reckon() {
  const items = await openedItemsOf(host.dataDir);
  const of = (type: string) => items.filter((item) => item.type === type);
  const registrations = of("registration").filter((r) => r.activityId === activityId);
  const seated = registrations.filter((r) => r.status === "confirmed" || r.status === "offered");
  const seats = items.find((item) => item.pk !== undefined && item.taken !== undefined && item.activityId === activityId);
  const mails = mailsIn(host.dataDir);
  const times = (address: unknown) => mails.filter((mail) => mail.to === address).length;
  const told = [...registrations.map((r) => r.email), ...recipients];
  return {
    lost: [...acknowledged].filter((email) => !registrations.some((r) => r.email === email)),
    twice: registrations.length - new Set(registrations.map((r) => r.email)).size,
    seats: { taken: seats?.taken, waiting: seats?.waiting },
    counted: { taken: seated.length, waiting: registrations.length - seated.length },
    unmailed: told.filter((address) => times(address) === 0),
    doubled: told.filter((address) => times(address) > 1),
    deadLetters: of("dead-letter").length,
    mails: mails.length,
    tickets: of("mail").filter((mail) => mail.template === "registration-confirmed"),
  };
}

/** Ends the host once nothing is left to do: nobody sends any more, no message waits, and of each mail it is known what became of it. */
async function settle(): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await again()) {
    let [before, since] = [-1, Date.now()];
    await eventually(async () => {
      const mails = (await (await fetch(`${host.origin}/inbox/messages.json?limit=1000`)).json()) as object[];
      if (mails.length !== before) [before, since] = [mails.length, Date.now()];
      return Date.now() - since > 1500;
    }, 60_000);
    await host.end("SIGTERM");
    const waiting = withHostState(host.dataDir, (db) => Number(db.prepare("select count(*) n from queue").get()?.n));
    if (waiting === 0 && !(await openedItemsOf(host.dataDir)).some((item) => item.statePk === "mail#unsettled")) return;
    if (Date.now() > deadline) throw new Error(`${waiting} messages are still waiting`);
  }
}

beforeAll(async () => {
  host = await startHostProcess({ args: ["--empty"] });
  send = await administratorOf(host);
  activityId = await runActivity(send, { ...forms.activity, capacity });
});
afterAll(() => host.remove());

describe("a host that is killed under load", () => {
  it("keeps what it acknowledged, oversells nothing, and sends each mail exactly once", async () => {
    const campaignId = await runCampaign(
      send,
      forms.campaign,
      recipients.map((address) => `${address},人`),
    );
    const { id } = await send<{ id: string }>("POST", "/api/console/cases", { ...forms.case, slug: "kept" });
    for (let kill = 0; kill < 5; kill++) {
      let gone = false;
      const load = crowd(() => gone);
      await new Promise((done) => setTimeout(done, 60 + random() * 500));
      if (kill === 1) await send("POST", `/api/console/cases/${id}/publish`, { version: 1 });
      await host.end("SIGKILL");
      gone = true;
      await load;
      await again();
    }
    await crowd(() => false);
    expect(acknowledged.size).toBe(people.length);
    // A mail that was in hand at the last kill waits for its silence, and then for the clock, which comes round once a minute.
    await eventually(
      async () => (await send(`GET`, `/api/console/campaigns/${campaignId}/progress`)).status === "finished",
      100_000,
    );
    // A publisher that was killed holds the site for seconds at most.
    await eventually(async () => (await fetch(`${host.origin}/cases/kept/`)).ok, 30_000);
    await settle();

    const { seats, counted, ...rest } = await reckon();
    expect(rest).toMatchObject({ lost: [], twice: 0, unmailed: [], doubled: [], deadLetters: 0 });
    expect(counted).toEqual({ taken: capacity, waiting: people.length - capacity });
    expect(seats).toEqual(counted);
    expect(rest.mails).toBe(people.length + recipients.length + 1);
  }, 240_000);

  it("doubles no mail when every change of its life is told once more; without one line of the ledger, exactly that mail (control)", async () => {
    const { tickets, mails } = await reckon();
    const [ticket] = tickets;
    if (!ticket) throw new Error("no ticket was sent");
    const tellAgain = async () => {
      withHostState(host.dataDir, (db) => db.exec("delete from fact where name like 'stream %'"));
      await again();
      await settle();
      return reckon();
    };
    expect(await tellAgain()).toMatchObject({ mails, doubled: [], deadLetters: 0 });
    await withTable(host.dataDir, (client) =>
      client.send(new DeleteItemCommand({ TableName: tableName, Key: marshall({ pk: ticket.pk, sk: ticket.sk }) })),
    );
    const end = await tellAgain();
    expect(end).toMatchObject({ mails: mails + 1, deadLetters: 0 });
    expect(end.doubled).toHaveLength(1);
  }, 120_000);
});
