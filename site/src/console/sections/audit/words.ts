import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("审计轨迹", "Audit trail"),
  intro: w(
    "每一次改动都在这里，由数据表的变更流自动生成，任何人都不能修改或删除。个人信息仍以本人的密钥加密；本人信息删除后，这里只留下“有过一项”的痕迹。",
    "Every change is here, taken from the table's own stream; nobody can change or delete it. Personal data stay sealed with the person's key: once a person is erased, only that something was there is left.",
  ),
  record: w("记录编号", "Record"),
  recordHint: w("例如 act_…、prj_…、tal_…。", "For example act_…, prj_… or tal_…."),
  actor: w("操作人", "Who"),
  actorHint: w("成员编号、public（公众）或 system:…（系统）。", "A member's id, public, or system:…."),
  month: w("月份", "Month"),
  monthHint: w("记录编号和操作人都不填时有效，例如 2026-11。", "Used when neither of the others is given, for example 2026-11."),
  find: w("查询", "Find"),
  all: w("清除条件", "Clear"),
  none: w("没有符合条件的改动", "Nothing was changed"),
  noneHelp: w(
    "换一个月份，或者检查记录编号和操作人是否完整。",
    "Try another month, or check that the record's id and the name are complete.",
  ),
  caption: w("改动，最近的在前", "Changes, the latest first"),
  when: w("时间", "When"),
  what: w("改动", "Change"),
  request: w("请求编号", "Request"),
  event: w("含义", "Meaning"),
  place: w("链上位置", "Place in the chain"),
  fields: w("改动的字段（{n}）", "Fields ({n})"),
  field: w("字段", "Field"),
  before: w("之前", "Before"),
  after: w("之后", "After"),
  created: w("新建", "created"),
  changed: w("修改", "changed"),
  removed: w("移除", "removed"),
  erased: w("个人信息，已删除", "personal, erased"),
  personal: w("个人信息", "personal"),
  digest: w("较长的内容（{n} 字符），摘要 {digest}", "longer text ({n} characters), digest {digest}"),
  nothing: w("无", "none"),
  more: w("更早的改动", "Earlier changes"),
} as const;
