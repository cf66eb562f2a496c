import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Words of the form; what its fields are called stands in the schema. */
export const words = {
  title: w("代企业录入需求", "Enter a need for an enterprise"),
  intro: w(
    "录入后与企业自己发布的需求一样等待审核。联系人会收到邮件，内有专属链接，可以查看、修改或撤回。",
    "It then waits for review like one that the enterprise published itself. The contact gets a mail with a private link to see, change or withdraw it.",
  ),
  secrecyHint: w(
    "本系统在公共网络上运行，不得填写国家秘密。选择“涉密”后直接提交：什么都不保存，只给出线下受理编号。",
    "This is a public network: state secrets must not be entered. If you choose “State secret”, just send it: nothing is kept, and you get a number for the reception desk.",
  ),
  none: w("不涉密（企业已自查）", "No secrets (the enterprise has checked)"),
  "trade-secret": w(
    "含商业秘密：名称、应用场景和基本信息公开，问题、期望效果和技术指标不公开",
    "Trade secret: title, scenario and basic facts are public; problem, effect and indicators are not",
  ),
  "state-secret": w("涉密（国家秘密）", "State secret"),
  name: w("指标", "Indicator"),
  comparison: w("比较", "Compared"),
  value: w("数值", "Value"),
  unit: w("单位", "Unit"),
  ">=": w("不低于 ≥", "at least ≥"),
  "<=": w("不高于 ≤", "at most ≤"),
  "=": w("等于 =", "equal to ="),
  range: w("范围", "range"),
  money: w("单位：万元，不填表示面议。", "In units of 10,000 yuan. Leave empty to negotiate."),
  locale: w("填写语言（邮件也用这种语言）", "Language of the texts and of the mails"),
  consent: w("联系人已同意：", "The contact agreed: "),
  keeps: w(
    "选择“不涉密”之后，填写的内容会暂存在这台设备上，刷新页面也不会丢；联系人信息和商业秘密不暂存。",
    "Once “No secrets” is chosen, what you type is kept on this device and survives a reload. The contact's details and trade secrets are not kept.",
  ),
  send: w("提交审核", "Submit for review"),
} as const;
