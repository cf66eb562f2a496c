import { pinyin, type Say } from "../platform/pinyin.ts";
import { analyse } from "./analyse.ts";
import { initialsMark, soundMark } from "./fields.ts";

/** Syllables that one term holds at most: a longer word is found by its beginning. */
const longestSound = 5;
const longestInitials = 8;

let loading: Promise<Say> | undefined;

/** How the Han characters of a text sound, a string for each run of them: one syllable a character, without tones, `tai he jin`; `绿` is `lv`. */
export async function sounds(text: string): Promise<string[]> {
  loading ??= pinyin();
  const say = await loading;
  return runs(text).map((run) => say(run).join(" "));
}

/** Han characters beside each other, in simplified writing. */
function runs(text: string): string[] {
  const found: string[] = [];
  let goesOn = false;
  for (const { kind, term } of analyse(text)) {
    if (kind === "pair") goesOn = true;
    if (kind !== "character" && kind !== "lone") continue;
    if (goesOn) found[found.length - 1] += term;
    else found.push(term);
    goesOn = false;
  }
  return found;
}

/** The terms by which sounds are found: from each syllable on, in full (`taihejin`) and by initials (`thj`). */
export function soundTerms(run: string): string[] {
  const syllables = run.split(" ");
  return syllables.flatMap((syllable, at) => {
    if (!syllable) return [];
    const until = (longest: number) => {
      const rest = syllables.slice(at, at + longest);
      const gap = rest.indexOf("");
      return gap < 0 ? rest : rest.slice(0, gap);
    };
    const initials = until(longestInitials).map((one) => one[0]);
    return [soundMark + until(longestSound).join(""), ...(initials.length > 1 ? [initialsMark + initials.join("")] : [])];
  });
}
