import traditional from "opencc-js/dict/TSCharacters";

/** What a character is to a search. Marks and invisible characters are none: they are left out. */
export const Class = { separator: 0, han: 1, letter: 2, digit: 3, point: 4, comma: 5, hyphen: 6, percent: 7, space: 8 } as const;

/** A text with its differences of writing taken away, one entry a character; `from` and `to` say where in the text each came from. */
export interface Folded {
  readonly length: number;
  readonly codes: Uint32Array;
  readonly classes: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const simplified = new Map<number, number>();
for (const pair of traditional.split("|")) {
  const [from, to] = pair.split(" ");
  simplified.set(from?.codePointAt(0) ?? 0, to?.codePointAt(0) ?? 0);
}

const special: Readonly<Record<string, number>> = {
  ".": Class.point,
  ",": Class.comma,
  "-": Class.hyphen,
  "‐": Class.hyphen,
  "‑": Class.hyphen,
  "%": Class.percent,
  "‰": Class.percent,
};

function classOf(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u.test(character)) return Class.han;
  if (/[0-9]/.test(character)) return Class.digit;
  if (/[\p{L}\p{N}]/u.test(character)) return Class.letter;
  if (/\s/u.test(character)) return Class.space;
  return special[character] ?? Class.separator;
}

interface Fold {
  readonly code: number;
  readonly kind: number;
}

/** Full-width and other forms to plain ones, accents away, lower case, traditional to simplified; nothing for marks, apostrophes and what cannot be seen. */
function foldCharacter(code: number): readonly Fold[] {
  const hasAccents = code < 0x2000;
  const plain = String.fromCodePoint(code)
    .normalize(hasAccents ? "NFKD" : "NFKC")
    .toLowerCase();
  return [...plain]
    .filter((c) => !/[\p{M}\p{Cf}'’‘ʼ`]/u.test(c))
    .map((c) => {
      const at = c.codePointAt(0) ?? 0;
      const to = simplified.get(at) ?? at;
      return { code: to, kind: classOf(String.fromCodePoint(to)) };
    });
}

const unseen = 0xff;
const several = 0xfe;
const foldedClass = new Uint8Array(0x10000).fill(unseen);
const foldedCode = new Uint16Array(0x10000);
const others = new Map<number, readonly Fold[]>();

let codes = new Uint32Array(1024);
let classes = new Uint8Array(1024);
let from = new Uint32Array(1024);
let to = new Uint32Array(1024);

function grow(): void {
  const size = codes.length * 2;
  const larger = <T extends Uint32Array | Uint8Array>(old: T, fresh: T): T => {
    fresh.set(old);
    return fresh;
  };
  codes = larger(codes, new Uint32Array(size));
  classes = larger(classes, new Uint8Array(size));
  from = larger(from, new Uint32Array(size));
  to = larger(to, new Uint32Array(size));
}

function learn(code: number): void {
  const folds = foldCharacter(code);
  const [only] = folds;
  if (code <= 0xffff && folds.length === 1 && only && only.code <= 0xffff) {
    foldedClass[code] = only.kind;
    foldedCode[code] = only.code;
    return;
  }
  if (code <= 0xffff) foldedClass[code] = several;
  if (others.size > 20_000) others.clear();
  others.set(code, folds);
}

/** Folds a text. The arrays are those of the next call too: read them before. */
export function fold(text: string): Folded {
  let length = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const next = i + (code > 0xffff ? 2 : 1);
    if (length + 20 > codes.length) grow();
    if (code <= 0xffff && foldedClass[code] === unseen) learn(code);
    if (code <= 0xffff && foldedClass[code] !== several) {
      codes[length] = foldedCode[code] as number;
      classes[length] = foldedClass[code] as number;
      from[length] = i;
      to[length++] = next;
    } else {
      if (!others.has(code)) learn(code);
      for (const { code: plain, kind } of others.get(code) ?? []) {
        codes[length] = plain;
        classes[length] = kind;
        from[length] = i;
        to[length++] = next;
      }
    }
    i = next;
  }
  return { length, codes, classes, from, to };
}
