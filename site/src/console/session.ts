import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { api } from "./api.ts";

/** Who is signed in. */
export interface Session {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The session of this browser; throws an ApiProblem with status 401 when there is none. */
export const readSession = () => api<Session>("/api/session");

/** Trades the one-time token of a sign-in link for a session cookie. */
export const signIn = (token: string) => api<Session>("/api/session", { method: "POST", body: { token } });

export const signOut = () => api<void>("/api/session", { method: "DELETE" });

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in, within the console's sections. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error("Sections are shown to those who are signed in.");
  return session;
};

/** Whether somebody may do what needs the role; an administrator may do everything. */
export const hasRole = (session: Session, role: string): boolean =>
  session.roles.includes(role) || session.roles.includes("administrator");
