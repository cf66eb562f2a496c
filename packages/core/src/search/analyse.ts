import { Class, fold } from "./fold.ts";

/**
 * `character`: a Han character in a run of several; `lone`: one that stands alone; `pair`: two beside each other; `word`: letters or
 * digits; `compound`: a number with its unit, a number in a name, parts joined by hyphens.
 */
export type TokenKind = "character" | "lone" | "pair" | "word" | "compound";

/** A term of a text. A place is a Han character or a word; a pair stands on two places, a compound on one or more. */
export interface Token {
  readonly term: string;
  readonly kind: TokenKind;
  readonly place: number;
  readonly places: number;
  /** Where it stands in the text as it was given, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

const units = new Set(
  "nm μm um mm cm dm m km mg g kg t l ml s ms min h pa kpa mpa gpa hz khz mhz ghz thz w kw mw gw wh kwh mwh gwh v mv kv a ma mah j kj mj n kn k c db lx lm rpm ppm ppb mol bar kb mb gb tb bit bps mbps gbps".split(
    " ",
  ),
);

/** English plurals to singulars (Harman's S-stemmer, with -es after a hiss): what people vary most, and never another word. */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /[uis]s$/.test(word)) return word;
  if (word.endsWith("ies")) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
}

const isWordly = (kind: number | undefined) => kind === Class.letter || kind === Class.digit;

/**
 * The terms of a text in the order they stand: Han characters one by one and in pairs, everything else as words. No dictionary: pairs
 * find what a segmenter would cut apart in the wrong place.
 */
export function analyse(text: string): Token[] {
  const { length, codes, classes, from, to } = fold(text);
  const tokens: Token[] = [];
  let place = 0;
  const add = (term: string, kind: TokenKind, start: number, end: number, at = place, places = 1) =>
    tokens.push({ term, kind, place: at, places, from: from[start] as number, to: to[end - 1] as number });

  const letters = (start: number, end: number) => {
    let word = "";
    for (let i = start; i < end; i++) if (classes[i] !== Class.comma) word += String.fromCodePoint(codes[i] as number);
    return word;
  };

  function han(start: number): number {
    let end = start + 1;
    while (end < length && classes[end] === Class.han) end++;
    const kind = end - start > 1 ? "character" : "lone";
    let before = "";
    for (let i = start; i < end; i++) {
      const character = String.fromCodePoint(codes[i] as number);
      if (i > start) add(before + character, "pair", i - 1, i + 1, place - 1, 2);
      add(character, kind, i, i + 1);
      place++;
      before = character;
    }
    return end;
  }

  function endOfWord(start: number): number {
    let end = start + 1;
    for (; end < length; end++) {
      if (isWordly(classes[end])) continue;
      const inNumber =
        classes[end - 1] === Class.digit &&
        classes[end + 1] === Class.digit &&
        (classes[end] === Class.point || (classes[end] === Class.comma && isThousand(end + 1)));
      if (!inNumber) break;
    }
    return end;
  }

  const isThousand = (at: number) =>
    classes[at + 1] === Class.digit && classes[at + 2] === Class.digit && (at + 3 >= length || classes[at + 3] !== Class.digit);

  /** A number with what it counts: `100 kW` is also the word `100kw`, `95 %` is `95%`, `100万` stays together. */
  function unitAfter(value: string, start: number, end: number): number {
    const near = classes[end] === Class.space ? end + 1 : end;
    if (near >= length) return end;
    if (classes[near] === Class.percent) {
      add(`${value}%`, "compound", start, near + 1, place - 1);
      return near + 1;
    }
    if (near === end && classes[end] === Class.han)
      add(value + String.fromCodePoint(codes[end] as number), "compound", start, end + 1, place - 1);
    if (near === end || classes[near] !== Class.letter) return end;
    let stop = near;
    while (stop < length && isWordly(classes[stop])) stop++;
    const unit = letters(near, stop);
    if (!units.has(unit)) return end;
    add(unit, "word", near, stop);
    add(value + unit, "compound", start, stop, place - 1, 2);
    place++;
    return stop;
  }

  function word(start: number): number {
    const end = endOfWord(start);
    const whole = letters(start, end);
    add(stem(whole), "word", start, end);
    place++;
    if (/^[\d.]+$/.test(whole)) return unitAfter(whole, start, end);
    // The long number in a patent number is looked for without its letters, too.
    const [digits] = /\d[\d.]{4,}/.exec(whole) ?? [];
    if (digits) add(digits, "compound", start, end, place - 1);
    return end;
  }

  for (let i = 0; i < length; ) {
    if (classes[i] === Class.han) i = han(i);
    else if (!isWordly(classes[i])) i++;
    else {
      const first = place;
      const start = i;
      i = word(i);
      let joined = letters(start, i);
      let parts = 1;
      for (; classes[i] === Class.hyphen && i + 1 < length && isWordly(classes[i + 1]); parts++) {
        const next = i + 1;
        i = word(next);
        joined += letters(next, i);
      }
      if (parts > 1 && /\d/.test(joined) && /\p{L}/u.test(joined)) add(joined, "compound", start, i, first, place - first);
    }
  }
  return tokens;
}
