import { t } from "../../text.ts";
import { differences, isSame, type Piece } from "./difference.ts";
import { flowWords as words } from "./words-workflow.ts";

/** Unchanged lines around a change that stay in sight. */
const near = 1;

/** What became of a text, word by word: what came is `ins`, what went is `del`, and both say so to those who do not see them. */
export function Difference({ before, after, lang }: { before: string; after: string; lang?: string }) {
  if (before === after)
    return (
      <p class="difference difference--same" lang={lang}>
        {after || <span class="muted">{t(words.nothing)}</span>}
      </p>
    );
  const lines = differences(before, after);
  const shown = lines.map((_, i) => lines.slice(Math.max(0, i - near), i + near + 1).some((line) => !isSame(line)));
  const groups: { shown: boolean; lines: Piece[][] }[] = [];
  for (const [i, line] of lines.entries()) {
    const last = groups.at(-1);
    if (last && last.shown === shown[i]) last.lines.push(line);
    else groups.push({ shown: shown[i] ?? false, lines: [line] });
  }
  return (
    <div class="difference" lang={lang}>
      {groups.map((group, i) =>
        group.shown ? (
          <Lines key={i} lines={group.lines} />
        ) : (
          <details key={i} class="difference__rest">
            <summary>
              {t(words.unchanged, { n: group.lines.filter((line) => line.some(({ text }) => text.trim())).length })}
            </summary>
            <Lines lines={group.lines} />
          </details>
        ),
      )}
    </div>
  );
}

const Lines = ({ lines }: { lines: readonly Piece[][] }) => (
  <>
    {lines.map((line, i) => (
      <p key={i}>
        {line.map((piece, n) => (
          <Word key={n} piece={piece} />
        ))}
      </p>
    ))}
  </>
);

function Word({ piece: { text, kind } }: { piece: Piece }) {
  if (kind === "same" || !text) return <>{text}</>;
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark>
      <span class="visually-hidden">{t(kind === "added" ? words.insertedText : words.deletedText)}</span>
      {text}
    </Mark>
  );
}
