import { expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { cancelActivity, createActivity, editActivity, getActivity, publishActivity } from "../activity/index.ts";
import { publishChanges } from "./index.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
world.render = async () => ({ status: 200, type: "text/html; charset=utf-8", body: "" });
const bytes = (path: string) => Buffer.from(world.files.get(`site/${path}`)?.body ?? []);
const at = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000).toISOString();
const show = (...ids: string[]) =>
  publishChanges(world.ctx(system), { changes: ids.map((id) => ({ kind: "activities" as const, id })) });

async function activity(chain: string, title: string): Promise<string> {
  const { id: activityId } = await createActivity(organiser(), {
    kind: "salon",
    title: { "zh-CN": title, en: `${chain}; one, two` },
    summary: { "zh-CN": `很长的说明，${"钛合金，".repeat(40)}完`, en: "Short." },
    description: { "zh-CN": "说明" },
    venue: { "zh-CN": "西安高新区，一层", en: "Xi'an" },
    chains: [chain],
    ...{ startsAt: at(10), endsAt: at(10.2), registrationClosesAt: at(9), capacity: 20 },
  });
  await publishActivity(organiser(), { activityId, version: 1 });
  return activityId;
}

/** A calendar as RFC 5545 has its lines, unfolded. @throws where the bytes are none */
function linesOf(body: Buffer): string[] {
  const text = body.toString("utf8");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // Folded between characters: no piece is half of one.
  expect(text).not.toContain("\uFFFD");
  return text.replaceAll("\r\n ", "").trimEnd().split("\r\n");
}
const of = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

it("a chain's feeds are valid, hold that chain alone, and tell a change by SEQUENCE under the same UID", async () => {
  const [mine, other] = [await activity("photonics", "光子沙龙"), await activity("hydrogen", "氢能沙龙")];
  await show(mine, other);
  const ics = "feeds/chains/photonics/activities.ics";
  const first = bytes(ics);
  const lines = linesOf(first);
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  expect(of(lines, "METHOD")).toEqual(["PUBLISH"]);
  expect(of(lines, "UID")).toEqual([`${mine}@lingxi`]);
  expect(of(lines, "SUMMARY")).toEqual(["光子沙龙"]);
  expect(of(lines, "DTSTART")).toEqual([at(10).replace(/[-:]|\.\d+/g, "")]);
  expect(of(linesOf(bytes(`en/${ics}`)), "SUMMARY")).toEqual(["photonics\\; one\\, two"]);
  expect(of(linesOf(bytes("feeds/chains/hydrogen/activities.ics")), "UID")).toEqual([`${other}@lingxi`]);

  const json = JSON.parse(bytes("en/feeds/chains/photonics/activities.json").toString());
  expect(json).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    language: "en",
    feed_url: "https://lingxi.example/en/feeds/chains/photonics/activities.json",
    items: [{ id: mine, url: `https://lingxi.example/en/activities/${mine}/`, title: "photonics; one, two" }],
  });

  // Published again without a change: the same bytes.
  await show(mine, other);
  expect(bytes(ics).equals(first)).toBe(true);

  world.clock.advance(5000);
  const row = await getActivity(organiser(), { activityId: mine });
  await editActivity(organiser(), { ...row, activityId: mine, startsAt: at(11), endsAt: at(11.2) });
  await show(mine);
  const moved = linesOf(bytes(ics));
  expect(of(moved, "UID")).toEqual([`${mine}@lingxi`]);
  expect(Number(of(moved, "SEQUENCE")[0])).toBeGreaterThan(Number(of(lines, "SEQUENCE")[0]));
  expect(of(moved, "DTSTART")).not.toEqual(of(lines, "DTSTART"));

  const { version } = await getActivity(organiser(), { activityId: mine });
  await cancelActivity(organiser(), { activityId: mine, version });
  await show(mine);
  expect(of(linesOf(bytes(ics)), "UID")).toEqual([]);
});
