import type { Fonts } from "../platform/paper/fonts.ts";
import { ink } from "../platform/paper/ink.ts";
import { balanceLines, breakLines } from "../platform/paper/lines.ts";
import { a4, onePage, type Pen } from "../platform/paper/sheet.ts";
import { fill, type Locale, say, type Words } from "../platform/text.ts";
import { formatRange } from "../platform/time.ts";
import type { Certificate } from "./certificate.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  title: w("参会证明", "Certificate of attendance"),
  programme: w("灵犀计划", "Lingxi programme"),
  from: w("{organisation}", "of {organisation}"),
  attended: w("参加了以下活动，特此证明。", "attended the following event."),
  time: w("时间", "When"),
  venue: w("地点", "Where"),
  check: w(
    "扫码或打开下面的链接可核对真伪；页面只显示本证明上的内容。",
    "Scan the code or open the link to check that this is genuine; it shows what stands here and nothing else.",
  ),
  code: w("核对链接：{address}", "Verification: {address}"),
};
const margin = 72;
const width = a4.width - margin * 2;

/** Prints a certificate on one page of A4. */
export function printCertificate(
  fonts: Fonts,
  { name, organisation, activity, venue, startsAt, endsAt, timeZone }: Certificate,
  { locale, address, date }: { locale: Locale; address: string; date: string },
): Promise<Uint8Array> {
  const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
  const facts = { title: `${t(words.title)} ${name}`, author: t(words.programme), locale, date };
  return onePage(fonts, facts, (pen: Pen) => {
    const { regular, bold } = pen.faces;
    /** Lines in the middle of the page; gives the baseline of the last. */
    const centred = (
      text: string,
      y: number,
      size: number,
      weight: "regular" | "bold",
      fillWith: string,
      tag: "H1" | "H2" | "P" = "P",
    ) => {
      const face = weight === "bold" ? bold : regular;
      const { lines } = balanceLines(face.readable(text), { width: width / size, most: 4, measure: face.measure });
      for (const [n, line] of lines.entries())
        pen.text([line], {
          x: (a4.width - face.measure(line) * size) / 2,
          y: y + n * size * 1.4,
          size,
          weight,
          fill: fillWith,
          tag,
        });
      return y + (lines.length - 1) * size * 1.4;
    };
    pen.rectangle(36, 36, a4.width - 72, 1, ink.accent);
    pen.rectangle(36, a4.height - 37, a4.width - 72, 1, ink.accent);
    pen.mark(a4.width / 2 - 18, 84, 36);
    let y = centred(t(words.programme), 146, 12, "regular", ink.accent);
    y = centred(t(words.title), y + 62, 32, "bold", ink.text, "H1");
    y = centred(name, y + 84, 28, "bold", ink.text, "H2");
    y = centred(t(words.from, { organisation }), y + 34, 14, "regular", ink.muted);
    y = centred(t(words.attended), y + 44, 14, "regular", ink.text);
    y = centred(say(activity, locale), y + 48, 20, "bold", ink.accent);
    y = centred(`${t(words.time)}  ${formatRange(startsAt, endsAt, locale, timeZone)}`, y + 38, 12, "regular", ink.text);
    centred(`${t(words.venue)}  ${say(venue, locale)}`, y + 24, 12, "regular", ink.text);
    const side = 96;
    const low = a4.height - 72 - side;
    pen.code(address, margin, low, side, t(words.code, { address }));
    const beside = { x: margin + side + 20, size: 9.5, leading: 15 } as const;
    const room = (width - side - 20) / beside.size;
    const said = breakLines(regular.readable(t(words.check)), { width: room, measure: regular.measure });
    pen.text(said.lines, { ...beside, y: low + 14, fill: ink.muted });
    const link = breakLines(regular.readable(address), { width: room, most: 5, measure: regular.measure });
    pen.text(link.lines, { ...beside, y: low + 22 + said.lines.length * beside.leading, fill: ink.accent, link: address });
  });
}
