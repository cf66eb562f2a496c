import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("我的转化业绩", "What you brought about"),
  lead: w(
    "经灵犀计划撮合、由您促成或参与的成果转化，可用于职称评审等场合。由撮合人员记录，如有遗漏请与主办方联系。",
    "Conversions that you brokered or took part in through the programme, for use where titles are judged. Brokers record them; tell the organiser what is missing.",
  ),
  none: w("还没有记录。", "Nothing is recorded yet."),
  said: w("{on} 达成{way}合作，{chain}", "{on}: {way}, {chain}"),
  assignment: w("转让", "assignment"),
  licence: w("许可", "licence"),
  equity: w("作价入股", "equity"),
  "joint-development": w("合作开发", "joint development"),
  service: w("技术服务", "technical service"),
  manager: w("作为技术经理人促成", "brokered as technology manager"),
  expert: w("作为专家参与", "took part as the expert"),
  more: w("更早的", "Earlier ones"),
  back: w("返回我的人才库信息", "Back to your place in the talent pool"),
} as const;
