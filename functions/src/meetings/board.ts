import { readBoard } from "@lingxi/core/meeting";
import { say, type Words } from "@lingxi/core/platform/text";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { page } from "../pages/shell.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  table: w("桌号", "Table"),
  now: w("正在会面", "Now"),
  next: w("下一场", "Next"),
  free: w("空闲", "Free"),
  none: w("–", "–"),
};
/** Seconds after which the screen asks again, by itself and without a script; the answer is kept that long on the way. */
const every = 20;

type Board = Awaited<ReturnType<typeof readBoard>>;
type Cell = Board["tables"][number]["now"];

async function show(c: Context<Env>, board: Board) {
  const { locale } = c.var;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: board.timeZone, hour: "2-digit", minute: "2-digit" });
  const at = (instant: string | Date) => clock.format(new Date(instant));
  const cell = (one: Cell, label: Words, none: Words) =>
    html`<td data-label="${label[locale]}">${one ? html`<span class="board__time">${at(one.startsAt)}–${at(one.endsAt)}</span> ${one.who.map((who) => html`<strong class="board__who">${who}</strong> `)}` : none[locale]}</td>`;
  const body = html`<div class="page board">
    <h1>${say(board.title, locale)} <time class="board__clock">${at(c.var.ctx.now())}</time></h1>
    <table class="table table--stack">
      <thead><tr>${[words.table, words.now, words.next].map((head) => html`<th scope="col">${head[locale]}</th>`)}</tr></thead>
      <tbody>${board.tables.map(
        ({ name, now, next }) =>
          html`<tr><th scope="row" data-label="${words.table[locale]}">${name}</th>${cell(now, words.now, words.free)}${cell(next, words.next, words.none)}</tr>`,
      )}</tbody>
    </table>
  </div>`;
  const answer = await page(c, say(board.title, locale), body);
  answer.headers.set("refresh", String(every));
  answer.headers.set("cache-control", `public, max-age=${every}`);
  return answer;
}

/** What the screen in the hall shows, behind an address that organisers give out. */
export const boards = new Hono<Env>().get(
  "/:token",
  describe({ summary: "Who meets where, for the screen in the hall", verb: readBoard, answers: "text/html" }),
  async (c) => show(c as unknown as Context<Env>, await readBoard(c.var.ctx, c.req.param())),
);
