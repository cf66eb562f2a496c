import type { SamplePage } from "./pages.ts";

export const about: SamplePage = {
  id: "pag_00000000000000000000000001",
  slug: "about",
  footer: 1,
  title: { "zh-CN": "关于灵犀计划", en: "About the Lingxi programme" },
  summary: {
    "zh-CN": "灵犀计划帮专利找到用处，帮企业难题找到技术。这一页说清楚它做什么、为谁做、怎样做。",
    en: "The Lingxi programme helps patents find their use and industry find its technology: what it does, for whom, and how.",
  },
  body: {
    "zh-CN": `高校和院所里有许多闲置的专利，企业的生产线上有许多解决不了的难题。两边往往只隔着一件事：不知道对方在哪里。灵犀计划做的，就是让它们遇见。

## 做什么

- **办活动**：按产业链办供需路演、沙龙、金融对接和小范围的供需对接，每场都围绕具体的技术和需求。见[近期活动](/activities/)。
- **挂牌项目**：可以转化的技术，写清楚解决什么问题、比现有最好的方案强在哪里、经济上是否划算。见[挂牌项目](/projects/)。
- **征集需求**：企业公开征集的技术难题，写清楚现状、指标、预算和时间。见[企业需求](/demands/)。
- **聚人才**：懂技术、懂市场、懂知识产权的人，本人同意后公开资料。见[转化人才](/talents/)。
- **讲案例**：走通了的路，原原本本写下来，方便别处照着做。见[转化案例](/cases/)。

## 为谁做

| 您是 | 可以做什么 |
| --- | --- |
| 高校、院所、医院和发明人 | 提交项目，到路演上讲；加入人才库 |
| 企业 | 发布需求，查找项目，到对接活动上当面谈 |
| 投资和金融机构 | 参加路演和金融对接，看项目的成熟度和经济性 |
| 技术经理人、专利代理和评估机构 | 加入人才库，为双方服务 |

## 怎样做

所有内容由提交的单位负责，组织者审核后才公开。审核看三件事：写得是否清楚，是否可以公开，是否与计划有关。组织者不收费，不参与交易，也不替任何一方担保。

需要保密的技术，只公开不涉密的部分；含商业秘密的内容，只在双方签署保密协议之后由当事人自己提供。涉及国家秘密的，请勿在本站提交。

## 围绕哪些产业

内容按[产业链](/chains/)归拢：每条产业链一页，活动、项目、需求、案例和人才都在上面。现在有多少、进展怎样，见[数据](/figures/)。

政策依据见[计划与政策](/policy/)。`,
    en: `Universities and institutes hold many patents that nobody uses, and factories live with many problems that nobody has solved. Often one thing stands between them: neither knows where the other is. The Lingxi programme lets them meet.

## What it does

- **Events**: roadshows, salons, finance days and small matchmaking meetings by industry chain, each about definite technology and definite needs. See [the coming events](/en/activities/).
- **Listed projects**: technology that can be put to use, with the problem that it solves, where it is better than the best there is, and whether it pays. See [the projects](/en/projects/).
- **Needs**: problems that enterprises want solved, with how things stand, what is required, the budget and the time. See [the needs](/en/demands/).
- **People**: those who know technology, markets and intellectual property, and agreed to be shown. See [the people](/en/talents/).
- **Case studies**: what worked, written down in full so that others can do the same. See [the cases](/en/cases/).

## For whom

| You are | What you can do |
| --- | --- |
| A university, institute, hospital or inventor | Submit a project and present it at a roadshow; join the pool of people |
| An enterprise | Publish a need, look through the projects, talk at a matchmaking event |
| An investor or a bank | Come to roadshows and finance days; see how ready a project is, and whether it pays |
| A technology manager, patent attorney or valuer | Join the pool, and serve both sides |

## How

Whoever submits something answers for it; an organiser reviews it before it is public. The review asks three things: whether it is clear, whether it may be public, and whether it belongs to the programme. The organisers charge nothing, take no part in any deal, and stand surety for nobody.

Of what has to be kept confidential, only the part that may be known is public. Trade secrets are passed on by their owners alone, after both sides have signed a confidentiality agreement. State secrets must not be entered on this site.

## Which industries

Everything is gathered by [industry chain](/en/chains/): each has a page with its events, projects, needs, cases and people. How much there is, and how it goes, is on the page of [figures](/en/figures/).

For the policy behind it, see [the programme](/en/policy/).`,
  },
};

export const takePart: SamplePage = {
  id: "pag_00000000000000000000000002",
  slug: "take-part",
  footer: 2,
  title: { "zh-CN": "怎样参加", en: "How to take part" },
  summary: {
    "zh-CN": "从报名一场活动，到提交项目、发布需求、加入人才库，每一步要准备什么，多久有结果。",
    en: "From registering for an event to submitting a project, publishing a need or joining the pool: what you need for each, and what happens next.",
  },
  body: {
    "zh-CN": `不用注册账号。每一步都在网页上填一张表，结果和之后的修改都通过邮件里的链接进行，请填写常用的邮箱。

## 报名活动

1. 在[活动](/activities/)里选一场，点“报名”。
2. 填写姓名、单位和邮箱，约一分钟。
3. 凭证会发到邮箱，现场出示二维码签到。

额满时自动进入候补，有人取消就按顺序通知，请在邮件写明的时限内确认。

## 提交项目

1. 打开[提交项目](/forms/project)。先回答保密问题：涉及国家秘密的不能提交，含商业秘密的只公开概况。
2. 写三段话：解决什么问题，比现有最好的方案强在哪里，经济上是否划算。
3. 选产业链、技术成熟度和合作方式，留下联系人。

审核通过后公开；需要修改的，会写明改哪里，用邮件里的链接改好再交。

## 发布需求

1. 打开[发布需求](/forms/demand)，写清楚遇到什么问题，现在怎么应付。
2. 写上要达到的指标，最好有数字和单位。
3. 写上预算和希望解决的时间；暂时说不准的可以空着。

公开之后，进展会从“征集中”到“对接中”，再到“已解决”。

## 加入人才库

打开[加入人才库](/forms/talent)，写明专长和服务的产业链。是否公开资料由您决定：不公开也可以入库，只有工作人员看得到。`,
    en: `You need no account. Each step is one form; the outcome and later changes go through a link in your mail, so give an address that you read.

## Register for an event

1. Choose one of the [events](/en/activities/) and press “Register”.
2. Give your name, organisation and e-mail address; it takes about a minute.
3. A ticket comes by mail; show its code at the door.

When an event is full you join the waiting list by yourself. When somebody cancels, those on it are asked in turn; please confirm within the time that the mail names.

## Submit a project

1. Open [Submit a project](/en/forms/project). The first question is about secrecy: state secrets must not be submitted, and of trade secrets only an outline is public.
2. Write three paragraphs: which problem it solves, where it is better than the best there is, and whether it pays.
3. Choose the industry chain, the readiness and the ways to work together, and name a contact.

It is public once it has been reviewed. If something has to be changed, you are told what; change it with the link in your mail and send it again.

## Publish a need

1. Open [Publish a need](/en/forms/demand) and say what the problem is and how you cope today.
2. Say what is required, with figures and units where you can.
3. Give the budget and the time by which you want it solved; what you do not know yet may stay empty.

Once public, it goes from “open” to “in contact” to “solved”.

## Join the pool of people

Open [Join the pool](/en/forms/talent) and name your expertise and the chains you serve. Whether your profile is public is for you to decide: without that, only the organisers see it.`,
  },
};

export const questions: SamplePage = {
  id: "pag_00000000000000000000000003",
  slug: "questions",
  footer: 3,
  title: { "zh-CN": "常见问题", en: "Common questions" },
  summary: {
    "zh-CN": "费用、保密、审核、修改和撤回，大家问得最多的十件事。",
    en: "Costs, secrecy, review, changes and withdrawal: the ten things people ask most.",
  },
  body: {
    "zh-CN": `## 参加要花钱吗？

不花钱。报名、提交项目、发布需求和加入人才库都不收费，也没有任何机构可以代表本计划收费。

## 要注册账号吗？

不用。填表之后会收到一封带链接的邮件，以后查看、修改和撤回都用它。链接等于钥匙，请不要转发。

## 链接丢了怎么办？

在原来的表单页面用同一个邮箱再填一次，系统会认出来，把新的链接发给您。

## 谁能看到我填的内容？

审核通过的内容所有人都能看到；联系人的姓名、电话和邮箱不公开，只有工作人员看得到。详见[个人信息怎么用](/privacy/)。

## 技术要保密，能提交吗？

含商业秘密的可以：只公开名称和概况，细节由您自己在签署保密协议之后提供。涉及国家秘密的不能提交，请与本单位保密部门联系。

## 审核要多久？

工作人员按提交的先后处理，有结果就发邮件。需要修改的会写明改哪里。

## 公开之后还能改吗？

能。用邮件里的链接修改，审核后更新；在那之前，公众看到的仍是原来的内容。

## 怎样撤回？

用邮件里的链接，点“撤回”。页面立刻下线，搜索、列表和订阅里也不再出现。

## 项目的价格是怎么来的？

由供给方自己提出，只作参考，不是评估结论，最终由双方商定。

## 看中了一个项目，怎样联系？

报名同一产业链的[对接活动](/activities/)，在现场当面谈；没有合适的场次，可以先[发布需求](/forms/demand)，组织者会据此安排对接。`,
    en: `## Does it cost anything?

No. Registering, submitting a project, publishing a need and joining the pool are free, and nobody may charge for them in the programme's name.

## Do I need an account?

No. After you send a form you get a mail with a link; you use it to look things up, to change and to withdraw them. Whoever has the link has the key, so do not pass it on.

## What if I lose the link?

Fill in the same form again with the same address. It is recognised, and a new link is sent to you.

## Who sees what I enter?

Everybody sees what has passed the review. The contact's name, telephone number and address are never public; only the organisers see them. See [how personal data is used](/en/privacy/).

## May I submit what has to stay confidential?

Trade secrets, yes: only the title and an outline are public, and you give the details yourself once a confidentiality agreement is signed. State secrets must not be submitted; ask the security office of your organisation.

## How long does the review take?

The organisers take things in the order in which they come, and write to you when there is an outcome. If something has to be changed, they say what.

## Can I change it once it is public?

Yes, with the link in your mail. The change is public after its review; until then readers see what was there before.

## How do I withdraw it?

With the link in your mail: press “Withdraw”. The page goes at once, and so do its entries in search, lists and feeds.

## Where does a project's price come from?

From its supplier. It is a reference and no appraisal; what is paid is for both sides to agree.

## I am interested in a project. How do I get in touch?

Register for an [event](/en/activities/) of the same chain and talk there. If there is none, [publish a need](/en/forms/demand) first; the organisers arrange a meeting from it.`,
  },
};
