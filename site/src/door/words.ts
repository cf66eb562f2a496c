import type { Words } from "@lingxi/core/platform/text";
import type { Verdict } from "./types.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("签到", "Check-in"),
  choose: w("选择要签到的活动", "Which activity’s door do you keep?"),
  chooseHelp: w(
    "打开一次后名单会存到这台设备，没有网络也能签到。",
    "Once it was opened, its list is on this device, and check-in works without a network.",
  ),
  none: w("没有可以签到的活动", "There is no door for you to keep"),
  noneHelp: w(
    "活动发布后，由管理员授予您“签到”权限，就会出现在这里。",
    "Published activities stand here once an administrator gave you the check-in role for them.",
  ),
  onDevice: w("名单已在本机", "List on this device"),
  offlineNone: w(
    "现在没有网络，这台设备上也没有名单。请先联网打开一次。",
    "There is no network, and no list on this device. Open the door once while connected.",
  ),
  signIn: w("登录", "Sign in"),
  signInFirst: w("请先登录工作台，再回到签到页。", "Sign in to the console, then come back to check-in."),
  signedOut: w(
    "登录已结束。扫码仍会记录在本机，请重新登录后同步。",
    "You were signed out. Scans are still kept here; sign in again to send them.",
  ),
  loadingList: w("正在载入名单：{n} / {all}", "Loading the list: {n} of {all}"),
  loading: w("正在载入…", "Loading…"),
  entered: w("已入场 {n} / {all}", "In: {n} of {all}"),
  online: w("在线", "Online"),
  offline: w("离线", "Offline"),
  kept: w("可离线使用", "Works offline"),
  unsent: w("{n} 条待同步", "{n} to send"),
  refused: w("{n} 条未被接受", "{n} not accepted"),
  camera: w("打开摄像头", "Start the camera"),
  cameraOff: w("关闭摄像头", "Stop the camera"),
  cameraFailed: w(
    "摄像头打不开。请在浏览器设置里允许使用摄像头，或用扫码枪、姓名签到。",
    "The camera does not start. Allow it in the browser’s settings, or use a hand-held scanner or the name.",
  ),
  cameraView: w("摄像头画面", "What the camera sees"),
  ready: w("请扫描凭证", "Scan a ticket"),
  readyHelp: w("用摄像头、扫码枪，或按姓名查找。", "By camera, by hand-held scanner, or look for the name."),
  find: w("按姓名查找", "Find by name"),
  findLabel: w("姓名、拼音、单位或凭证号后几位", "Name, its sound, organisation, or the last characters of the number"),
  findHelp: w("例如：王小明、wangxm、wxm、9F3K", "For example 王小明, wangxm, wxm, 9F3K"),
  nobody: w("没有找到。换一种写法，或刷新名单后再找。", "Nobody found. Try another writing, or refresh the list."),
  letIn: w("签到", "Check in"),
  isIn: w("已入场", "In"),
  waitingTag: w("候补", "Waiting"),
  close: w("关闭", "Close"),
  undo: w("撤销", "Take back"),
  undone: w("已撤销：{name}", "Taken back: {name}"),
  menu: w("更多", "More"),
  device: w("这台设备的名称", "Name of this device"),
  deviceHelp: w(
    "写明位置，重复入场报告里会显示，例如“东门 1”。",
    "Say where it stands; reports show it. For example “East gate 1”.",
  ),
  save: w("保存", "Save"),
  list: w("名单", "List"),
  listOf: w("{n} 张凭证，{at} 载入", "{n} tickets, loaded {at}"),
  listOld: w("名单有更新", "The list has changed"),
  refresh: w("刷新名单", "Refresh the list"),
  reports: w("异常报告", "Reports"),
  reportsHelp: w("重复入场和被拒的凭证，按时间倒序。", "Double entries and tickets that let nobody in, the latest first."),
  noReports: w("没有异常。", "Nothing to report."),
  reportsOffline: w("连接网络后才能查看所有设备的报告。", "Reports of all devices can be seen once connected."),
  more: w("显示更多", "Show more"),
  letInHere: w("设备已放行", "was let in"),
  stood: w("首次入场：{device}，{at}", "First entry: {device}, {at}"),
  byDevice: w("{device}，{at}", "{device}, {at}"),
  otherActivity: w("换一个活动", "Another activity"),
  language: w("English", "中文"),
  leave: w("退出并清除本机数据", "Sign out and clear this device"),
  leaveHelp: w(
    "名单加密存放在本机，退出时清除；活动结束一天后自动清除。",
    "The list lies sealed on this device. It is cleared when you sign out, and by itself a day after the end.",
  ),
  leaveUnsent: w("还有 {n} 条没有同步，清除后会丢失。请先联网同步。", "{n} have not been sent and would be lost. Connect first."),
  leaveAnyway: w("仍然清除", "Clear all the same"),
  corrected: w("服务器的核对结果", "The server says otherwise"),
  seen: w("知道了", "Understood"),
  failed: w("操作没有完成：{why}", "This did not work: {why}"),
} as const;

/** What the answer says in large letters, and what to do. */
export const verdicts: Readonly<Record<Verdict, readonly [Words, Words]>> = {
  entered: [w("请入场", "Welcome"), w("", "")],
  new: [
    w("请入场", "Welcome"),
    w("新报名的凭证，签名有效；姓名联网后显示。", "A new registration; the signature is valid. The name shows once connected."),
  ],
  double: [w("已入场", "Already in"), w("这张凭证用过了。请核对本人身份。", "This ticket was used. Check who it is.")],
  cancelled: [w("已取消", "Cancelled"), w("这份报名已取消，不能入场。", "This registration was cancelled.")],
  "no-seat": [w("没有名额", "No seat"), w("还在候补中，尚无名额。", "Still on the waiting list.")],
  replaced: [
    w("旧凭证", "Old ticket"),
    w("已重新报名，请出示最近一封邮件里的凭证。", "Registered anew: ask for the ticket in the latest mail."),
  ],
  "other-activity": [w("其他活动", "Another activity"), w("这是另一场活动的凭证。", "This ticket is for another activity.")],
  forged: [
    w("无效凭证", "Not a ticket"),
    w("不是本系统签发的凭证，或没有扫完整。", "It was not issued here, or was not read whole."),
  ],
  unknown: [w("查无此人", "Nobody found"), w("名单里没有，可以按姓名查找。", "Not in the list. Look for the name.")],
  undone: [w("已撤销", "Taken back"), w("这次签到已撤销。", "This entry was taken back.")],
  "too-often": [
    w("不能再撤销", "Enough"),
    w("撤销次数太多，请联系管理员。", "It was taken back too often. Ask an administrator."),
  ],
  "turned-away": [w("可以入场", "May enter"), w("核对后可以入场，请重新扫码。", "They may enter after all: scan again.")],
  unsure: [
    w("无法核对", "Cannot check"),
    w("名单里没有这张凭证，请联网后再扫。", "This device does not know it. Connect and scan again."),
  ],
};
