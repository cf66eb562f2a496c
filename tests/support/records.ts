import {
  closeRegistration,
  createCode,
  editAgenda,
  getActivity,
  keepTemplate,
  listRegistrations,
  register,
  registerGroup,
  repeatActivity,
  saveForm,
  seeRegistration,
} from "@lingxi/core/activity";
import { createCampaign, invitationToken, pauseCampaign, sendCampaign } from "@lingxi/core/campaign";
import { mergeContacts } from "@lingxi/core/campaign/people";
import { askReview, createCase, createPage, publishCase, scheduleCase } from "@lingxi/core/cases";
import { printAttendance, syncScans } from "@lingxi/core/check-in";
import { gatherDemands, makeBatch, publishDemand, submitDemand } from "@lingxi/core/demand";
import { proposeSolved } from "@lingxi/core/demand/reactions";
import { digestToken } from "@lingxi/core/digest";
import { inviteMember, proposeRecovery } from "@lingxi/core/identity";
import { enterPatent } from "@lingxi/core/ip-record";
import { importPatents } from "@lingxi/core/ip-record/reactions";
import { askBoth } from "@lingxi/core/matching";
import { letCodeThrough } from "@lingxi/core/organisation";
import { publishOutcome } from "@lingxi/core/outcome";
import { DomainError } from "@lingxi/core/platform/error";
import type { Participant } from "@lingxi/core/platform/participant";
import { askForData } from "@lingxi/core/privacy";
import { publishProject, submitProject } from "@lingxi/core/project";
import { createSegment } from "@lingxi/core/segment";
import { openSurvey, writeSurvey } from "@lingxi/core/survey";
import { surveyToken } from "@lingxi/core/survey/reactions";
import { applyTalent, approveTalent } from "@lingxi/core/talent";
import { Activity } from "../../packages/core/src/activity/entity.ts";
import { registrationToken, transferToken } from "../../packages/core/src/activity/link.ts";
import { unsubscribeToken } from "../../packages/core/src/campaign/unsubscribe.ts";
import { demandLink } from "../../packages/core/src/demand/link.ts";
import { Members, Passkeys } from "../../packages/core/src/identity/entity.ts";
import { Guests } from "../../packages/core/src/invitation/entity.ts";
import { askLink } from "../../packages/core/src/matching/answer-ask.ts";
import { askId } from "../../packages/core/src/matching/ask.ts";
import { Asks } from "../../packages/core/src/matching/entity.ts";
import { boardToken } from "../../packages/core/src/meeting/board.ts";
import { Memberships, Organisations } from "../../packages/core/src/organisation/entity.ts";
import { DataRequests } from "../../packages/core/src/privacy/entity.ts";
import { dataToken } from "../../packages/core/src/privacy/open.ts";
import { projectLink } from "../../packages/core/src/project/link.ts";
import { Tickets as SurveyTickets } from "../../packages/core/src/survey/entity.ts";
import { talentLink } from "../../packages/core/src/talent/link.ts";
import { Deliveries, Webhooks } from "../../packages/core/src/webhook/entity.ts";
import { Works } from "../../packages/core/src/workspace/entity.ts";
import { activityWithTickets, publishedActivity } from "./activities.ts";
import { bringIn, people, startCampaign, tested } from "./campaigns.ts";
import { dealRecords } from "./deal-records.ts";
import { ticketHolder } from "./door.ts";
import { staff, system, type World } from "./embedded.ts";
import { meetingRecords } from "./meeting-records.ts";
import { matchmaking } from "./meetings.ts";
import { participantOf } from "./participant.ts";
import { codeOf as printedCode } from "./pdf.ts";
import { openRoadshow } from "./roadshow.ts";
import { roadshowRecords } from "./roadshow-records.ts";
import { member, sessionOf } from "./session.ts";

const person = { name: "王示例", organisation: "示例公司", phone: "", consent: "yes" } as const;
export const forms = {
  registration: { ...person, email: "reg@example.com", interest: "" },
  project: {
    ...person,
    email: "prj@example.com",
    secrecy: "none",
    title: "苹果气调保鲜箱",
    problem: "果农在地头没有冷库，采后损耗高。",
    advantage: "与冷库相比不需要用电，损耗从 18% 降到 6%。",
    economics: "每吨成本 120 元，冷库为 400 元。",
    chain: "apples",
    trl: "7",
    ways: ["licence"],
  },
  demand: {
    ...person,
    email: "dem@example.com",
    secrecy: "none",
    title: "苹果分选线内部褐变检测",
    problem: "霉心和褐变靠切果抽检，混入后整箱退货。",
    chain: "apples",
    ways: ["licence"],
    region: "weinan",
  },
  talent: {
    name: "陈示例",
    organisation: "示例大学",
    title: "副教授",
    expertise: "气调保鲜、包装材料",
    chains: ["apples"],
    introduction: "从事果蔬采后保鲜研究，有三项专利在用。",
    phone: "",
    email: "tal@example.com",
    pool: "yes",
  },
  patent: {
    number: "ZL201710601862.3",
    title: "一种气调保鲜箱",
    abstract: "一种气调保鲜箱，包括箱体和气调膜。",
    ipc: "A23B 7/148",
    holder: "示例大学",
    legal: "in-force",
    chain: "apples",
  },
  case: { title: { "zh-CN": "案例" }, summary: { "zh-CN": "摘要" }, body: { "zh-CN": "正文" }, chains: [] },
  activity: {
    kind: "salon",
    title: { "zh-CN": "沙龙" },
    summary: { "zh-CN": "摘要" },
    description: { "zh-CN": "请带问题来。" },
    venue: { "zh-CN": "西安" },
    chains: ["titanium"],
    startsAt: "2026-12-20T01:00:00Z",
    endsAt: "2026-12-20T04:00:00Z",
    registrationClosesAt: "2026-12-19T01:00:00Z",
    capacity: 20,
  },
  membership: {
    organisation: "秦岭示例公司",
    kind: "enterprise",
    name: "周示例",
    position: "技术部经理",
    proof: "总机 029-00000000，办公室可以证实。",
  },
  member: { name: "李示例", locale: "zh-CN" },
  segment: { name: "来过的企业", rule: { groups: [{ conditions: [{ about: "kind", of: ["enterprise"] }] }] } },
  campaign: {
    kind: "public-service",
    subject: { "zh-CN": "路演通知" },
    body: { "zh-CN": "{{name}}您好。" },
    audience: { chains: [] },
  },
} as const;

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A credit code that is right, another one for each number. */
export function codeOf(number: number): string {
  const body = `9161${String(number).padStart(13, "0")}`;
  const sum = [...body].reduce((all, c, i) => all + alphabet.indexOf(c) * (3 ** i % 31), 0);
  return body + alphabet[(31 - (sum % 31)) % 31];
}

/** The participant of the tests that act as each kind of people in turn. */
export const participantAddress = "participant@example.com";

/** A fresh record for each placeholder in the addresses of the API, and what stands in its place; what is somebody's own is that member's. */
export function freshRecords(world: World, own = "stf_administrator") {
  const organiser = () => world.ctx(staff("administrator"));
  let n = 0;
  const fresh = <T extends object>(form: T) => ({ ...form, email: `fresh-${++n}@example.com` });
  /** A context that tells the last id that it gave for the prefix. */
  const noting = (prefix: string) => {
    const noted = { id: "" };
    const ctx = world.ctx();
    const newId = (of: string) => {
      const id = ctx.newId(of);
      if (of === prefix) noted.id = id;
      return id;
    };
    return { ctx: { ...ctx, newId }, noted };
  };
  const contacts: string[] = [];
  /** Somebody on a list; with another name, on a second list that says otherwise. */
  const contact = async (otherwise?: string) => {
    const email = `contact-${++n}@example.com`;
    for (const name of otherwise ? ["甲", otherwise] : ["甲"]) await bringIn(world, [`${email},${name}`]);
    contacts.push(world.ctx().keys.digest("person", email));
    return contacts.at(-1) ?? "";
  };
  const project = async () => {
    const { ctx, noted } = noting("prj");
    const form = fresh(forms.project);
    await submitProject(ctx, form as unknown as Parameters<typeof submitProject>[1]);
    return { ...noted, contact: { name: form.name, email: form.email } };
  };
  const listedProject = async () => {
    const { id } = await project();
    await publishProject(organiser(), { projectId: id, version: 1 });
    return id;
  };
  const file = async () => `${await listedProject()}.zh-CN.png`;
  const listedDemand = async () => {
    const { id } = await demand();
    await publishDemand(organiser(), { demandId: id, version: 1 });
    return id;
  };
  const batch = async () => (await makeBatch(organiser(), { name: { "zh-CN": "第一批" } })).id;
  const draft = async () => (await createCase(organiser(), forms.case as unknown as Parameters<typeof createCase>[1])).id;
  const publishedCase = async () => {
    const id = await draft();
    await publishCase(organiser(), { caseId: id, version: 1 });
    return id;
  };
  const page = async () => (await createPage(organiser(), forms.case as unknown as Parameters<typeof createPage>[1])).id;
  const publishedPage = async () => {
    const id = await page();
    await publishCase(organiser(), { caseId: id, version: 1 });
    return id;
  };
  const scheduled = async (caseId: string) => {
    await scheduleCase(organiser(), { caseId, version: 1, publishAt: "2027-01-05T02:00:00Z" });
    return caseId;
  };
  const inReview = async (draftId?: string) => {
    const id = draftId ?? (await draft());
    await askReview(organiser(), { caseId: id, version: 1 });
    return id;
  };
  /** Whether an order waits depends on whether somebody else may approve it: here somebody always may. */
  const second = () => member(world, "stf_second-organiser", "organiser");
  const sending = async () => {
    await second();
    return startCampaign(world, await bringIn(world, people(1)));
  };
  const testedCampaign = async () => {
    const content = { ...forms.campaign, audience: { chains: [], importId: await bringIn(world, people(1)) } };
    const { id } = await createCampaign(organiser(), content as unknown as Parameters<typeof createCampaign>[1]);
    await tested(world, id);
    return id;
  };
  const orderedCampaign = async () => {
    const id = await testedCampaign();
    // Nobody approves what they ordered themselves.
    const ordering = world.ctx({ kind: "staff", id: await second(), roles: ["organiser"] });
    await sendCampaign(ordering, { campaignId: id, version: 2, expected: 1 });
    return id;
  };
  const demand = async () => {
    const form = fresh(forms.demand);
    const { id } = await submitDemand(world.ctx(), form as unknown as Parameters<typeof submitDemand>[1]);
    return { id, contact: { name: form.name, email: form.email } };
  };
  const talent = async (more = {}) => {
    const { ctx, noted } = noting("tal");
    const form = fresh({ ...forms.talent, ...more });
    await applyTalent(ctx, form as unknown as Parameters<typeof applyTalent>[1]);
    return { ...noted, person: ctx.keys.digest("person", form.email) };
  };
  const passkey = async () => {
    const ctx = world.ctx(system);
    const owner = await Members.find(ctx, { id: own });
    if (!owner) throw new Error(`${own} is no member`);
    const ids = [1, 2].map((i) => `pk-${++n}-${i}`);
    const key = {
      memberId: own,
      credentialId: "x",
      publicKey: "x",
      counter: 0,
      transports: [],
      multiDevice: false,
      backedUp: false,
    };
    const made = ids.map((id) => Passkeys.create(ctx, { ...key, id, name: "键" }));
    await ctx.table.write([...made, Members.change(ctx, owner, { passkeys: owner.passkeys + 2 })], ctx.newId("tok").slice(4));
    return ids[0] ?? "";
  };
  /** An organisation of the participant whom the tests sign in, and somebody else who asks to come in, belongs to it, owns it, or claims it. */
  const other = async () => (await participantOf(world, "other@example.com")).actor;
  const organisation = async (theyAre: "asked" | "member" | "owner" | "claimed") => {
    const [mine, theirs] = [(await participantOf(world, participantAddress)).actor, await other()];
    const ctx = world.ctx(system);
    const code = codeOf(1000 + ++n);
    const at = ctx.now().toISOString();
    const says = { name: "示例公司", kind: "enterprise" as const, chains: [] };
    const membership = ({ id: accountId, person, email }: Participant, status: "active" | "asked" | "claimed") =>
      Memberships.create(ctx, {
        ...{ code, accountId, person, says, status, since: at, locale: "zh-CN" as const },
        contact: { name: "周示例", position: "经理", email },
      });
    const members = theyAre === "member" ? [theirs.id] : [];
    const owners = theyAre === "claimed" ? [] : [mine.id, ...(theyAre === "owner" ? [theirs.id] : [])];
    const made = { code, ...says, owners, members, confirmed: { by: "stf_x", at, how: "致电总机核实" } };
    const status = theyAre === "asked" || theyAre === "claimed" ? theyAre : "active";
    const writes = [Organisations.create(ctx, made), membership(mine, "active"), membership(theirs, status)];
    await ctx.table.write(writes, ctx.newId("tok").slice(4));
    return code;
  };
  const steps = "/account/organisations/{code}";
  /** Somebody who came to an activity that is over, or several. */
  const attended = async (people = 1) => {
    const activityId = await publishedActivity(world, 5);
    let token = "";
    for (let one = 0; one < people; one++) {
      const holder = await ticketHolder(world, activityId);
      token = holder.token;
      const { id, at } = { id: world.ctx().newId("scn").slice(4), at: world.clock.now.toISOString() };
      const action = { id, do: "enter", code: holder.code, at, way: "camera", letIn: true } as const;
      await syncScans(organiser(), { activityId, device: "东门", actions: [action] });
    }
    const past = new Date(world.clock.now.getTime() - 1000).toISOString();
    await world
      .ctx(system)
      .table.write(
        [Activity.update(world.ctx(system), { id: activityId }, "SET #endsAt = :past", { values: { ":past": past } })],
        "",
      );
    return { activityId, token };
  };
  /** So many came that it may be told; and it is, unless told otherwise. */
  const outcome = async (published = true) => {
    const { activityId } = await attended(5);
    if (published) await publishOutcome(organiser(), { activityId, version: 0 });
    return activityId;
  };
  /** The activity that a request for one of its registrations or codes names. */
  let withTickets = "";
  const ticketed = async () => {
    withTickets ||= await activityWithTickets(world);
    return withTickets;
  };
  /** Makes something in that activity; in a new one where earlier requests have ended it. */
  const inTicketed = async (make: (activityId: string) => Promise<unknown>) => {
    try {
      await make(await ticketed());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      withTickets = "";
      await make(await ticketed());
    }
  };
  const registered = async () => {
    const activityId = await publishedActivity(world, 5);
    await register(world.ctx(), { ...fresh(forms.registration), activityId });
    const [found] = (await listRegistrations(organiser(), { activityId })).items;
    if (!found) throw new Error("nobody is registered");
    return found;
  };
  const activityForGroups = async () => {
    const activityId = await publishedActivity(world, 5);
    await saveForm(organiser(), { activityId, number: 0, questions: [], group: 3 });
    return activityId;
  };
  /** The leader of a group, and the seat of a companion. */
  const led = async () => {
    const activityId = await activityForGroups();
    const form = fresh(forms.registration);
    await registerGroup(world.ctx(), { ...form, activityId, size: 2 });
    const { items } = await listRegistrations(organiser(), { activityId });
    const leader = items.find(({ email }) => email === form.email);
    const token = leader ? registrationToken(world.ctx(), leader) : "";
    const { group: [seat] = [] } = await seeRegistration(world.ctx(), { token });
    return { token, companion: seat?.id ?? "" };
  };
  /** The group of which an address names the leader first, then a companion. */
  let lastGroup: ReturnType<typeof led> | undefined;
  const companionsToken = async () => {
    lastGroup = led();
    return (await lastGroup).token;
  };
  const seatToPassOn = async () => transferToken(world.ctx(), await registered());
  const inRoadshow = roadshowRecords(world, own);
  const surveyed = async (open = true) => {
    const { activityId } = await attended();
    const questions = [
      { id: "q1", kind: "rating" as const, label: { "zh-CN": "总体评价", en: "In all" }, required: true },
      { id: "q2", kind: "text" as const, label: { "zh-CN": "建议", en: "Suggestions" } },
    ];
    await writeSurvey(organiser(), { activityId, version: 0, questions });
    if (open) await openSurvey(organiser(), { activityId, version: 1 });
    return activityId;
  };
  const surveyTicket = async () => {
    const activityId = await surveyed();
    const [found] = (await listRegistrations(organiser(), { activityId })).items;
    if (!found) throw new Error("nobody is registered");
    const { person, id: registrationId } = found;
    const ticket = { activityId, person, registrationId, invitedAt: world.clock.now.toISOString(), answered: false };
    await world.ctx(system).table.write([SurveyTickets.create(world.ctx(system), ticket)], "");
    return surveyToken(world.ctx(), ticket);
  };
  /** An activity to which the one research institute among the contacts was not invited yet. */
  const invitable = async () => {
    await bringIn(world, ["institute@example.com,示例,示例研究院"]);
    return publishedActivity(world, 5);
  };
  const guestToken = async () => {
    const activityId = await publishedActivity(world, 5);
    const ctx = world.ctx(system);
    const person = ctx.keys.digest("person", "guest@example.com");
    const guest = { activityId, person, round: "inv_x", chosenAt: ctx.now().toISOString() };
    await ctx.table.write([Guests.create(ctx, guest)], "");
    return invitationToken(ctx, activityId, person);
  };
  const webhook = async () => {
    const ctx = world.ctx(system);
    const id = ctx.newId("whk");
    const hook = { id, url: "https://example.com/hook", events: ["case.changed" as const], note: "", generation: 1 };
    await ctx.table.write([Webhooks.create(ctx, { ...hook, status: "active" })], "");
    return id;
  };
  /** The webhook that a request for one of its messages names. */
  let called = "";
  const calledWebhook = async () => {
    called ||= await webhook();
    return called;
  };
  const delivery = async () => {
    const ctx = world.ctx(system);
    const facts = { webhookId: await calledWebhook(), id: ctx.newId("msg"), event: "case.changed", at: ctx.now().toISOString() };
    const made = { ...facts, data: { caseId: "cas_x" }, status: "given-up" as const, tries: 1, attempts: [] };
    await ctx.table.write([Deliveries.create(ctx, made)], "");
    return made.id;
  };
  const makers: Record<string, () => Promise<string>> = {
    "organisations/code": () => organisation("asked"),
    "/api/console/organisations/codes/{code}/end": async () => {
      const code = `${codeOf(2000 + ++n).slice(0, 17)}`;
      const wrong = [...alphabet].map((last) => code + last).find((one) => one !== codeOf(2000 + n)) ?? "";
      await letCodeThrough(organiser(), { code: wrong, note: "证照原件如此。" });
      return wrong;
    },
    [`${steps}/step-down`]: () => organisation("owner"),
    [`${steps}/leave`]: () => organisation("owner"),
    [`${steps}/members/{accountId}/remove code`]: () => organisation("member"),
    [`${steps}/members/{accountId}/make-owner code`]: () => organisation("member"),
    "/api/console/organisations/{code}/claims/{accountId}/confirm code": () => organisation("claimed"),
    "/api/console/organisations/{code}/claims/{accountId}/refuse code": () => organisation("claimed"),
    "organisations/accountId": async () => (await other()).id,
    activityId: () => publishedActivity(world, 5),
    "withTickets/activityId": () => ticketed(),
    "/api/console/activities/{activityId}/reopen": async () => {
      const activityId = await publishedActivity(world, 5);
      await closeRegistration(organiser(), { activityId, version: 2 });
      return activityId;
    },
    "/api/console/activities/{activityId}/carry-over": async () => {
      const activityId = await publishedActivity(world, 5);
      await repeatActivity(organiser(), { activityId, version: 2, starts: ["2027-03-20T01:00:00Z"] });
      return activityId;
    },
    "/papers/sessions/{file}": async () => {
      const activityId = await publishedActivity(world, 5);
      const { startsAt, endsAt, version } = await getActivity(organiser(), { activityId });
      const session = { id: "opening", kind: "talk" as const, title: { "zh-CN": "开场" }, startsAt, endsAt };
      await editAgenda(organiser(), { activityId, version, agenda: { sessions: [session] } });
      return `${activityId}-opening.zh-CN.ics`;
    },
    templateId: async () =>
      (await keepTemplate(organiser(), { activityId: await publishedActivity(world, 5), name: { "zh-CN": "沙龙模板" } })).id,
    person: async () => {
      const form = fresh(forms.registration);
      await inTicketed((activityId) => register(world.ctx(), { ...form, activityId, ticket: "student" }));
      return world.ctx().keys.digest("person", form.email);
    },
    code: async () => {
      const code = `CODE-${++n}`;
      await inTicketed((activityId) => createCode(organiser(), { activityId, code, ticket: "press", uses: 1 }));
      return code;
    },
    "/api/group-registrations/{activityId}": () => activityForGroups(),
    "/forms/register/group/{activityId}": () => activityForGroups(),
    "companions/token": () => companionsToken(),
    companion: async () => (await (lastGroup ?? led())).companion,
    "/api/registrations/{token}/take-over": () => seatToPassOn(),
    "take-over/token": () => seatToPassOn(),
    "pages/caseId": () => page(),
    "/api/console/pages/{caseId}/withdraw": () => publishedPage(),
    page: () => publishedPage(),
    caseId: () => draft(),
    case: () => publishedCase(),
    projectId: async () => (await project()).id,
    offerId: async () => (await project()).id,
    "/api/console/surveys/{activityId}": () => surveyed(false),
    "/api/console/invitations/{activityId}": () => invitable(),
    "invitations/token": () => guestToken(),
    "surveys/activityId": () => surveyed(),
    "/api/console/surveys/{activityId}/open": async () => await surveyed(false),
    "/api/outcomes/{activityId}": () => outcome(),
    "/api/console/outcomes/{activityId}/publish": () => outcome(false),
    "/api/console/outcomes/{activityId}/withdraw": () => outcome(),
    "outcomes/activityId": async () => (await attended()).activityId,
    "survey/token": () => surveyTicket(),
    webhookId: () => webhook(),
    "/api/console/webhooks/{webhookId}/deliveries/{deliveryId}/resend webhookId": () => calledWebhook(),
    deliveryId: () => delivery(),
    demandId: async () => (await demand()).id,
    patentId: async () => {
      const number = `2018${String(1_0000000 + ++n).padStart(8, "0")}`;
      return (await enterPatent(organiser(), { ...forms.patent, number })).id;
    },
    "patents/importId": async () => {
      const bytes = new TextEncoder().encode(`专利号,名称,摘要,权利人,法律状态\n20171060186${++n % 10},甲,乙,丙,有效\n`);
      return (await importPatents(organiser(), { bytes, fileName: "a.csv" })).id;
    },
    talentId: async () => (await talent()).id,
    importId: () => bringIn(world, ["a@example.com,甲"]),
    "contacts/person": () => contact(),
    "/api/console/contacts/{person}/differences": () => contact("乙"),
    "/api/console/contacts/{person}/merge/undo": async () => {
      const person = await contact();
      await mergeContacts(organiser(), { person, other: await contact(), version: 1, otherVersion: 1 });
      return person;
    },
    segmentId: async () => (await createSegment(organiser(), forms.segment as unknown as Parameters<typeof createSegment>[1])).id,
    campaignId: async () =>
      (await createCampaign(organiser(), forms.campaign as unknown as Parameters<typeof createCampaign>[1])).id,
    file,
    kind: async () => "projects",
    part: async () => "pages.xml",
    "/api/projects/{projectId}": listedProject,
    "/api/console/projects/{projectId}/withdraw": listedProject,
    "/api/demands/{demandId}": listedDemand,
    "/api/console/demands/{demandId}/state": listedDemand,
    "/api/console/demands/{demandId}/classify": listedDemand,
    "/api/console/demands/{demandId}/dismiss": async () => {
      const id = await listedDemand();
      await proposeSolved(world.ctx(system), { demandId: id, offerId: "prj_1", at: world.clock.now.toISOString() });
      return id;
    },
    "/api/console/demands/{demandId}/leave": async () => {
      const [id, batchId] = [await listedDemand(), await batch()];
      await gatherDemands(organiser(), { batchId, demandIds: [id] });
      return id;
    },
    batchId: () => batch(),
    ...Object.fromEntries(
      [
        "/api/own-demands/{token}/confirm",
        "/api/own-demands/{token}/close",
        "/my/demands/{token}/confirm",
        "/my/demands/{token}/close",
      ].map((path) => [
        path,
        async () => {
          const { id, contact } = await demand();
          await publishDemand(organiser(), { demandId: id, version: 1 });
          return demandLink.token(world.ctx(), { id, contact });
        },
      ]),
    ),
    "/api/console/demands/{demandId}/withdraw": listedDemand,
    "/api/talents/{talentId}": async () => {
      const { id } = await talent({ profile: true });
      await approveTalent(organiser(), { talentId: id, version: 1 });
      return id;
    },
    "/api/console/cases/{caseId}/return": () => inReview(),
    "/api/console/cases/{caseId}/recall": () => inReview(),
    "/api/console/pages/{caseId}/return": async () => inReview(await page()),
    "/api/console/pages/{caseId}/recall": async () => inReview(await page()),
    "/api/console/cases/{caseId}/unschedule": async () => scheduled(await draft()),
    "/api/console/pages/{caseId}/unschedule": async () => scheduled(await page()),
    "/api/console/cases/{caseId}/withdraw": () => publishedCase(),
    "/api/console/campaigns/{campaignId}/pause": sending,
    "/api/console/campaigns/{campaignId}/unknown": sending,
    "/api/console/campaigns/{campaignId}/archive": sending,
    "/api/console/campaigns/{campaignId}/resume": async () => {
      const id = await sending();
      await pauseCampaign(organiser(), { campaignId: id, version: 4 });
      return id;
    },
    memberId: async () =>
      (await inviteMember(world.ctx(system), fresh({ ...forms.member, grants: [{ role: "editor" as const }] }))).id,
    "/api/console/members/{memberId}/recovery/confirm": async () => {
      const memberId = (await makers.memberId?.()) ?? "";
      const other = await member(world, "stf_other-administrator", "administrator");
      await proposeRecovery(world.ctx({ kind: "staff", id: other, roles: ["administrator"] }), { memberId, version: 1 });
      return memberId;
    },
    "/api/console/campaigns/{campaignId}/send": () => testedCampaign(),
    "/api/console/campaigns/{campaignId}/approve": () => orderedCampaign(),
    "/api/console/campaigns/{campaignId}/return": () => orderedCampaign(),
    "/account/sessions/{sessionId}/end": async () => (await participantOf(world, participantAddress)).cookie.split(".")[1] ?? "",
    "enter/token": async () => "lnk_00000000000000000000000000.x",
    sessionId: async () => (await sessionOf(world, own)).split(".")[1] ?? "",
    passkeyId: () => passkey(),
    workId: async () => {
      const ctx = world.ctx(system);
      const id = ctx.newId("wrk");
      const work = { id, owner: own, title: { "zh-CN": "挂牌", en: "List" }, href: "/console/projects", total: 3 };
      const begun = { status: "running" as const, done: 0, failed: 0, refusals: [], startedAt: ctx.now().toISOString() };
      await ctx.table.write([Works.create(ctx, { ...work, ...begun })], ctx.newId("tok").slice(4));
      return id;
    },
    number: async () => "LX-20261123-ABCD",
    entry: async () => "1",
    "boards/token": async () => boardToken(world.ctx(), await matchmaking(world)),
    "data/token": async () => {
      const email = `data-${++n}@example.com`;
      await askForData(world.ctx(), { email });
      const request = await DataRequests.find(world.ctx(), { person: world.ctx().keys.digest("person", email) });
      return request ? dataToken(world.ctx(), request) : "";
    },
    "certificates/token": async () => (await attended()).token,
    "/certificates/{code}": async () => {
      const { token } = await attended();
      const { bytes } = await printAttendance(world.ctx(), { token, locale: "zh-CN" });
      return printedCode(bytes).split("/certificates/")[1] ?? "";
    },
    "registrations/token": async () => registrationToken(world.ctx(), await registered()),
    "papers/file": async () => (await file()).replace("png", "pdf"),
    "projects/token": async () => projectLink.token(world.ctx(), await project()),
    "demands/token": async () => demandLink.token(world.ctx(), await demand()),
    "talents/token": async () => talentLink.token(world.ctx(), await talent()),
    "notices/token": async () => digestToken(world.ctx(), world.ctx().keys.digest("person", "x@example.com")),
    "matches/token": async () => {
      const [demandId, offerId] = [await listedDemand(), await listedProject()];
      await askBoth(organiser(), { demandId, offerId });
      const ask = await Asks.find(world.ctx(), { id: askId(demandId, offerId, "need") });
      return ask ? askLink.token(world.ctx(), ask) : "";
    },
    "/api/console/matches/{demandId}/offers/{offerId}/ask demandId": listedDemand,
    "/api/console/matches/{demandId}/offers/{offerId}/ask offerId": listedProject,
    "/my/matches/record/{token} token": async () => talentLink.token(world.ctx(), await talent()),
    ...dealRecords(world, { listedDemand, listedProject }),
    "unsubscribe/token": async () => unsubscribeToken(world.ctx(), world.ctx().keys.digest("person", "x@example.com")),
  };
  const inMeeting = meetingRecords(world);
  const ofMeeting = /\/meetings\/\{/;
  const bareOf = (path: string) => path.replace(/^\/en(?=\/)/, "");
  const record = async (path: string, name: string): Promise<string> => {
    const bare = bareOf(path);
    if (/\/(roadshows?|jury)\/\{/.test(path)) return inRoadshow(bare, name);
    if (ofMeeting.test(path)) return inMeeting.record(bare, name);
    const ofContact = path.includes("/contacts/{person}");
    const ticketed = path.includes("/codes") || (path.includes("{person}") && !ofContact);
    const part = ofContact
      ? "contacts"
      : ticketed
        ? "withTickets"
        : path.includes("/companions/")
          ? "companions"
          : path.includes("/organisations")
            ? "organisations"
            : path.includes("/pages")
              ? "pages"
              : path.includes("/patents/imports")
                ? "patents"
                : path.includes("/surveys/") || path.includes("/outcomes/")
                  ? path.split("/{")[0]?.split("/").at(-1)
                  : /(take-over|\w+)\/\{(?:token|kind)\}/.exec(path)?.[1];
    const maker = makers[`${bare} ${name}`] ?? makers[bare] ?? makers[`${part}/${name}`] ?? makers[name];
    if (!maker) throw new Error(`no record is known for {${name}} in ${path}`);
    return maker();
  };
  /** What a body names beside the address: records that belong to those of the address. */
  const body = async (path: string): Promise<object> => {
    const bare = bareOf(path);
    if (ofMeeting.test(path)) return inMeeting.body(bare);
    if (bare.endsWith("/contacts/{person}/merge/undo")) return { other: contacts.at(-1) };
    if (/\/contacts\/\{person\}\/(merge|dismiss)$/.test(bare)) return { other: await contact() };
    if (bare.endsWith("/existing")) return { project: projectLink.token(world.ctx(), await project()) };
    return bare === "/my/roadshow/projects/{token}" ? { activityId: await openRoadshow(world) } : {};
  };
  return Object.assign(record, { body });
}
