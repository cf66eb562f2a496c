import type { QuestionKind } from "@lingxi/core/form/schema";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("报名表单", "Registration form"),
  intro: w(
    "在姓名、单位、邮箱之外，还想问什么。保存后立即生效；已经报名的人保留当时的回答。",
    "What you ask besides name, organisation and address. It holds as soon as it is saved; those who registered keep what they answered.",
  ),
  back: w("返回活动", "Back to the activity"),
  edit: w("报名表单", "Registration form"),
  questions: w("问题", "Questions"),
  question: w("问题 {n}", "Question {n}"),
  unnamed: w("（未填写）", "(nothing yet)"),
  none: w(
    "还没有问题。参会人只需填写姓名、单位、邮箱和手机。",
    "No question yet: people give their name, organisation, address and telephone number.",
  ),
  add: w("添加问题", "Add a question"),
  remove: w("删除问题 {n}", "Take question {n} away"),
  kind: w("类型", "Kind"),
  label: w("问题", "Question"),
  hint: w("说明（选填）", "Hint (optional)"),
  required: w("必填", "Required"),
  options: w("选项", "Choices"),
  optionsHint: w("至少两个；可以拖动排序。", "Two at least; drag to put them in order."),
  option: w("选项", "Choice"),
  least: w("最小值（选填）", "Least (optional)"),
  most: w("最大值（选填）", "Most (optional)"),
  more: w("更多设置", "More"),
  tickets: w("只问这些票种（不选为全部）", "Only these ticket types (none chosen: all)"),
  when: w("只在下面的问题选了指定选项时询问", "Only after this choice"),
  always: w("总是询问", "Always asked"),
  whenIs: w("选了其中之一", "One of these was chosen"),
  group: w("每组最多人数", "Largest group"),
  groupHint: w(
    "填 1 表示只能本人报名；大于 1 时，一个人可以带同行者一起报名，名额同进同退。",
    "1: everybody registers alone. With more, one person may register companions as well; they get their seats together or wait together.",
  ),
  save: w("保存表单", "Save the form"),
  saved: w("已保存，现在询问的是第 {n} 版。", "Saved; version {n} is asked from now on."),
  version: w("第 {n} 版", "Version {n}"),
  loading: w("正在读取……", "Loading…"),
  preview: w("预览", "Preview"),
  previewHint: w("可以试填；带条件的问题会随选择出现。", "Try it: questions with a condition come and go with the choices."),
  answer: w("回答", "Answer"),
  optional: w("{label}（选填）", "{label} (optional)"),
  asTicket: w("以票种预览", "Preview as"),
} satisfies Record<string, Words>;

export const kinds: Readonly<Record<QuestionKind, Words>> = {
  text: w("单行文字", "Short text"),
  "long-text": w("多行文字", "Long text"),
  one: w("单选", "One choice"),
  many: w("多选", "Several choices"),
  number: w("数字", "Number"),
  date: w("日期", "Date"),
  organisation: w("单位（统一社会信用代码）", "Organisation (credit code)"),
  chain: w("产业链", "Industry chain"),
};
