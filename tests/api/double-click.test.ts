import { describe, expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { embedded } from "../support/embedded.ts";
import { forms, freshRecords } from "../support/records.ts";

const world = embedded();
const fresh = freshRecords(world);
const count = async (type: string) => (await world.scan()).filter((item) => item.type === type).length;

describe("a public form", () => {
  const cases: [type: string, form: object, address: () => Promise<string>][] = [
    ["registration", forms.registration, async () => `/forms/register/${await publishedActivity(world, 5)}`],
    ["project", forms.project, async () => "/forms/project"],
    ["demand", forms.demand, async () => "/forms/demand"],
    ["talent", forms.talent, async () => "/forms/talent"],
  ];
  it.each(cases)(
    "sent by a double click, and again from the back button, makes one record and one answer: %s",
    async (type, form, address) => {
      const path = await address();
      const page = await call(world, "GET", path);
      const submission = /name="submission" value="([0-9a-z]{26})"/.exec(page.text)?.[1];
      const filled = { ...form, ...(submission ? { submission } : {}) } as Record<string, string>;
      const before = await count(type);
      const click = () => call(world, "POST", path, { form: filled });
      const twice = await Promise.all([click(), click()]);
      const back = await click();
      const answers = [...twice, back].map(({ status, headers }) => `${status} ${headers.location}`);
      expect(new Set(answers).size, answers.join(", ")).toBe(1);
      expect(back.status).toBe(303);
      expect(await count(type)).toBe(before + 1);
    },
  );

  it("makes two records of a double click where the number that the form was made with is taken away (control)", async () => {
    const before = await count("project");
    const click = () => call(world, "POST", "/forms/project", { form: forms.project });
    await Promise.all([click(), click()]);
    expect(await count("project")).toBe(before + 2);
  });
});

describe("a page behind a secret link", () => {
  const own: [path: string, form: object][] = [
    ["/my/registrations/{token}", forms.registration],
    ["/my/projects/{token}", forms.project],
    ["/my/demands/{token}", forms.demand],
    ["/my/talents/{token}", forms.talent],
  ];
  it.each(own)("changed in two tabs at once keeps one change, and tells the other what to do: %s", async (pattern, form) => {
    const path = pattern.replace("{token}", await fresh(pattern, "token"));
    const save = (name: string) => call(world, "POST", path, { form: { ...form, name, version: "1" } as Record<string, string> });
    const answers = await Promise.all([save("左边"), save("右边")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 412]);
    const [kept, lost] = answers[0]?.status === 303 ? ["左边", "右边"] : ["右边", "左边"];
    expect(answers.find(({ status }) => status === 412)?.text).toContain(`value="${lost}"`);
    expect((await call(world, "GET", path)).text).toContain(kept);
  });

  it.each(own)("is not found once the link is altered by a letter, whatever is sent to it: %s", async (pattern, form) => {
    const token = await fresh(pattern, "token");
    const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    const before = await world.scan();
    for (const base of ["", "/en"]) {
      const path = `${base}${pattern.replace("{token}", altered)}`;
      expect((await call(world, "GET", path)).status).toBe(404);
      const sent = await call(world, "POST", path, { form: { ...form, version: "1" } as Record<string, string> });
      expect(sent.status).toBe(404);
    }
    expect(await world.scan()).toEqual(before);
  });
});
