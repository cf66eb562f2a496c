/** One row of `docs/asvs.md`. */
interface Row {
  readonly number: string;
  readonly state: string;
  /** What stands between backticks: `path`, or `path › title of a test`. */
  readonly evidence: readonly string[];
}

const states = ["met", "does not apply", "not met"] as const;

const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \| ([^|]*) \| (.*) \|$/gm)].map(([, number = "", state = "", why = ""]) => ({
    number,
    state,
    evidence: [...why.matchAll(/`([^`]+)`/g)].map(([, found = ""]) => found),
  }));

/** Whether a test file has a test of this title: as the first argument of a call, in any quotes. */
function hasTest(source: string, title: string): boolean {
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\(\\s*(["'\`])${escaped}\\1\\s*,`).test(source);
}

/**
 * What is wrong with the table, a sentence each.
 * @param requirements each requirement's number with its level
 * @param read the text of a file of the tree; nothing where there is none
 */
export function faultsOf(
  text: string,
  requirements: ReadonlyMap<string, number>,
  read: (path: string) => string | undefined,
): string[] {
  const rows = rowsOf(text);
  const faults: string[] = [];
  for (const [number, level] of requirements) {
    const count = rows.filter((row) => row.number === number).length;
    if (count > 1 || (level < 3 && count === 0)) faults.push(`${number} has ${count} rows`);
  }
  for (const { number, state, evidence } of rows) {
    if (!requirements.has(number)) faults.push(`${number} is no requirement`);
    if (!(states as readonly string[]).includes(state)) faults.push(`${number} is "${state}"`);
    if (state === "met" && !evidence.length) faults.push(`${number} is met without evidence`);
    if (state === "not met" && !text.includes(`\n- **${number}** – `))
      faults.push(`${number} is not met, and nothing says what would mend it`);
    for (const one of evidence) {
      const [path = "", title] = one.split(" › ");
      const source = read(path);
      if (source === undefined) faults.push(`${number}: there is no ${path}`);
      else if (title !== undefined && !hasTest(source, title)) faults.push(`${number}: ${path} has no test "${title}"`);
    }
  }
  for (const [, chapter = "", ...said] of text.matchAll(/^\| (V\d+|all)\b[^|.]* \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)) {
    const own = rows.filter(({ number }) => chapter === "all" || number.startsWith(`${chapter}.`));
    const count = (state: string, third: boolean) =>
      own.filter((row) => row.state === state && (requirements.get(row.number) === 3) === third).length;
    const counted = [...states.map((state) => count(state, false)), count("met", true)].join(" ");
    if (said.join(" ") !== counted) faults.push(`${chapter} is said to be ${said.join(" ")}, and is ${counted}`);
  }
  const chapters = new Set([...requirements.keys()].map((number) => number.split(".")[0]));
  for (const chapter of [...chapters, "all"])
    if (!new RegExp(`^\\| ${chapter}( [^|]*)? \\| \\d+ \\|`, "m").test(text)) faults.push(`${chapter} is not in the summary`);
  return faults;
}
