import PostalMime, { type Email } from "postal-mime";
import { eventually } from "./host.ts";

/** A line of the inbox's list. */
export interface InboxLine {
  readonly number: number;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
}

/** The newest mails, newest last. */
export async function listMails(origin: string, limit = 200): Promise<InboxLine[]> {
  return (await (await fetch(`${origin}/inbox/messages.json?limit=${limit}`)).json()) as InboxLine[];
}

/** The parts of a mail's bytes. */
export const parseMail = (raw: Uint8Array | ArrayBuffer): Promise<Email> => PostalMime.parse(raw);

/** One mail, parsed. */
export async function readMail(origin: string, id: string): Promise<Email> {
  return parseMail(await (await fetch(`${origin}/inbox/raw/${id}`)).arrayBuffer());
}

/** Waits for the newest mail to the address whose subject matches, and parses it. */
export async function awaitMail(origin: string, to: string, subject: RegExp = /./, within = 15_000): Promise<Email> {
  const line = await eventually(
    async () => (await listMails(origin)).findLast((mail) => mail.to === to && subject.test(mail.subject)),
    within,
  );
  return readMail(origin, line.id);
}
