import type { Derive } from "../platform/event.ts";
import type { ImportRun } from "../platform/sheet/run.ts";
import type { PatentRecord } from "./entity.ts";

/** What an event of a patent says: which one, and whether a file is being brought in of which it is a row. */
export interface PatentFact {
  readonly patentId: string;
  readonly importing: boolean;
}

/** `patent.changed` for each change; `patents.imported` once a file is done, for those who need not look at each row. */
export const derivePatentEvents: Derive = {
  patent({ before, after }) {
    const was = before as unknown as PatentRecord | undefined;
    const is = after as unknown as PatentRecord | undefined;
    // That no need fits it yet is no reason to match it anew.
    if (!is || (was && is.seeking !== was.seeking)) return [];
    const importing =
      is.source !== undefined && (is.source.importId !== was?.source?.importId || is.source.line !== was.source.line);
    return [{ name: "patent.changed", data: { patentId: is.id, importing } satisfies PatentFact }];
  },
  "patent-import"({ before, after }) {
    const [was, is] = [before as unknown as ImportRun | undefined, after as unknown as ImportRun | undefined];
    return is && is.status !== "running" && is.status !== was?.status
      ? [{ name: "patents.imported", data: { importId: is.id } }]
      : [];
  },
};
