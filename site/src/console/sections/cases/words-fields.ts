import type { LinkKind } from "@lingxi/core/cases/schema";
import type { Words } from "@lingxi/core/platform/text";
import type { Part } from "./draft.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const kinds: Readonly<Record<LinkKind, Words>> = {
  activities: w("活动", "Activities"),
  projects: w("项目", "Projects"),
  demands: w("需求", "Needs"),
  talents: w("人才", "People"),
};

/** The parts of a case, or a page, by name. */
const parts: Readonly<Record<Part, Words>> = {
  title: w("标题", "Title"),
  summary: w("摘要", "Summary"),
  body: w("正文", "Text"),
  cover: w("封面图片", "Cover picture"),
  levers: w("改革举措", "Reforms used"),
  measures: w("成效数字", "Key figures"),
  timeline: w("时间线", "Timeline"),
  conditions: w("推广条件", "Conditions for repeating it"),
  links: w("相关内容", "What stands behind it"),
  chains: w("产业链", "Industry chains"),
  slug: w("网址（选填）", "Address (optional)"),
  footer: w("页脚位置", "Place at the foot"),
  accepted: w("已确认的检查项", "Accepted findings"),
};

/** The form. */
export const fieldWords = {
  parts,
  kinds,
  chinese: w("中文", "Chinese"),
  english: w("英文（选填）", "English (optional)"),
  inLanguage: { "zh-CN": w("{label}（中文）", "{label} (Chinese)"), en: w("{label}（英文）", "{label} (English)") },
  summaryHint: w("列表和订阅里显示，建议 120 字以内。", "Shown in lists and feeds; better at most 280 characters."),
  bodyHint: w(
    "可使用 Markdown：## 小标题、**加粗**、- 列表、| 表格 |。HTML 标记会原样显示。",
    "Markdown is possible: ## heading, **bold**, - list, | table |. HTML is shown as text.",
  ),
  insertChinese: w("在中文正文插入图片", "Insert a picture into the Chinese text"),
  insertEnglish: w("在英文正文插入图片", "Insert a picture into the English text"),
  insertPicture: w("插入图片", "Insert a picture"),
  file: w("图片文件", "Picture file"),
  fileHint: w(
    "JPEG、PNG 或 WebP。大于 4 MB 的照片会先缩小再上传。",
    "JPEG, PNG or WebP. A photograph over 4 MB is made smaller before it is sent.",
  ),
  alt: w("图片说明", "Description of the picture"),
  altHint: w("写给看不见图片的读者：图上是什么。", "For readers who cannot see it: what the picture shows."),
  upload: w("上传并使用", "Upload and use"),
  uploading: w("正在上传…", "Uploading…"),
  chooseCover: w("选择封面", "Choose a cover"),
  replaceCover: w("更换封面", "Replace the cover"),
  removeCover: w("不用封面", "Remove the cover"),
  leversHint: w("最多选 4 项。", "At most 4."),
  measuresHint: w(
    "最能说明效果的数字，最多 8 个，例如：废品率　11% → 2.3%。",
    "The figures that say most, at most 8. For example: Scrap rate, 11% → 2.3%.",
  ),
  measure: w("指标", "What it measures"),
  value: w("数值", "Figure"),
  timelineHint: w(
    "关键的几步，最多 30 步。时间写成 2025-03 或 2025-03-18。",
    "The steps that mattered, at most 30. Dates as 2025-03 or 2025-03-18.",
  ),
  date: w("时间", "Date"),
  event: w("事件", "What happened"),
  sort: w("按时间排序", "Sort by date"),
  conditionsHint: w(
    "别处要照着做，需要具备什么。可使用 Markdown 列表。",
    "What has to be given for it to be repeated elsewhere. Markdown lists are possible.",
  ),
  slugHint: w(
    "公众页面地址 /cases/… 的最后一段。留空时由英文标题或编号生成。更换后，旧地址会转到新地址，并且永远属于这篇案例。",
    "The last part of /cases/…. Left empty, it is made from the English title or the number. When it changes, the old address leads to the new one and stays with this case for good.",
  ),
  linksHint: w(
    "案例背后的活动、项目、需求和人才，各最多 12 个。不再公开的会标出来，发布前要移除。",
    "The activities, projects, needs and people behind the case, at most 12 each. What is not public any more is marked and has to go before publication.",
  ),
  linkSearch: w("添加{kind}", "Add {kind}"),
  linkSearchHint: w("输入标题中的几个字，或粘贴它的网址。", "Type a few words of the title, or paste its address."),
  linkFind: w("查找", "Search"),
  linkFinding: w("正在查找…", "Searching…"),
  linkNone: w(
    "没有找到公开的{kind}。换几个字，或粘贴它的网址。",
    "No public {kind} found. Try other words, or paste the address.",
  ),
  linkUnsearchable: w("查找暂时用不了，请粘贴它的网址。", "Search does not answer right now; paste the address."),
  linkAdd: w("添加“{title}”", "Add “{title}”"),
  linkRemove: w("移除“{title}”", "Remove “{title}”"),
  linkGone: w("不再公开", "Not public any more"),
  linkAdded: w("已添加“{title}”。", "“{title}” is added."),
  linkThere: w("已经在列表里了。", "It is in the list already."),
  linkFull: w("最多 12 个。", "At most 12."),
} as const;
