/** Below this many mails a share says nothing. */
const atLeast = 200;

/** Shares of what was sent from which mailbox providers, and then SES, hold it against the whole account (`hold` asks the organiser, `block` ends it). */
const limits = { bounced: { hold: 0.02, block: 0.05 }, complained: { hold: 0.0005, block: 0.0008 } } as const;

/** What bounces and complaints mean for a campaign of which so many mails were sent. */
export function verdict(sent: number, met: { readonly bounced: number; readonly complained: number }) {
  if (sent < atLeast) return undefined;
  const over = (of: keyof typeof limits, limit: "hold" | "block") => met[of] / sent > limits[of][limit];
  if (over("bounced", "block") || over("complained", "block")) return "blocked";
  return over("complained", "hold") ? "complaints" : over("bounced", "hold") ? "bounces" : undefined;
}
