import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  blocks: w("内容块", "Blocks"),
  hint: w(
    "从上到下就是邮件里的顺序，可拖动，也可用箭头或在手柄上按 Alt 加方向键移动。英文标题填了，每块的英文也要填。",
    "They stand in the mail from top to bottom. Drag them, use the arrows, or Alt with an arrow key on the handle. With an English subject every block needs its English.",
  ),
  add: w("添加：", "Add:"),
  toBlocks: w("改用内容块编辑", "Edit as blocks"),
  toBlocksHint: w(
    "现在的正文成为第一块，之后可以加按钮、图片、活动卡片和日历。",
    "The text becomes the first block; then buttons, pictures, cards and dates can be added.",
  ),
  toMarkdown: w("改回一段 Markdown", "Back to one Markdown text"),
  kinds: {
    text: w("正文", "Text"),
    heading: w("小标题", "Heading"),
    button: w("按钮", "Button"),
    picture: w("图片", "Picture"),
    card: w("卡片", "Card"),
    calendar: w("日历", "Calendar entry"),
    divider: w("分隔线", "Divider"),
  },
  markdownHint: w("可使用 Markdown 和 {{name}}、{{organisation}}。", "Markdown, {{name}} and {{organisation}} are possible."),
  buttonText: w("按钮文字", "Words on the button"),
  href: w("链接（https:// 或本站地址）", "Link (https:// or a path of this site)"),
  pictureHref: w("点击后打开（选填）", "Leads to (optional)"),
  addPicture: w("添加图片", "Add a picture"),
  of: w("卡片内容", "The card shows"),
  activities: w("活动", "An activity"),
  projects: w("挂牌项目", "A listed project"),
  demands: w("需求", "A need"),
  cases: w("案例", "A case"),
  chosen: w("已选：{title}", "Chosen: {title}"),
  gone: w("没有公开，测试会提示改正", "Not public; the test will ask you to mend it"),
  find: w("查找", "Find"),
  findHint: w("输入标题中的字，或粘贴网址", "Words of the title, or an address"),
  none: w("没有找到，请换一个词。", "Nothing was found. Try another word."),
  unsearchable: w("现在无法查找，请稍后再试。", "Searching does not work just now. Try again in a moment."),
  calendarHint: w("显示时间和地点，并附上日历文件。", "Shows when and where, and attaches a calendar file."),
  cardHint: w("内容取自公开页面，以测试时为准。", "Filled in from its public page, as it is when the test is sent."),
  full: w("最多 {n} 块。", "No more than {n} blocks."),
  further: w("摘要与纯文本版（选填）", "Preview line and plain text (optional)"),
  preheader: w("摘要", "Preview line"),
  preheaderHint: w("邮箱列表里跟在标题后面的一行字。", "The line that mailboxes show after the subject."),
  plain: w("纯文本版", "Plain text"),
  plainHint: w(
    "不填则由正文自动生成。自己写时，正文里的链接都要写上；退订链接会自动加上。",
    "Derived from the text where left empty. If you write it, put every link of the text into it; the way to unsubscribe is added.",
  ),
} as const;
