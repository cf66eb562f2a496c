import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { Mailer } from "./mailer.ts";

/** What a mail says, before it is bytes. HTML and text carry the same links. */
export interface Message {
  readonly to: { readonly address: string; readonly name?: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly locale: string;
  /** Pictures shown in the HTML as `cid:name`. */
  readonly pictures?: readonly { readonly name: string; readonly type: string; readonly body: Uint8Array }[];
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL" | "PUBLISH"; readonly ics: string };
  /** Headers of campaigns: List-Unsubscribe and the like. */
  readonly headers?: Readonly<Record<string, string>>;
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, " ");

/** The bytes handed to the transport: multipart/alternative with text first, RFC 2047 and 2231 names, CRLF, lines under 998 octets. */
export async function compose(
  mailer: Pick<Mailer, "from" | "replyTo">,
  message: Message,
  id: { messageId: string; date: Date },
): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: mailer.from,
    replyTo: mailer.replyTo,
    to: { address: oneLine(message.to.address), name: oneLine(message.to.name ?? "") },
    subject: oneLine(message.subject),
    date: id.date,
    messageId: id.messageId,
    text: message.text,
    html: message.html,
    textEncoding: "base64",
    headers: {
      "Content-Language": message.locale,
      ...Object.fromEntries(
        Object.entries(message.headers ?? {}).map(([k, v]) => [k, { prepared: true, foldLines: true, value: oneLine(v) }]),
      ),
    },
    ...(message.calendar
      ? { icalEvent: { method: message.calendar.method, content: message.calendar.ics, filename: "invite.ics" } }
      : {}),
    attachments: (message.pictures ?? []).map((p) => ({
      cid: p.name,
      filename: p.name,
      contentType: p.type,
      content: Buffer.from(p.body),
      contentDisposition: "inline" as const,
    })),
  });
  return composer.compile().build();
}
