import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("报名路演", "Enter the roadshow"),
  lead: w(
    "填写项目并说明谁来路演，大约需要 15 分钟。征集截止后由评委评分，结果公布时发到您的邮箱；项目同时送审，通过后公开挂牌。",
    "Describe the project and say who presents it; this takes about 15 minutes. The jury scores it once the call has closed, and we write to you when the result is published. The project is also reviewed, and listed once it is accepted.",
  ),
  submit: w("提交报名", "Enter the project"),
  window: w("征集时间 {from} 至 {to}，上台名额 {places} 个。", "Open from {from} to {to}; {places} places on stage."),
  criteria: w("评分标准", "Criteria"),
  weight: w("{name}（权重 {weight}）", "{name} (weight {weight})"),
  closed: w("现在不在征集时间内，不能提交。", "The call is not open now."),
  see: w("返回活动页面", "Back to the activity"),
  have: w("已经在本站提交过项目？用项目链接报名", "Already submitted the project here? Enter it by its link"),
  existingTitle: w("用已有项目报名路演", "Enter a project that you have submitted"),
  existingLead: w(
    "项目内容不用再填：粘贴项目邮件中的专属链接，再写上谁来路演。",
    "No need to fill it in again: paste the private link from the project's mail, and say who presents it.",
  ),
  project: w("项目的专属链接", "The project's private link"),
  projectHint: w(
    "在提交项目后收到的邮件里，形如 /my/projects/…",
    "In the mail that you got when you submitted it: /my/projects/…",
  ),
  which: w("选择路演", "Which roadshow"),
  whichMissing: w("请选择一场路演。", "Choose a roadshow."),
  none: w("现在没有正在征集项目的路演。", "No roadshow calls for projects now."),
  activities: w("查看活动", "See the activities"),
  doneTitle: w("报名已收到", "Your project is in"),
  doneNext: w(
    "确认邮件已发到项目联系人的邮箱，内有专属链接，可查看结果、修改路演人或退出。几分钟内没有收到，请查看垃圾邮件。",
    "A mail is on its way to the project's contact, with a private link to follow the result, to change who presents, or to withdraw. If it does not come within minutes, look in the spam folder.",
  ),
  doneSteps: w(
    "接下来：征集截止后评委评分；主办方公布结果前不会有其他通知。",
    "What happens next: the jury scores once the call has closed. You hear nothing else before the result is published.",
  ),
  mine: w("我的路演报名", "Your project in the roadshow"),
  saved: w("已保存。", "Saved."),
  submitted: w(
    "已报名，等待评审结果。结果公布后显示在这里，并发邮件告诉您。",
    "It is in, and waits for the jury. The result shows here once it is published, and we write to you.",
  ),
  withdrawn: w("已退出本次路演。项目本身不受影响。", "It is not in this roadshow any more. The project itself stays as it is."),
  accepted: w("入选，将上台路演。", "Accepted: it will be on stage."),
  reserve: w(
    "候补，第 {place} 位。有项目退出时按顺序递补。",
    "On the reserve, at place {place}. The next one moves up when a project withdraws.",
  ),
  declined: w("这次没有入选。感谢您的参与。", "Not accepted this time. Thank you for taking part."),
  remark: w("主办方的说明", "The organiser says"),
  activity: w("活动", "Activity"),
  onStage: w("上台时间", "On stage"),
  presenter: w("路演人（不公开）", "Presenter (not public)"),
  note: w("给评委的说明", "For the jury"),
  sent: w("报名时间", "Entered"),
  consent: w("评审同意", "Consent to the review"),
  change: w("修改路演人和说明", "Change who presents"),
  save: w("保存", "Save"),
  withdraw: w("退出路演", "Withdraw from the roadshow"),
  sure: w(
    "退出后名额让给别的项目；征集截止前可以重新报名。",
    "Its place goes to another project. Until the call closes it can be entered again.",
  ),
  page: w("活动页面", "The activity's page"),
};
