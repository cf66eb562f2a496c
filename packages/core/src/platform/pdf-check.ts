import { inflateSync } from "node:zlib";

const name = (...names: string[]) => new RegExp(`/(?:${names.join("|")})(?![A-Za-z])`);
/** What a PDF may do by itself, or carry along (ISO 32000-2, 7.11.4, 12.6.4, 13.7): nothing that a text for reading needs. */
const active = name("JavaScript", "Launch", "EmbeddedFiles?", "RichMedia", "SubmitForm", "ImportData", "GoToE");
/** Shorter names, which may stand by chance in what is compressed. */
const short = name("JS", "XFA");
const encrypted = name("Encrypt");
const packedObjects = name("ObjStm");
const otherwisePacked = name("DecodeParms", "DP");
/** Bytes that all packed objects together may have; more is no document of a few pages. */
const largest = 32_000_000;
/** Characters before a stream in which its dictionary is looked for. */
const longestDictionary = 4000;

export type Refused = "active" | "unreadable";

/**
 * Looks through a PDF for actions, scripts, forms of their own and embedded files: in its objects, and in those that are packed into object streams. It reads
 * no text and knows no virus; what it cannot look into (encrypted, packed otherwise) is refused. @returns why it is refused
 */
export function refusedPdf(bytes: Uint8Array): Refused | undefined {
  const whole = Buffer.from(bytes).toString("latin1");
  const { outside, streams } = taken(whole);
  const objects = [plain(outside)];
  let [size, seen] = [0, 0];
  for (const { dictionary, data } of streams) {
    const says = plain(dictionary);
    if (!packedObjects.test(says)) continue;
    const packed = otherwisePacked.test(says) ? undefined : inflated(data, largest - size);
    if (packed === undefined) return "unreadable";
    seen++;
    size += packed.length;
    objects.push(plain(packed));
  }
  // One that stands where no stream seemed to be was not looked into.
  if (plain(whole).split(packedObjects).length - 1 > seen || objects.some((text) => encrypted.test(text))) return "unreadable";
  return active.test(plain(whole)) || objects.some((text) => active.test(text) || short.test(text)) ? "active" : undefined;
}

/** Takes the streams out, each with the dictionary before it. */
function taken(whole: string): { outside: string; streams: { dictionary: string; data: string }[] } {
  const streams: { dictionary: string; data: string }[] = [];
  const left: string[] = [];
  let at = 0;
  for (const mark of whole.matchAll(/>>\s{0,20}stream\r?\n/g)) {
    if (mark.index < at) continue;
    const begins = mark.index + mark[0].length;
    const ends = whole.indexOf("endstream", begins);
    if (ends < 0) break;
    const before = whole.slice(Math.max(at, mark.index - longestDictionary), mark.index);
    streams.push({ dictionary: before.slice(before.lastIndexOf(" obj") + 1), data: whole.slice(begins, ends) });
    left.push(whole.slice(at, mark.index));
    at = ends;
  }
  return { outside: [...left, whole.slice(at)].join("\n"), streams };
}

/** Names as they are meant: any character of one may be written as `#4A`. */
const plain = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function inflated(data: string, most: number): string | undefined {
  try {
    return inflateSync(Buffer.from(data, "latin1"), { maxOutputLength: Math.max(1, most) }).toString("latin1");
  } catch {
    return undefined;
  }
}
