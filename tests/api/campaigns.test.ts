import { readFileSync } from "node:fs";
import { unsubscribe } from "@lingxi/core/campaign";
import { describe, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { bringIn, people, startCampaign, work } from "../support/campaigns.ts";
import { anyone, embedded } from "../support/embedded.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
const roster = readFileSync(new URL("../../packages/core/fixtures/roster-gbk.csv", import.meta.url));

function upload(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
const statement = { source: "路演报名表", basis: "sign-up" };
const file = new File([roster], "名单.csv", { type: "text/csv" });

describe("POST /api/imports", () => {
  it("brings the roster in, and its report can be read again", async () => {
    const cookies = [await signIn(world, "organiser")];
    const answer = await call(world, "POST", "/api/imports", { upload: upload({ file, ...statement }), cookies });
    expect(answer.status).toBe(200);
    const { id } = answer.json() as { id: string };
    expect(answer.json()).toMatchObject({
      fileName: "名单.csv",
      counts: { imported: 7, duplicate: 2, refused: 2 },
      repeated: false,
    });
    const report = await call(world, "GET", `/api/console/imports/${id}`, { cookies });
    expect((report.json().lines as unknown[]).length).toBe(11);
    expect((await call(world, "GET", "/api/console/imports/imp_none", { cookies })).status).toBe(404);
  });

  it("says what is wrong with a file or a statement, in the reader's language, and is for organisers", async () => {
    const cookies = [await signIn(world, "organiser")];
    const send = (fields: Record<string, string | File>, as = cookies) =>
      call(world, "POST", "/api/imports", {
        upload: upload(fields),
        cookies: as,
        headers: { "accept-language": "en" },
      });
    const png = new File([Buffer.from("89504e470d0a1a0a", "hex")], "list.csv");
    expect(await send({ file: png, ...statement })).toMatchObject({ status: 422 });
    expect((await send({ file: png, ...statement })).json().detail).toContain("Save as → CSV");
    expect((await send({ file, source: "x" })).json().fields).toMatchObject([{ field: "source" }, { field: "basis" }]);
    expect((await send({ ...statement })).status).toBe(422);
    expect((await send({ file, ...statement }, [])).status).toBe(401);
    expect((await send({ file, ...statement }, [await signIn(world, "jury")])).status).toBe(403);
  });
});

describe("POST /api/imports/table", () => {
  it("answers a file of 50 MB with its size and what to do, and writes nothing", async () => {
    const cookies = [await signIn(world, "organiser")];
    const before = await world.scan();
    const large = new File([Buffer.alloc(50_000_000, 97)], "名单.csv", { type: "text/csv" });
    const answer = await call(world, "POST", "/api/imports/table", { upload: upload({ file: large }), cookies });
    expect(answer.status).toBe(422);
    expect(answer.json().detail).toBe("文件有 50.0 MB，超过 5 MB。请拆成几份分别导入。");
    expect(await world.scan()).toEqual(before);
  });
});

describe("/my/unsubscribe", () => {
  async function link(): Promise<{ path: string; send: () => Promise<string[]> }> {
    const [row = ""] = people(1);
    const address = row.split(",")[0];
    const campaignId = await startCampaign(world, await bringIn(world, [row]));
    await work(world, campaignId);
    const raw = Buffer.from(world.mails.at(-1)?.raw ?? "").toString("latin1");
    const path = /List-Unsubscribe:\s*<https:\/\/lingxi\.example([^>]+)>/.exec(raw)?.[1] ?? "";
    return {
      path,
      async send() {
        world.mails.length = 0;
        await bringIn(world, [row])
          .then(async (list) => work(world, await startCampaign(world, list)))
          .catch(() => undefined);
        return world.mails.map((m) => m.to).filter((to) => to === address);
      },
    };
  }

  it.each([
    ["urlencoded", { form: { "List-Unsubscribe": "One-Click" } }],
    ["multipart", { upload: upload({ "List-Unsubscribe": "One-Click" }) }],
  ])("takes the one-click body, %s, without cookie, at once and any number of times", async (_, body) => {
    const { path, send } = await link();
    expect(await send()).toHaveLength(1);
    for (let i = 0; i < 2; i++) {
      const answer = await call(world, "POST", path, body);
      expect(answer.status).toBe(200);
      expect(answer.headers.location).toBeUndefined();
      expect(answer.text).toContain("已退订");
    }
    expect(await send()).toEqual([]);
    const again = await call(world, "POST", `${path}/again`, body);
    expect(again.text).toContain("已重新订阅");
    expect(await send()).toHaveLength(1);
  });

  it("changes nothing by GET and HEAD, and asks in the reader's language", async () => {
    const { path, send } = await link();
    const before = await world.scan();
    const zh = await call(world, "GET", path);
    expect(zh.text).toContain("确认退订");
    expect((await call(world, "GET", `/en${path}`)).text).toContain("Press the button");
    expect((await call(world, "HEAD", path)).status).toBe(200);
    expect(zh.text).not.toContain("@example.com");
    expect(await world.scan()).toEqual(before);
    expect(await send()).toHaveLength(1);
  });

  it("answers 404 to an unknown token", async () => {
    const { path } = await link();
    for (const bad of [`${path.slice(0, -1)}~`, "/my/unsubscribe/a.b", "/my/unsubscribe/x"]) {
      expect((await call(world, "POST", bad, { form: { "List-Unsubscribe": "One-Click" } })).status).toBe(404);
      expect((await call(world, "GET", bad)).status).toBe(404);
    }
  });

  it("works after the secret was changed", async () => {
    const { path } = await link();
    const ctx = world.ctx(anyone);
    const { createKeys } = await import("@lingxi/core/platform/keys");
    const keys = createKeys(["a new secret", "a secret for tests"]);
    await unsubscribe({ ...ctx, keys }, { token: path.split("/").at(-1) ?? "" });
    await expect(
      unsubscribe({ ...ctx, keys: createKeys(["a new secret"]) }, { token: path.split("/").at(-1) ?? "" }),
    ).rejects.toMatchObject({ reason: "unsubscribe.not-found" });
  });
});
