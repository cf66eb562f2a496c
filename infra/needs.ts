import type { Entry } from "./entries.ts";

type ObjectAction = "get" | "put" | "delete";

/** What a function may do and how large it is. What is not listed it may not do. */
export interface Needs {
  /** Items: `none`, reading them, or reading and writing them. No function may scan. */
  readonly table: "none" | "read" | "write";
  /** Takes away what publishing derived for the site. */
  readonly publishes: boolean;
  /** Takes away marks of people (`forgettable`). No other item may be deleted. */
  readonly forgets: boolean;
  /** Personal data: none, opening and sealing them, or erasing people's keys as well. */
  readonly people: "none" | "open" | "erase";
  /** Keys for digests and secret links. */
  readonly secrets: boolean;
  readonly site: readonly ObjectAction[];
  readonly private: readonly ObjectAction[];
  readonly mail: boolean;
  /** The site's renderer lies in its package. */
  readonly renderer: boolean;
  /** The picture library lies in its package. */
  readonly pictures: boolean;
  /** The fonts of pictures and papers lie in its package. */
  readonly fonts: boolean;
  /** The solver of schedules lies in its package. */
  readonly solver: boolean;
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

/** Keys of items that only say that somebody takes part in something: they go with the person. All others change their state, and stay for the trail. */
export const forgettable = ["guests#*", "meeting-names#*", "person-facts#*", "survey-tickets#*"];

const least: Needs = {
  table: "write",
  publishes: false,
  forgets: false,
  people: "open",
  secrets: true,
  site: [],
  private: [],
  mail: false,
  renderer: false,
  pictures: false,
  fonts: false,
  solver: false,
  memory: 512,
  timeout: 30,
};

const named: Readonly<Record<string, Partial<Needs>>> = {
  // What erases people also takes documents of matches away that name them.
  account: { forgets: true, private: ["delete"], timeout: 29 },
  api: { timeout: 15 },
  console: { timeout: 29 },
  description: { table: "none", people: "none", timeout: 15 },
  editing: { site: ["get", "put"], private: ["get", "put"], renderer: true, pictures: true, memory: 1024, timeout: 29 },
  "erase-people": { people: "erase", forgets: true, private: ["delete"] },
  "expire-personal": { forgets: true, private: ["delete"], timeout: 300 },
  find: { people: "none", private: ["get"], renderer: true, memory: 1024, timeout: 15 },
  door: { timeout: 29 },
  listings: { timeout: 15 },
  // Keeps documents of matches.
  matching: { private: ["get", "put", "delete"], timeout: 29 },
  meetings: { forgets: true, timeout: 15 },
  // Hold all that is on offer while they rank, and read what experts say of themselves.
  "match-anew": { private: ["get", "put", "delete"], memory: 1024, timeout: 900 },
  "match-demands": { private: ["get", "put", "delete"], memory: 1024, timeout: 300 },
  preferences: { timeout: 15 },
  privacy: { forgets: true, private: ["delete"], timeout: 29 },
  // Asks owners, and tells them of matches, one after the other.
  "send-need-notices": { timeout: 300 },
  roadshow: { timeout: 29 },
  pages: { table: "none", people: "none", secrets: false, site: ["get"], memory: 256, timeout: 10 },
  paper: { table: "read", site: ["get"], pictures: true, fonts: true, memory: 1024, timeout: 29 },
  prints: { table: "read", fonts: true, memory: 1024, timeout: 29 },
  // Writes records only; the pages are written by the reaction to that.
  "publish-scheduled": { people: "none", publishes: false, site: [], private: [], renderer: false, memory: 512, timeout: 60 },
  // Searches for minutes; the work allowed ends before the time does.
  "arrange-meetings": { forgets: true, solver: true, memory: 2048, timeout: 900 },
  "tell-webhooks": { people: "none", timeout: 60 },
  "deliver-webhooks": { people: "none", timeout: 60 },
  guests: { timeout: 29 },
  webhooks: { timeout: 29 },
  trail: { table: "none", people: "none", timeout: 60 },
  "record-mail-feedback": { people: "none" },
  "suppress-address": { people: "none" },
  "publish-site": { timeout: 900 },
  // Does a full publication again that was killed.
  "republish-due": { timeout: 900 },
  registrations: { timeout: 15 },
  relay: { table: "none", people: "none", secrets: false, memory: 256, timeout: 60 },
};

const publishing: Partial<Needs> = {
  publishes: true,
  site: ["get", "put", "delete"],
  private: ["get", "put", "delete"],
  renderer: true,
  memory: 1024,
  timeout: 300,
};
/** Names are a verb and a noun, so the verb says what a reaction or a job needs: what sends may send, what publishes may publish. */
const verbs: Readonly<Record<string, Partial<Needs>>> = {
  send: { mail: true, timeout: 60 },
  publish: publishing,
  republish: publishing,
  index: { people: "none", private: ["get", "put", "delete"], memory: 1024, timeout: 300 },
};

/** What the function of an entry file needs. */
export const needsOf = ({ name, kind }: Entry): Needs => ({
  ...least,
  ...(kind === "job" ? { timeout: 300 } : {}),
  ...verbs[name.split("-")[0] ?? ""],
  ...named[name],
});

/**
 * Holds a function to what it is granted: code that it could not use has no place in its package.
 * @param modules the files that went into the bundle
 * @throws Error that names the function, the file and the line to change
 */
export function assertNeeds(entry: Entry, needs: Needs, modules: readonly string[]): void {
  const uses = (file: string) => modules.some((module) => module.endsWith(`platform/${file}`));
  const complain = (file: string, what: string) => {
    throw new Error(
      `${entry.file} bundles platform/${file}, but infra/needs.ts grants "${entry.name}" no ${what}. Change one of them.`,
    );
  };
  if (!needs.mail && uses("mail/ses.ts")) complain("mail/ses.ts", "mail");
  if (!needs.mail && uses("mail/smtp.ts")) complain("mail/smtp.ts", "mail");
  if (!needs.site.length && !needs.private.length && uses("objects-s3.ts")) complain("objects-s3.ts", "objects");
}
