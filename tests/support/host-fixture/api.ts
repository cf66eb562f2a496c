import { sesMailer } from "@lingxi/core/platform/mail/ses";
import type { GatewayAnswer, GatewayEvent } from "../../../packages/local/src/gateway-event.ts";
import { lines, write } from "./notes.ts";

const mailer = sesMailer({ from: "Lingxi <no-reply@lingxi.example>", replyTo: "office@lingxi.example" });
const json = (body: unknown): GatewayAnswer => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

export async function handler(event: GatewayEvent): Promise<GatewayAnswer> {
  const { queryStringParameters: query = {} } = event;
  switch (event.rawPath) {
    case "/api/health":
      return json({ status: "ok" });
    case "/api/thing":
      await write("thing", query.id ?? "");
      return json({ id: query.id });
    case "/api/lines":
      return json(await lines(query.of ?? ""));
    case "/api/mail": {
      const raw = Buffer.from(
        `From: no-reply@lingxi.example\r\nTo: ${query.to}\r\nSubject: =?UTF-8?B?${Buffer.from("您的票").toString("base64")}?= ${query.key}\r\n\r\nhello`,
      );
      return json(await mailer.send({ from: mailer.from, to: query.to ?? "", raw, key: query.key ?? "" }));
    }
    case "/api/binary":
      return {
        statusCode: 200,
        headers: { "content-type": "application/octet-stream" },
        cookies: ["a=1; Path=/", "b=2; Path=/"],
        body: event.body ?? "",
        isBase64Encoded: event.isBase64Encoded,
      };
    case "/api/long": {
      const answer = json("long ".repeat(500));
      return { ...answer, headers: { ...answer.headers, "cache-control": query.cache ?? "" } };
    }
    default:
      return json(event);
  }
}
