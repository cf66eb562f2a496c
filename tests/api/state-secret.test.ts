import type { command, Verb } from "@lingxi/core/platform/command";
import type { Participant } from "@lingxi/core/platform/participant";
import { bearsMark } from "@lingxi/core/platform/state-secret";
import { describe, expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";
import { participantOf } from "../support/participant.ts";
import { allVerbs } from "../support/rights.ts";

type AnyVerb = Verb<Parameters<typeof command>[0]["input"], unknown>;
interface Json {
  readonly type?: string | string[];
  readonly properties?: Record<string, Json>;
  readonly items?: Json;
  readonly anyOf?: Json[];
  readonly allOf?: Json[];
  readonly enum?: unknown[];
  readonly format?: string;
  readonly additionalProperties?: Json | boolean;
}

/** Every place in an input where text can stand, as the input that has `text` there and nothing else. */
function withTextAt(schema: Json, text: string): unknown[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => withTextAt(one, text));
  const isText = [schema.type].flat().includes("string") && !schema.enum;
  return [
    ...inner,
    ...(isText ? [text] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      withTextAt(one, text).map((value) => ({ [name]: value })),
    ),
    ...(schema.items ? withTextAt(schema.items, text).map((value) => [value]) : []),
  ];
}

const world = embedded();
const marked = "样机参数见附件（机密★10年）";
const verbs = async () =>
  [...(await allVerbs())].filter(([verb, { access }]) => typeof verb === "function" && access !== "system") as [
    AnyVerb,
    { name: string },
  ][];
const jsonOf = (verb: AnyVerb) => verb.input.toJSONSchema({ io: "input", unrepresentable: "any" }) as Json;
/** What each verb answers to a text in each of its places. */
async function reasons(text: string, participant: Participant) {
  const found: { where: string; reason: unknown }[] = [];
  for (const [verb, { name }] of await verbs())
    for (const input of withTextAt(jsonOf(verb), text)) {
      const reason = await verb(
        world.ctx(verb.access === "participant" ? participant : staff("administrator")),
        input as never,
      ).then(
        () => "taken",
        (error: { reason?: unknown }) => error.reason ?? String(error),
      );
      found.push({ where: `${name} ${JSON.stringify(input).replace(text, "…")}`, reason });
    }
  return found;
}

describe("a text that bears the mark of a state secret", () => {
  it("is refused in every field of every verb where text can be typed, and nothing is written", async () => {
    const { actor } = await participantOf(world, "p@example.com");
    const before = await world.scan();
    const found = await reasons(marked, actor);
    expect(found.length).toBeGreaterThan(200);
    for (const verb of ["register", "submitProject", "applyTalent", "createCase", "createCampaign", "askForData"])
      expect(
        found.some(({ where }) => where.includes(`.${verb} `)),
        verb,
      ).toBe(true);
    expect(found.filter(({ reason }) => reason !== "text.state-secret")).toEqual([]);
    expect(await world.scan()).toEqual(before);
  });

  it("is what makes the difference: the same texts without it are not refused for that (control)", async () => {
    const { actor } = await participantOf(world, "p@example.com");
    const found = await reasons("样机参数见附件", actor);
    expect(found.filter(({ reason }) => reason === "text.state-secret")).toEqual([]);
  });

  it.each(["绝密★", "机密 ★ 启封前", "秘密☆3年", "機密★", "机\u200b密★", "ＳＥＣＲＥＴ 秘密＊"])("is known as %s", (text) => {
    expect(bearsMark({ deep: [{ text }] })).toBe(true);
  });

  it.each(["商业秘密", "本单位遵守保密规定，不涉及机密级文件", "五星 ★★★★★ 好评", "秘密花园"])("is not seen in %s", (text) => {
    expect(bearsMark(text)).toBe(false);
  });

  it("gives a number for the desk on the page, and shows nothing of what was typed", async () => {
    const activityId = await publishedActivity(world, 5);
    const form = { name: "张三", organisation: marked, email: "z@example.com", consent: "yes" };
    const answer = await call(world, "POST", `/api/activities/${activityId}/registrations`, { body: form });
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(/LX-\d{8}-[2-9A-Z]{4}/);
    expect(answer.text).not.toContain("样机");
    expect(answer.text).not.toContain("张三");
  });
});
