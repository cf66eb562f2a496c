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
