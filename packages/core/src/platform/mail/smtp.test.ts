import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { MailDeferred, MailRejected } from "./mailer.ts";
import { smtpMailer } from "./smtp.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that speaks enough of RFC 5321 for one mail; `answers` says what it replies to a command, or hangs up on. */
async function smtp(answers: Partial<Record<"RCPT" | "END", string | "hang up">> = {}) {
  const taken: string[] = [];
  server = createServer((socket) => {
    let body: string | undefined;
    socket.on("error", () => undefined);
    const reply = (to: "RCPT" | "END", usual: string) => {
      const answer = answers[to] ?? usual;
      if (answer === "hang up") socket.destroy();
      else socket.write(`${answer}\r\n`);
    };
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString("utf8");
      if (body !== undefined) {
        body += text;
        if (!body.endsWith("\r\n.\r\n")) return;
        taken.push(body);
        body = undefined;
        reply("END", "250 taken");
      } else if (/^(EHLO|HELO|MAIL|RSET)/i.test(text)) socket.write("250 ok\r\n");
      else if (/^RCPT/i.test(text)) reply("RCPT", "250 ok");
      else if (/^DATA/i.test(text)) {
        body = "";
        socket.write("354 go on\r\n");
      } else if (/^QUIT/i.test(text)) socket.end("221 bye\r\n");
      else socket.write("500 what\r\n");
    });
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  return { taken, url: `smtp://127.0.0.1:${port}?ignoreTLS=true` };
}

const mail = {
  from: "灵犀 <noreply@lingxi.example>",
  to: "wang@example.com",
  key: "evt-1",
  raw: new TextEncoder().encode("Subject: test\r\nMessage-ID: <evt-1@lingxi.example>\r\n\r\n你好\r\n"),
};
const mailerOn = (url: string) => smtpMailer({ url, from: mail.from, replyTo: "help@lingxi.example" });

describe("mail over SMTP", () => {
  it("hands the bytes over with the key that feedback is told by", async () => {
    const { url, taken } = await smtp();
    await mailerOn(url).send(mail);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain("X-Mail-Key: evt-1\r\nSubject: test\r\n");
    expect(taken[0]).toContain("你好");
  });

  it("is rejected by 5xx, and deferred by 4xx and by a server that is not there", async () => {
    await expect(mailerOn((await smtp({ RCPT: "550 no such mailbox" })).url).send(mail)).rejects.toBeInstanceOf(MailRejected);
    server?.close();
    const later = { name: "MailDeferred", by: "domain" };
    await expect(mailerOn((await smtp({ RCPT: "451 later" })).url).send(mail)).rejects.toMatchObject(later);
    server?.close();
    await expect(mailerOn((await smtp({ END: "450 too many" })).url).send(mail)).rejects.toMatchObject(later);
    const away = { name: "MailDeferred", by: "transport" };
    await expect(mailerOn("smtp://127.0.0.1:1?ignoreTLS=true").send(mail)).rejects.toMatchObject(away);
  });

  it("is unknown when the connection is lost after the mail: neither of the two", async () => {
    const { url, taken } = await smtp({ END: "hang up" });
    const error = await mailerOn(url)
      .send(mail)
      .catch((caught: unknown) => caught);
    expect(taken).toHaveLength(1);
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof MailRejected || error instanceof MailDeferred).toBe(false);
  });
});

describe("a line to a mail server", () => {
  // A name of this machine that does not say so.
  const elsewhere = "0.0.0.0";
  const sent = async (url: string) => {
    const mailer = smtpMailer({ url, from: "a@lingxi.example", replyTo: "a@lingxi.example" });
    const raw = Buffer.from("Subject: x\r\n\r\nx\r\n");
    return mailer.send({ from: "a@lingxi.example", to: "b@lingxi.example", raw, key: "k" }).then(
      () => "sent",
      (error: Error) => error.name,
    );
  };

  it("is encrypted, or nothing is sent; on one's own machine it need not be", async () => {
    const { taken, url } = await smtp();
    expect(await sent(url.replace("127.0.0.1", elsewhere))).not.toBe("sent");
    expect(taken).toHaveLength(0);
    // The control: the same server, the same mail.
    expect(await sent(url)).toBe("sent");
    expect(taken).toHaveLength(1);
  });
});
