import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { MatchDesk } from "./list.tsx";

const deal = async () => (await import("./deal.tsx")).DealDesk;

/** Addresses: who was asked, and `/<need>/<offer>`: what was done with the two. */
export function Matches() {
  const { path } = usePlace();
  const [, , , demandId, offerId] = path.split("/");
  return demandId && offerId ? (
    <Later key={`${demandId} ${offerId}`} load={deal} demandId={demandId} offerId={offerId} />
  ) : (
    <MatchDesk />
  );
}
