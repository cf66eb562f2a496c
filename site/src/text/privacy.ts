import type { Words } from "@lingxi/core/platform/text";

interface Part {
  readonly title: Words;
  readonly text: readonly Words[];
}

/** What is kept about a person, why, for how long, and how to see, change or withdraw it. */
export const privacyParts: readonly Part[] = [
  {
    title: { "zh-CN": "只为您同意的事", en: "Only for what you agreed to" },
    text: [
      {
        "zh-CN":
          "每张表格都写明用途，并请您单独同意。我们记下您同意的是哪一版说明、什么时候、在哪里同意的，不会拿去做别的事，也不会出售。",
        en: "Each form states its purpose and asks for your consent to it. We note which version of the text you agreed to, when and where. It is used for nothing else and never sold.",
      },
    ],
  },
  {
    title: { "zh-CN": "保存什么，为什么，多久", en: "What is kept, why, and for how long" },
    text: [
      {
        "zh-CN":
          "活动报名：姓名、单位、邮箱，以及您选填的手机和关注的问题。用来确认名额、发送通知、现场签到，活动结束两年后删除。",
        en: "Registration for an event: name, organisation, e-mail and, if you give them, telephone and interest. For your place, notices and check-in; deleted two years after the event.",
      },
      {
        "zh-CN": "项目提交：项目内容和联系人，用于审核、挂牌和联系。公开页面只显示项目与单位，不显示联系人。",
        en: "Project submission: the project and a contact person, for review, listing and contact. The public page shows the project and the organisation, not the contact.",
      },
      {
        "zh-CN":
          "需求发布：需求内容、统一社会信用代码和联系人，用于审核、公开和对接。公开页面只显示需求与单位，不显示联系人和信用代码；含商业秘密的，问题、期望效果和技术指标也不显示。",
        en: "Publishing a need: the need, the credit code and a contact person, for review, listing and introductions. The public page shows the need and the organisation, not the contact or the code; of a trade secret neither problem, effect nor indicators.",
      },
      {
        "zh-CN": "人才库：履历、专长和联系方式，用于审核和邀请参与工作。只有您另外同意，才会有公开资料页；页面上不会有联系方式。",
        en: "Talent pool: career, expertise and contact, for review and invitations. There is a public profile only if you also agree to it, and never with contact data.",
      },
      {
        "zh-CN": "通知邮件：您的邮箱和您收过哪些邮件，用来避免重复发送，并记住您的退订。",
        en: "Notices by mail: your address and which mails you were sent, so that none comes twice and your unsubscribing is remembered.",
      },
    ],
  },
  {
    title: { "zh-CN": "怎样查看、修改、撤回", en: "How to see, change or withdraw" },
    text: [
      {
        "zh-CN": "每封确认邮件都有一个只属于您的链接，打开就能查看、修改或取消，不用注册账号。请不要转发这个链接。",
        en: "Each confirmation mail holds a link of your own: open it to see, change or cancel, without an account. Please do not forward it.",
      },
      {
        "zh-CN": "每封通知邮件都可以一键退订，立即生效。",
        en: "Each notice can be unsubscribed from with one click, with effect at once.",
      },
      {
        "zh-CN": "也可以直接回复任何一封邮件，请主办方导出或删除您的资料。",
        en: "You can also reply to any mail and ask the organiser to export or erase your data.",
      },
    ],
  },
  {
    title: { "zh-CN": "这个网站不跟踪您", en: "This site does not track you" },
    text: [
      {
        "zh-CN": "公开页面没有脚本，没有统计代码，不使用 Cookie，也不加载其他网站的内容。资料保存在本系统部署所在的地区。",
        en: "Public pages have no scripts, no analytics and no cookies, and load nothing from other sites. Data stays in the region where this system is deployed.",
      },
      {
        "zh-CN": "涉及国家秘密的内容不能在这里填写。如有此类事项，请线下联系主管部门。",
        en: "Nothing that is a state secret may be entered here. Please contact the authority in person about such matters.",
      },
    ],
  },
];
