import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("导入名单", "Import a list"),
  intro: w(
    "把已有名单中的人登记到这项活动：有空位就确认，没有就候补；重复导入同一份文件不会重复登记。",
    "Enters people whom you have on a list: they get a seat when one is free, else a place in the queue. The same file twice enters nobody twice.",
  ),
  back: w("返回报名名单", "Back to registrations"),
  file: w("名单文件", "File"),
  fileHint: w(
    "CSV（UTF-8 或 GBK）或 XLSX，最大 5 MB、20,000 行；工作簿只读第一张表。",
    "CSV (UTF-8 or GBK) or XLSX, up to 5 MB and 20,000 rows; of a workbook the first sheet.",
  ),
  read: w("读取文件", "Read the file"),
  noFile: w("请先选择文件。", "Choose a file first."),
  tooLarge: w(
    "文件有 {size} MB，超过 5 MB，没有上传。请拆成几份分别导入。",
    "The file has {size} MB; the limit is 5 MB, so it was not sent. Split it.",
  ),
  mapping: w("哪一列是什么", "Which column is what"),
  mappingHint: w(
    "读到 {n} 行。请核对对应关系，再看下面前几行的样子。",
    "{n} rows were read. Check the columns, and how the first rows look below.",
  ),
  leaveOut: w("不导入", "Left out"),
  column: w("第 {n} 列 {head}", "Column {n} {head}"),
  name: w("姓名", "Name"),
  organisation: w("单位", "Organisation"),
  email: w("邮箱", "E-mail"),
  phone: w("手机", "Telephone"),
  interest: w("关注的问题", "Interest"),
  needed: w("“{field}”必须有对应的列。", "{field}: choose its column."),
  basis: w("个人信息处理依据", "Basis for using their data"),
  asked: w("本人要求或同意参加", "They asked or agreed to take part"),
  contract: w("履行合同需要", "Needed for a contract"),
  ticket: w("票种", "Ticket type"),
  mail: w("给登记上的人发确认邮件", "Write to those who are entered"),
  begin: w("开始导入 {n} 行", "Enter {n} rows"),
  running: w(
    "正在导入：{done} / {total}。可以打开工作台的其他页面，但不要关闭这个窗口。",
    "Entering: {done} of {total}. Other pages of the console may be opened; keep this window.",
  ),
  stop: w("停止", "Stop"),
  stopped: w(
    "已停止。再次导入同一份文件会从没有登记的人继续。",
    "Stopped. The same file again goes on with those who are not entered.",
  ),
  result: w(
    "确认 {confirmed} 人，候补 {waitlisted} 人，之前已登记 {already} 人，未登记 {refused} 行。",
    "{confirmed} have a seat, {waitlisted} wait, {already} were registered before, {refused} rows were not entered.",
  ),
  report: w("没有登记的行", "Rows that were not entered"),
  row: w("行", "Row"),
  why: w("原因", "Why"),
  save: w("下载这份报告", "Save this report"),
  work: w("导入名单", "Import of a list"),
  broken: w(
    "网络或登录中断，已登记的不会丢失。恢复后再次导入同一份文件即可继续。",
    "The network or the session was lost; nobody who is entered is lost. Import the same file again to go on.",
  ),
} satisfies Record<string, Words>;
