import { write } from "../notes.ts";

interface Feedback {
  readonly detail: { readonly eventType: string; readonly mail: { readonly tags: { readonly "mail-key": [string] } } };
}

export async function handler(event: { Records: { body: string }[] }): Promise<void> {
  for (const { body } of event.Records) {
    const { detail } = JSON.parse(body) as Feedback;
    await write("feedback", `${detail.mail.tags["mail-key"][0]}#${detail.eventType}`);
  }
}
