import { tidy } from "../platform/text.ts";

interface Organisation {
  readonly organisation: string;
  readonly creditCode?: string | undefined;
}

/** A name without spaces, brackets and what names of companies end in, so that the same one in two spellings is found. */
const plain = (name: string) =>
  tidy(name)
    .toLowerCase()
    .replace(/[\s()（）,.，。·'"-]/g, "")
    .replace(/(股份)?有限(责任)?公司$|(co)?(ltd|inc|llc)$/, "");

/** Whether a juror and a project seem to be of one organisation: the same credit code, or a name that holds the other one. */
export function sameOrganisation(juror: Organisation, project: Organisation): boolean {
  const code = (one: Organisation) => tidy(one.creditCode ?? "").toUpperCase();
  if (code(juror) && code(juror) === code(project)) return true;
  const [mine, theirs] = [plain(juror.organisation), plain(project.organisation)];
  if (mine.length < 2 || theirs.length < 2) return false;
  return mine === theirs || (mine.length >= 4 && theirs.includes(mine)) || (theirs.length >= 4 && mine.includes(theirs));
}
