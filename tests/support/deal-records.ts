import { keepDocument, remind, takeStep } from "@lingxi/core/matching";
import { staff, type World } from "./embedded.ts";

interface Sides {
  readonly listedDemand: () => Promise<string>;
  readonly listedProject: () => Promise<string>;
}

/** What is kept of a need and an offer: all of it of one pair, since an address names both. */
export function dealRecords(world: World, { listedDemand, listedProject }: Sides): Record<string, () => Promise<string>> {
  const broker = () => world.ctx(staff("broker"));
  let made: Promise<{ demandId: string; offerId: string }> | undefined;
  const pair = () => {
    made ??= (async () => ({ demandId: await listedDemand(), offerId: await listedProject() }))();
    return made;
  };
  const below = "/api/console/matches/{demandId}/offers/{offerId}";
  const paths = [
    `${below}/steps/back`,
    `${below}/case`,
    `${below}/documents`,
    `${below}/documents/{documentId}`,
    `${below}/reminders`,
    `${below}/reminders/{reminderId}`,
  ];
  const ids = paths.flatMap((path): [string, () => Promise<string>][] => [
    [
      `${path} demandId`,
      async () => {
        const of = await pair();
        if (path.endsWith("/case")) await takeStep(broker(), { ...of, step: "agreement", way: "licence", on: "2026-11-01" });
        if (path.endsWith("/back")) await takeStep(broker(), { ...of, step: "contact", on: "2026-11-01" });
        return of.demandId;
      },
    ],
    [`${path} offerId`, async () => (await pair()).offerId],
  ]);
  return {
    ...Object.fromEntries(ids),
    documentId: async () => {
      const file = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
      return (await keepDocument(broker(), { ...(await pair()), file, kind: "minutes", personal: false })).id;
    },
    reminderId: async () => (await remind(broker(), { ...(await pair()), on: "2099-01-01", note: "回访" })).id,
  };
}
