import type { Agenda, Session, SessionKind } from "@lingxi/core/activity/agenda-schema";
import type { ActivityContent } from "@lingxi/core/activity/schema";
import type { Localised } from "@lingxi/core/platform/text";

/** What new activities may begin with. The times are those of one day; the form moves them to another. */
export interface Template {
  readonly id: string;
  readonly name: Localised;
  readonly content: ActivityContent;
  readonly agenda?: Agenda | undefined;
}

const w = (zh: string, en: string) => ({ "zh-CN": zh, en });
const day = "2026-01-08";
const at = (clock: string, on = day) => new Date(`${on}T${clock}:00+08:00`).toISOString();

const session = (id: string, kind: SessionKind, from: string, to: string, title: ReturnType<typeof w>): Session => ({
  ...{ id, kind, title, startsAt: at(from), endsAt: at(to), speakers: [], chairs: [] },
});
const agenda = (...sessions: Session[]): Agenda => ({ sessions, speakers: [], rooms: [], tracks: [] });

interface Sketch extends Pick<ActivityContent, "kind" | "summary" | "description" | "capacity"> {
  readonly title: ReturnType<typeof w>;
  readonly from: string;
  readonly to: string;
  readonly more?: Partial<ActivityContent>;
}

const content = ({ from, to, more, ...texts }: Sketch): ActivityContent => ({
  ...texts,
  venue: w("待定", "To be announced"),
  chains: [],
  ...{ startsAt: at(from), endsAt: at(to), registrationClosesAt: at("18:00", "2026-01-06") },
  ...{ timeZone: "Asia/Shanghai", offerHours: 24, waitingList: true, reminders: [72, 24] },
  ...more,
});

export const templates: readonly Template[] = [
  {
    id: "roadshow",
    name: w("供需路演（半天）", "Roadshow, half a day"),
    content: content({
      kind: "roadshow",
      title: w("【产业链】专利供需路演", "[Chain] patent roadshow"),
      summary: w(
        "六个可许可的项目逐一讲清解决什么问题、比现有做法好在哪里；用户企业当场提出需求，会后一对一洽谈。",
        "Six projects that can be licensed, each with the problem it solves and how it is better than current practice; manufacturers present their needs, and one-to-one talks follow.",
      ),
      description: w(
        "## 适合谁来\n\n- 有技术难题、可以拿出指标的企业\n- 有专利、愿意许可或转让的高校院所\n- 关注成果转化的投资机构\n\n## 请准备\n\n项目方请用三句话说清：解决什么问题，比最好的替代方案好多少，经济上值不值。需求方请写明指标、现有做法和时间要求。",
        "## Who should come\n\n- Companies with a problem that they can put in figures\n- Universities and institutes with patents to license or sell\n- Investors\n\n## Please prepare\n\nProjects: what problem, how much better than the best alternative, and whether it pays. Needs: figures, current practice and the time there is.",
      ),
      capacity: 80,
      ...{ from: "14:00", to: "17:30" },
    }),
    agenda: agenda(
      session("open", "talk", "14:00", "14:15", w("开场与政策说明", "Opening and policy")),
      session(
        "pitchone",
        "pitch",
        "14:15",
        "15:15",
        w(
          "项目路演（上）：三个项目，每个 12 分钟，问答 8 分钟",
          "Projects, part one: three, 12 minutes each and 8 for questions",
        ),
      ),
      session("tea", "break", "15:15", "15:30", w("茶歇", "Tea")),
      session("pitchtwo", "pitch", "15:30", "16:30", w("项目路演（下）：三个项目", "Projects, part two: three more")),
      session("needs", "talk", "16:30", "16:50", w("企业需求发布", "Needs of companies")),
      session("talks", "exchange", "16:50", "17:30", w("一对一洽谈", "One-to-one talks")),
    ),
  },
  {
    id: "salon",
    name: w("技术沙龙（两小时）", "Salon, two hours"),
    content: content({
      kind: "salon",
      title: w("【主题】技术沙龙", "Salon: [subject]"),
      summary: w(
        "二十人以内，围绕一个真实的技术问题，把原因、已有的办法和下一步谈透。",
        "No more than twenty people and one real technical problem: causes, what has been tried, and what comes next.",
      ),
      description: w(
        "不设主席台，不念稿子。请每位参会者带来一个真实的问题，或一项可以演示的技术。\n\n会后三天内，工作人员把大家同意公开的对接意向整理成清单，发给每个人。",
        "There is no stage and no reading from paper. Please bring one real problem, or one technology that can be shown.\n\nWithin three days everybody receives the list of contacts that people agreed to share.",
      ),
      capacity: 20,
      ...{ from: "15:00", to: "17:00" },
      more: { reminders: [24, 3] },
    }),
    agenda: agenda(
      session("problem", "talk", "15:00", "15:20", w("问题是什么：现场数据与失败经验", "The problem: figures and what failed")),
      session("ways", "panel", "15:20", "16:20", w("已有哪些办法：逐一比较", "What ways there are, compared")),
      session("next", "exchange", "16:20", "17:00", w("谁来做下一步", "Who takes the next step")),
    ),
  },
  {
    id: "finance",
    name: w("知识产权金融对接（半天）", "Finance day, half a day"),
    content: content({
      kind: "finance",
      title: w("知识产权质押融资对接会", "Loans on patents: meet the banks"),
      summary: w(
        "银行、担保和评估机构现场说明产品、利率和所需材料，企业可当场预约尽调。",
        "Banks, guarantors and appraisers explain products, rates and papers; companies can book an appraisal on the spot.",
      ),
      description: w(
        "## 请带上\n\n- 营业执照副本\n- 拟质押专利的清单和法律状态\n- 最近一期财务报表\n\n现场只做咨询和预约，不收取任何费用；评估结论以机构出具的报告为准。",
        "## Please bring\n\n- Your business licence\n- The list of patents with their legal status\n- The latest financial statement\n\nAdvice and booking only; nothing is charged. An appraisal is what the appraiser's report says.",
      ),
      capacity: 60,
      ...{ from: "09:00", to: "12:00" },
      more: { quotas: [], tickets: [] },
    }),
    agenda: agenda(
      session("policy", "talk", "09:00", "09:20", w("质押融资与风险补偿政策", "Policy on loans and on sharing risks")),
      session("banks", "talk", "09:20", "10:20", w("银行与担保机构产品说明", "Products of banks and guarantors")),
      session("tea", "break", "10:20", "10:35", w("茶歇", "Tea")),
      session("appraisal", "panel", "10:35", "11:15", w("专利价值怎样评估", "How patents are appraised")),
      session("desk", "exchange", "11:15", "12:00", w("分桌咨询与预约", "Advice and booking at tables")),
    ),
  },
  {
    id: "matchmaking",
    name: w("供需对接（闭门）", "Matchmaking, by approval"),
    content: content({
      kind: "matchmaking",
      title: w("【产业链】供需对接会", "[Chain] matchmaking"),
      summary: w(
        "按需求清单逐条对接：一条需求、几个候选方案，双方当场确认下一步和负责人。",
        "Need by need from the list: one need, a few candidate solutions, and both sides agree on the next step and who takes it.",
      ),
      description: w(
        "本场报名由主办方审核，优先有明确需求或对口技术的单位。请在报名时写明您想解决的问题或带来的技术。",
        "The organiser decides on registrations; those with a definite need or a fitting technology come first. Please say which when you register.",
      ),
      capacity: 30,
      ...{ from: "14:00", to: "17:00" },
      more: { tickets: [{ id: "guest", name: w("参会代表", "Participant"), quotas: [], approval: true }] },
    }),
    agenda: agenda(
      session("needs", "talk", "14:00", "14:30", w("需求逐条说明", "The needs, one by one")),
      session("roundone", "exchange", "14:30", "15:30", w("第一轮洽谈", "Talks, first round")),
      session("tea", "break", "15:30", "15:45", w("茶歇", "Tea")),
      session("roundtwo", "exchange", "15:45", "16:45", w("第二轮洽谈", "Talks, second round")),
      session("close", "talk", "16:45", "17:00", w("确认下一步与负责人", "Next steps, and who takes them")),
    ),
  },
];
