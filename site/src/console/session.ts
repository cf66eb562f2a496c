import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { api } from "./api.ts";
import { clearLeftBehind, clearOthers } from "./left-behind.ts";

/** Who is signed in. */
export interface Session {
  readonly staffId: string;
  readonly name: string;
  /** Those that hold everywhere. */
  readonly roles: readonly string[];
  /** Those that hold for some activities or chains. */
  readonly scoped: readonly {
    readonly role: string;
    readonly activities: readonly string[];
    readonly chains: readonly string[];
  }[];
  /** They may do nothing before they have made a passkey. */
  readonly needsPasskey: boolean;
}

/** Told when a passkey was made: from then on the session may do what its member may. */
export const proved = "lingxi-proved";

/** The session of this browser; throws an ApiProblem with status 401 when there is none. */
export async function readSession(): Promise<Session> {
  const session = await api<Session>("/api/session");
  clearOthers(session.staffId);
  return session;
}

/** What this browser keeps goes first, so that it does even where the server cannot be reached, and again for what an open editor wrote meanwhile. */
export async function signOut(): Promise<void> {
  clearLeftBehind();
  await api<void>("/api/session", { method: "DELETE" }).finally(() => clearLeftBehind());
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in, within the console's sections. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error("Sections are shown to those who are signed in.");
  return session;
};

/** Whether somebody may do what needs the role, everywhere or for a part; an administrator may do everything. */
export const hasRole = (session: Session, role: string): boolean =>
  hasWholeRole(session, role) || session.scoped.some((one) => one.role === role);

/** Whether somebody may do what needs the role everywhere. */
export const hasWholeRole = (session: Session, role: string): boolean =>
  session.roles.includes(role) || session.roles.includes("administrator");
