import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { chance, faulty } from "../../../../tests/support/faults.ts";
import { parseMail } from "../../../../tests/support/inbox.ts";
import { getDemand, publishDemand, readDemand, submitDemand } from "../demand/index.ts";
import { digestToken, seeDigest, startDigest, stopDigest } from "../digest/index.ts";
import { enterPatent, getPatent } from "../ip-record/index.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { listProjects, publishProject, readProject, submitProject } from "../project/index.ts";
import { matchDemands } from "./match-demands.ts";
import { sendDigests } from "./send-digests.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const day = 86_400_000;
const send = (parts = {}) => sendDigests(world.ctx(system, parts), { milliseconds: 60_000, silence: 0 });
let n = 0;
const person = () => ({
  name: "王示例",
  organisation: "示例公司",
  phone: "",
  consent: "yes",
  email: `standing-${++n}@example.com`,
});

/** Texts that nothing else here shares a word with. */
const topics = {
  walnut: ["核桃破壳取整仁", "核桃破壳后果仁碎裂，取整仁率低，全靠人工剥取。"],
  goat: ["羊奶低温脱膻", "羊奶膻味重，高温脱膻损失营养，消费者不接受。"],
  weld: ["钛合金焊缝气孔检测", "钛合金薄壁焊缝气孔漏检，整件报废，需要在线检测。"],
  tea: ["茯茶金花菌接种", "茯茶发花周期长，金花菌接种不匀，批次之间差别大。"],
  kiwi: ["猕猴桃溃疡病早期诊断", "猕猴桃溃疡病潜伏期看不出，发现时已要砍树。"],
  drone: ["输电线路无人机避障", "无人机巡检山区输电线路时难以发现细导线，容易碰撞。"],
} as const;
type Topic = keyof typeof topics;

async function need(topic: Topic, more: object = {}) {
  const [title, problem] = topics[topic];
  const form = { ...person(), secrecy: "none", title, problem, chain: "apples", ways: ["licence"], region: "xian", ...more };
  const { id } = await submitDemand(world.ctx(), form as never);
  await publishDemand(organiser(), { demandId: id, version: 1 });
  return { id, email: form.email };
}

async function offer(topic: Topic, more: object = {}) {
  const [title, problem] = topics[topic];
  const form = {
    ...person(),
    secrecy: "none",
    title: `${title}技术`,
    problem,
    advantage: `${title}，比现有做法省工省料，成本低三成。`,
    economics: "单机成本降低三成，两年收回投入。",
    chain: "apples",
    trl: "7",
    ways: ["licence"],
    ...more,
  };
  await submitProject(world.ctx(), form as never);
  const { items } = await listProjects(organiser(), { status: "submitted" });
  const id = items[0]?.id ?? "";
  await publishProject(organiser(), { projectId: id, version: 1 });
  return { id, email: form.email };
}

const changed = (ids: { demands?: string[]; offers?: string[] }, parts = {}) =>
  matchDemands(world.ctx(system, parts), {
    demandIds: ids.demands ?? [],
    offerIds: ids.offers ?? [],
    all: Boolean(ids.offers?.length),
  });

const mailsTo = async (email: string) =>
  (await Promise.all(world.mails.map(({ raw }) => parseMail(raw)))).filter(({ to }) => to?.[0]?.address === email);

describe("supply without a match", () => {
  it("is listed by itself, and says so, until a need comes that fits; the other way round for a need", async () => {
    const project = await offer("goat");
    await changed({ offers: [project.id] });
    expect((await readProject(world.ctx(), { projectId: project.id })).seeking).toBe(true);
    const demand = await need("goat");
    await changed({ demands: [demand.id] });
    expect((await readProject(world.ctx(), { projectId: project.id })).seeking).toBeUndefined();
    expect((await getDemand(organiser(), { demandId: demand.id })).unserved).toBeUndefined();

    const alone = await need("tea");
    await changed({ demands: [alone.id] });
    expect((await getDemand(organiser(), { demandId: alone.id })).unserved).toBe(true);
    expect(JSON.stringify(await readDemand(world.ctx(), { demandId: alone.id }))).not.toContain("unserved");
    const { id: patentId } = await enterPatent(organiser(), {
      ...{ number: "201710601862.3", title: "一种茯茶金花菌接种方法", abstract: "茯茶金花菌接种均匀，发花周期缩短，批次一致。" },
      ...{ holder: "示例大学", legal: "in-force" },
    } as never);
    await changed({ offers: [patentId] });
    expect((await getDemand(organiser(), { demandId: alone.id })).unserved).toBeUndefined();
    expect((await getPatent(organiser(), { patentId })).seeking).toBeUndefined();
  });

  it("leaves versions alone, so that nobody who has the record open is refused", async () => {
    const demand = await need("kiwi");
    const { version } = await getDemand(organiser(), { demandId: demand.id });
    await changed({ demands: [demand.id] });
    const after = await getDemand(organiser(), { demandId: demand.id });
    expect([after.version, after.unserved]).toEqual([version, true]);
  });
});

describe("the daily mail", () => {
  it("tells both owners of a pair once, whatever is delivered again and in which order, one mail a day", async () => {
    const [project, demand] = [await offer("walnut"), await need("walnut", { locale: "en" })];
    world.mails.length = 0;
    for (const ids of [{ demands: [demand.id] }, { offers: [project.id] }, { demands: [demand.id] }, { offers: [project.id] }])
      await changed(ids);
    await send();
    await send();
    const [[own], [theirs]] = [await mailsTo(demand.email), await mailsTo(project.email)];
    expect([(await mailsTo(demand.email)).length, (await mailsTo(project.email)).length]).toEqual([1, 1]);
    expect([own?.subject, theirs?.subject]).toEqual(["1 possible matches for you", "为您找到 1 项可能的匹配"]);
    expect(own?.text).toContain(`/en/projects/${project.id}/`);
    expect(theirs?.text).toContain(`/demands/${demand.id}/`);
    expect(theirs?.text).not.toContain(demand.email);
    const again = await offer("walnut", { email: project.email });
    await changed({ offers: [again.id] });
    await send();
    expect((await mailsTo(demand.email)).length).toBe(1);
    world.clock.advance(day);
    await send();
    await send();
    expect((await mailsTo(demand.email)).length).toBe(2);
    world.clock.advance(day);
    await changed({ demands: [demand.id] });
    await send();
    expect((await mailsTo(demand.email)).length).toBe(2);
  });

  it("tells again what was told where the record of it is taken away (control)", async () => {
    const count = () => world.mails.length;
    const [project, demand] = [await offer("drone"), await need("drone")];
    await changed({ offers: [project.id] });
    await send();
    const before = count();
    const gone = (await world.scan()).filter(({ type, demandId }) => type === "match-fit" && demandId === demand.id);
    await world.ctx(system).table.write(gone.map(({ pk, sk }) => ({ remove: { pk, sk } })) as never, "control");
    world.clock.advance(day);
    await changed({ demands: [demand.id] });
    await send();
    expect(count()).toBeGreaterThan(before);
  });

  it("tells each of two owners who offer the same text, and the need's owner of both in one mail", async () => {
    world.clock.advance(2 * day);
    const [one, two, demand] = [await offer("kiwi"), await offer("kiwi"), await need("kiwi")];
    world.mails.length = 0;
    await changed({ offers: [one.id, two.id] });
    await send();
    expect([(await mailsTo(one.email)).length, (await mailsTo(two.email)).length]).toEqual([1, 1]);
    const [mail] = await mailsTo(demand.email);
    expect([mail?.text?.includes(one.id), mail?.text?.includes(two.id)]).toEqual([true, true]);
  });

  it("says nothing of what a trade secret hides, on either side, and nothing but what is public", async () => {
    const hidden = {
      secrecy: "trade-secret",
      problem: "钛合金薄壁焊缝气孔漏检，机密炉号甲字七号，需要在线检测。",
      scenario: "储罐。",
    };
    const [project, demand] = [await offer("weld", { phone: "13912345678" }), await need("weld", hidden)];
    world.mails.length = 0;
    await changed({ offers: [project.id] });
    await send();
    const all = (await Promise.all(world.mails.map(({ raw }) => parseMail(raw))))
      .map(({ text, html }) => `${text}${html}`)
      .join();
    expect(await mailsTo(project.email)).toHaveLength(1);
    expect(all).toContain(topics.weld[0]);
    expect(all).not.toMatch(/甲字七号|13912345678|漏检/);
    expect((await mailsTo(demand.email))[0]?.text).not.toContain(project.email);
  });

  it("is switched off by one click, at once and for all that comes, and on again", async () => {
    const [project, demand] = [await offer("kiwi"), await need("kiwi")];
    const ctx = world.ctx();
    const token = digestToken(ctx, ctx.keys.digest("person", project.email));
    await changed({ offers: [project.id] });
    expect(await stopDigest(ctx, { token })).toEqual({ on: false });
    expect(await stopDigest(ctx, { token })).toEqual({ on: false });
    world.mails.length = 0;
    await send();
    expect([(await mailsTo(project.email)).length, (await mailsTo(demand.email)).length]).toEqual([0, 1]);
    const headers = Buffer.from(world.mails[0]?.raw ?? [])
      .toString("utf8")
      .replace(/\r\n[ \t]+/g, " ");
    expect(headers).toMatch(/List-Unsubscribe: +<https:\/\/lingxi\.example\/my\/matches\/notices\/[^>]+>/);
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(await startDigest(ctx, { token })).toEqual({ on: true });
    expect(await seeDigest(ctx, { token })).toEqual({ on: true });
    world.clock.advance(day);
    await send();
    expect(await mailsTo(project.email)).toHaveLength(0);
    await expect(stopDigest(ctx, { token: `${token}x` })).rejects.toMatchObject({ reason: "digest.link" });
  });

  it("loses nothing and repeats nothing where the table and the transport fail, from a seed", async () => {
    for (const seed of [1, 2, 3]) {
      const random = chance(seed);
      world.clock.advance(2 * day);
      const [project, demand] = [
        await offer("goat", { title: `羊奶低温脱膻技术${seed}` }),
        await need("goat", { title: `羊奶低温脱膻${seed}` }),
      ];
      await send();
      world.clock.advance(2 * day);
      world.mails.length = 0;
      const client = faulty(world.client, random, { throttle: 0.005, lost: 0.02, conflict: 0.05 });
      const mailer = {
        ...{ from: "a@example.com", replyTo: "a@example.com" },
        async send(mail: (typeof world.mails)[number]) {
          if (random() < 0.3) throw new MailDeferred("busy");
          world.mails.push(mail);
          return { messageId: "m" };
        },
      };
      const insist = async (work: () => Promise<unknown>) => {
        for (let tries = 0; tries < 60; tries++)
          try {
            return await work();
          } catch {
            // As a queue or a clock does: the same once more.
          }
        throw new Error("it never went through");
      };
      for (const ids of [{ offers: [project.id] }, { demands: [demand.id] }, { offers: [project.id] }])
        await insist(() => changed(ids, { client, mailer }));
      for (let tick = 0; tick < 8; tick++) await insist(() => send({ client, mailer }));
      await send();
      expect([(await mailsTo(project.email)).length, (await mailsTo(demand.email)).length], `seed ${seed}`).toEqual([1, 1]);
    }
  });
});
