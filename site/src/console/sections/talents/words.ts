import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("人才", "Talents"),
  intro: w(
    "审核加入人才库的申请。公开个人页面由本人决定。",
    "Review applications to the talent pool. Whether a profile is public is the person's own choice.",
  ),
  applied: w("待审核", "Waiting"),
  approved: w("已入库", "Approved"),
  declined: w("未通过", "Declined"),
  withdrawn: w("已退出", "Left"),
  emptyTitle: w("这里没有人", "Nobody here"),
  emptyWaiting: w(
    "申请会出现在这里，最早提交的排在最前。申请页面的地址是 /forms/talent。",
    "Applications appear here, the one that waits longest first. The form's address is /forms/talent.",
  ),
  emptyOther: w(
    "申请随审核进入各个状态。请在“待审核”里打开一份，通过或不通过；本人可以随时退出。",
    "Applications come here as they are reviewed. Open one that waits for review and approve or decline it; everybody can leave at any time.",
  ),
  name: w("姓名", "Name"),
  position: w("职称或职务", "Title or position"),
  expertise: w("专长", "Expertise"),
  chains: w("产业链", "Industry chains"),
  introduction: w("简介", "Introduction"),
  back: w("返回人才列表", "Back to the list"),
  remark: w("未通过的理由", "Reason"),
  left: w("本人已退出，信息已删除", "Left; the data were erased"),
  appliedAt: w("申请时间", "Applied"),
  approve: w("通过", "Approve"),
  approveMany: w(
    "通过后入库，并发邮件告诉本人；公开个人页面仍由本人决定。",
    "They enter the pool and get a mail; whether a profile is public stays their own choice.",
  ),
  approvedNow: w("已通过，并已发邮件告诉本人。", "Approved; the person gets a mail."),
  decline: w("不通过", "Decline"),
  declineHelp: w(
    "理由会发到本人邮箱；已公开的个人页面会下线。",
    "The person gets the reason by mail; a public profile goes away.",
  ),
  declinedNow: w("已处理，理由已发到本人邮箱。", "Declined; the person gets the reason by mail."),
  view: w("查看公众页面", "See the public profile"),
  public: w("本人同意公开", "Public by consent"),
  private: w("本人没有同意公开", "Not public"),
  brokered: w("转化业绩", "Conversions"),
  brokeredNone: w(
    "还没有记录。在撮合跟进页记录“达成合作”时选择促成的技术经理人。",
    "Nothing is recorded yet. Name who brokered it where an agreement is recorded on the follow-up page of a match.",
  ),
  brokeredNeed: w("需求", "Need"),
  brokeredRole: w("身份", "Part"),
  "role-manager": w("技术经理人", "Technology manager"),
  "role-expert": w("专家", "Expert"),
  brokeredMore: w("更早的", "Earlier ones"),
} as const;
