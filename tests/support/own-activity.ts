import type { Page } from "playwright-core";

/** An activity that nobody else's journey has, published. */
export async function ownActivity(page: Page, title: string, more: object = {}): Promise<string> {
  return page.evaluate(
    async ([name, extra]) => {
      const call = async (path: string, body: object) => {
        const answer = await fetch(path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        return (await answer.json()) as { id: string };
      };
      const text = { "zh-CN": name, en: name };
      const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
      const { id } = await call("/api/console/activities", {
        ...{ kind: "salon", title: text, summary: text, description: text, venue: text, chains: [] },
        ...{ startsAt: at(20), endsAt: at(21), registrationClosesAt: at(19), capacity: 4 },
        ...extra,
      });
      await call(`/api/console/activities/${id}/publish`, { version: 1 });
      return id;
    },
    [title, more] as const,
  );
}
