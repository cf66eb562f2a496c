import { createActivity, listRegistrations, publishActivity, register } from "@lingxi/core/activity";
import type { Ctx } from "@lingxi/core/platform/context";
import { submitProject } from "@lingxi/core/project";
import { registrationToken } from "../../../packages/core/src/activity/link.ts";
import type { World } from "../../support/embedded.ts";
import { member, sessionOf } from "../../support/session.ts";
import { drawFrom, makeOne, seed } from "../publish/content.ts";

/** What the requests of the bench name. */
export interface Records {
  /** The activity that most people look at, and have registered for. */
  readonly activityId: string;
  /** A project that visitors look at. */
  readonly projectId: string;
  /** The secret of one registration. */
  readonly token: string;
  /** The cookie of an organiser. */
  readonly cookie: string;
  /** How many public things there are. */
  readonly things: number;
}

/** How much there is. */
export interface Size {
  readonly people: number;
  readonly things: number;
}

const day = 86_400_000;

/** Calls the work for each number below `count`, eight at a time. */
async function eightAtATime(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let n = 0;
  const one = async () => {
    while (n < count) await work(n++);
  };
  await Promise.all(Array.from({ length: 8 }, one));
}

async function openActivity(ctx: Ctx, capacity: number): Promise<string> {
  const text = { "zh-CN": "钛合金专利对接会", en: "Titanium patents: meeting" };
  const at = (days: number) => new Date(ctx.now().getTime() + days * day).toISOString();
  const form = {
    kind: "salon" as const,
    title: text,
    summary: text,
    description: text,
    venue: text,
    chains: ["titanium"],
    capacity,
  };
  const { id } = await createActivity(ctx, { ...form, startsAt: at(10), endsAt: at(11), registrationClosesAt: at(9) });
  await publishActivity(ctx, { activityId: id, version: 1 });
  return id;
}

const person = (n: number) => ({
  name: `人${n}`,
  organisation: "示例公司",
  email: `person${n}@example.com`,
  consent: true as const,
});

/** Fills the table by the verbs that people call: a programme of a few months, with one large activity and a queue to review. */
export async function fill(world: Pick<World, "ctx">, { people, things }: Size): Promise<Records> {
  const ctx = world.ctx({ kind: "system", name: "bench" });
  await ctx.vault.prepare();
  const draw = drawFrom(7);
  const made = await seed(ctx, things, draw);
  const demands = Math.ceil(things / 4);
  await eightAtATime(demands, (n) => makeOne(ctx, "demands", n, draw));
  await eightAtATime(30, (n) =>
    submitProject(ctx, {
      ...{ secrecy: "none", title: `待审项目（${n}）`, chain: "titanium", trl: "5", ways: ["licence"], name: "李示例" },
      ...{
        problem: "返修多、能耗高，批量小时尤甚。",
        advantage: "少两道工序，设备不必更换。",
        economics: "单件成本低一到两成，能耗低三成。",
        organisation: "示例研究院",
      },
      ...{ email: `waiting${n}@example.com`, locale: "zh-CN", consent: "yes" },
    } as never),
  );
  const activityId = await openActivity(ctx, 100_000);
  await eightAtATime(people, (n) => register(ctx, { activityId, ...person(n) }));
  const [one] = (await listRegistrations(ctx, { activityId, limit: 1 })).items;
  if (!one) throw new Error("nobody is registered");
  const cookie = await sessionOf(world, await member(world, "stf_bench", "organiser"));
  return {
    ...{ activityId, token: registrationToken(ctx, one), cookie, things: things + demands },
    projectId: made.find(({ kind }) => kind === "projects")?.id ?? "",
  };
}
