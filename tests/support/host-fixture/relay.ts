import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";

interface Change {
  readonly eventName: string;
  readonly dynamodb: { readonly NewImage?: { pk: { S: string }; sk: { S: string } } };
}
const client = new EventBridgeClient({});

export async function handler(event: { Records: Change[] }): Promise<void> {
  const made = event.Records.flatMap(({ dynamodb: { NewImage } }) => (NewImage?.pk.S === "thing" ? [NewImage.sk.S] : []));
  if (made.length)
    await client.send(
      new PutEventsCommand({
        Entries: made.slice(0, 10).map((id) => ({
          EventBusName: process.env.BUS_NAME,
          Source: "lingxi",
          DetailType: "thing.made",
          Detail: JSON.stringify({ id }),
        })),
      }),
    );
  if (made.length > 10)
    await handler({ Records: event.Records.filter(({ dynamodb: { NewImage } }) => made.indexOf(NewImage?.sk.S ?? "") >= 10) });
}
