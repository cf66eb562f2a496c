import type { CaseStatus } from "@lingxi/core/cases/schema";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const emptyTitle: Readonly<Record<CaseStatus, Words>> = {
  draft: w("没有正在写的案例", "No drafts"),
  published: w("还没有发布案例", "No case has been published yet"),
  withdrawn: w("没有下线的案例", "Nothing has been taken away"),
};
const emptyHelp: Readonly<Record<CaseStatus, Words>> = {
  draft: w(
    "点击“新建案例”，写下标题就可以存为草稿，其余内容随时补充。",
    "Choose “New case”. A title is enough for a draft; the rest can follow.",
  ),
  published: w(
    "好案例说清四件事：原来的难题、用了哪项技术、怎样合作、取得什么效果。点击“新建案例”开始。",
    "A good case tells four things: the problem, the technology, how they worked together, what came of it. Start with “New case”.",
  ),
  withdrawn: w(
    "从公众页面撤下的案例会留在这里，可以修改后重新发布。",
    "Cases taken from the public stay here and can be published again.",
  ),
};

export const words = {
  title: w("案例", "Case studies"),
  intro: w("把成功的转化写成案例：先存草稿，预览，再发布。", "Write up what worked: save a draft, preview it, publish it."),
  add: w("新建案例", "New case"),
  status: w("状态", "State"),
  draft: w("草稿", "Draft"),
  published: w("已发布", "Published"),
  withdrawn: w("已下线", "Withdrawn"),
  changed: w("草稿有改动，尚未发布", "Draft changed, not yet published"),
  name: w("案例", "Case"),
  lastChange: w("最近修改", "Last change"),
  more: w("显示更多", "Show more"),
  emptyTitle,
  emptyHelp,
  heading: w("标题", "Title"),
  summary: w("摘要", "Summary"),
  summaryHint: w("列表和订阅里显示，最多 300 字。", "Shown in lists and feeds, at most 300 characters."),
  body: w("正文", "Text"),
  bodyHint: w(
    "可使用 Markdown：## 小标题、**加粗**、- 列表、| 表格 |。HTML 标记会原样显示。",
    "Markdown is possible: ## heading, **bold**, - list, | table |. HTML is shown as text.",
  ),
  chinese: w("中文", "Chinese"),
  english: w("英文（选填）", "English (optional)"),
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
  cover: w("封面图片", "Cover picture"),
  chooseCover: w("选择封面", "Choose a cover"),
  replaceCover: w("更换封面", "Replace the cover"),
  removeCover: w("不用封面", "Remove the cover"),
  chains: w("产业链", "Industry chains"),
  slug: w("网址（选填）", "Address (optional)"),
  slugHint: w(
    "公众页面地址 /cases/… 的最后一段。留空时由英文标题或编号生成。发布后更换，旧地址会失效。",
    "The last part of /cases/…. Left empty, it is made from the English title or the number. Once published, changing it ends the old address.",
  ),
  save: w("保存", "Save"),
  saveDraft: w("存为草稿", "Save as draft"),
  saving: w("正在保存…", "Saving…"),
  saved: w("草稿已保存。", "The draft is saved."),
  unsaved: w("有未保存的修改", "There are unsaved changes"),
  restored: w("这是您上次没有保存的修改。", "These are the changes you had not saved."),
  publish: w("发布", "Publish"),
  saveAndPublish: w("保存并发布", "Save and publish"),
  publishedNow: w(
    "已发布，公众页面、列表和订阅一两秒内可见。",
    "Published; the page, the list and the feed show it within a second or two.",
  ),
  preview: w("预览", "Preview"),
  view: w("查看公众页面", "See the public page"),
  withdraw: w("下线", "Take away"),
  withdrawSure: w(
    "公众将看不到这篇案例，列表和订阅里也不再出现。内容会保留，可以重新发布。",
    "The public will no longer see this case, nor will lists and feeds. Its content stays and can be published again.",
  ),
  withdrawnNow: w("已下线，公众页面一两秒内消失。", "Taken away; the public page is gone within a second or two."),
  back: w("返回案例列表", "Back to the list"),
  loading: w("正在载入…", "Loading…"),
  conflict: w(
    "您的修改还在页面上，没有保存。请打开最新内容比较，再决定怎样合并。",
    "Your changes are still on this page and are not saved. Open the latest version, compare, and decide how to merge.",
  ),
  latest: w("在新窗口打开最新内容", "Open the latest version in a new window"),
} as const;
