/** One finished mail: the bytes, who it is for, and the key that its feedback comes back with. */
export interface RawMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
  /** The ledger's key, carried as a message tag: letters, digits, `-` and `_`, at most 256. */
  readonly key: string;
}

/**
 * Hands a mail to a transport, once, without trying again.
 * @throws MailRejected when the transport said no for good
 * @throws MailDeferred when the transport certainly did not take it (throttled, paused, not reachable): send it later
 * @throws anything else when nobody knows: the answer was lost
 */
export interface Mailer {
  readonly from: string;
  readonly replyTo: string;
  send(mail: RawMail): Promise<{ messageId: string }>;
  /** Mails a second that the account may send; undefined where the transport does not know or does not say. */
  rate?(): Promise<number | undefined>;
}

export class MailRejected extends Error {
  override readonly name = "MailRejected";
}
export class MailDeferred extends Error {
  override readonly name = "MailDeferred";
  /** Who said so: the transport of all mails, or the receiving domain of this one. */
  readonly by: "transport" | "domain";
  constructor(message?: string, by: "transport" | "domain" = "transport") {
    super(message);
    this.by = by;
  }
}
