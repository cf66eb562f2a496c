/** Chinese and English. */
export type Both = readonly [zh: string, en: string];
const both = (zh: string, en: string): Both => [zh, en];

/** What the commands about the site's versions, and the start, say. */
export const words = {
  usage: both(
    `用法：
  npm run site -- versions                     列出保留的版本
  npm run site -- preview 版本 [--port 端口]    用这个版本做出全部页面并打开一个预览地址，网站不变
  npm run site -- preview 版本 --out 文件夹     同上，写进文件夹
  npm run site -- restore [版本]                恢复这个版本（默认上一个）并用它发布全部页面
  npm run site -- unpin                         以后新的构建可以自动上线
  npm run site -- release [--build 文件夹]      登记当前的构建；没有固定版本时让它上线（部署之后运行）`,
    `Usage:
  npm run site -- versions                     lists the versions that are kept
  npm run site -- preview VERSION [--port N]   makes all pages with it and serves them apart; the site stays as it is
  npm run site -- preview VERSION --out DIR    the same, into a folder
  npm run site -- restore [VERSION]            restores it (the one before by default) and publishes everything with it
  npm run site -- unpin                        newer builds become live by themselves again
  npm run site -- release [--build DIR]        registers the present build; makes it live unless one is pinned (run it after a deployment)`,
  ),
  badPort: (port: string) => both(`端口 ${port} 不对：请用 0 到 65535。`, `${port} is not a port: use 0 to 65535.`),
  working: both("正在做出全部页面…", "Making all pages…"),
  none: both("还没有登记任何版本。", "No version is registered yet."),
  live: "现用 live",
  pinnedMark: "固定 pinned",
  before: "上一个 before",
  unfinished: (live: string) =>
    both(
      `切换到 ${live} 还没有做完：正在发布，或中途停了；再运行 npm run site -- restore 就会做完。`,
      `The change to ${live} is not finished: it is being published, or was stopped; npm run site -- restore finishes it.`,
    ),
  pinned: (live: string, built: string) =>
    both(
      `网站固定在版本 ${live}，新的构建 ${built} 已登记但没有上线。上线：npm run site -- restore ${built}；以后自动上线：npm run site -- unpin`,
      `The site is pinned to version ${live}; the new build ${built} is registered but not live. To make it live: npm run site -- restore ${built}; to let builds go live by themselves: npm run site -- unpin`,
    ),
  changed: (live: string, from: string, pages: number) =>
    both(
      `网站现在用版本 ${live}（之前是 ${from}），已发布 ${pages} 个页面。`,
      `The site is made with version ${live} now (before: ${from}); ${pages} pages are published.`,
    ),
  published: (live: string, pages: number) =>
    both(`网站用版本 ${live}，已发布 ${pages} 个页面。`, `The site is made with version ${live}; ${pages} pages are published.`),
  already: (live: string) =>
    both(`网站已经全部用版本 ${live}，没有要做的。`, `All of the site is made with version ${live} already; nothing to do.`),
  nowPinned: both(
    "已固定：新的构建不会自动上线，直到 npm run site -- unpin，或恢复到最新的版本。",
    "Pinned: newer builds do not become live by themselves until npm run site -- unpin, or until the newest version is restored.",
  ),
  unpinned: both(
    "已解除固定：下一次启动（npm start）或 npm run site -- release 时，新的构建会上线。",
    "Not pinned any more: the next start (npm start) or npm run site -- release makes the new build live.",
  ),
  notPinned: both("没有固定任何版本。", "No version is pinned."),
  previewed: (version: string, pages: number, where: string) =>
    both(
      `版本 ${version} 的 ${pages} 个页面在 ${where}，网站没有变化。`,
      `${pages} pages of version ${version} are at ${where}; the site is as it was.`,
    ),
  notThere: both(
    "预览里没有表单、搜索和工作台。按 Ctrl-C 结束。",
    "Forms, search and the console are not in a preview. Ctrl-C ends it.",
  ),
  failed: (key: string, why: string) => both(`做不出来：${key}（${why}）`, `Cannot be made: ${key} (${why})`),
  missing: (files: number, first: string) =>
    both(`网站上缺少 ${files} 个文件，如 ${first}`, `${files} files are not on the site, such as ${first}`),
};
