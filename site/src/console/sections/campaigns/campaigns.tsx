import { usePlace } from "../../router.ts";
import { CampaignEditor } from "./campaign.tsx";
import { Contacts } from "./contacts.tsx";
import { CampaignList } from "./list.tsx";
import { ImportReport } from "./report.tsx";

/** Addresses: the list, `/new`, `/<id>`, `/contacts`, `/imports/<id>`. */
export function Campaigns() {
  const { path } = usePlace();
  const [, , , first, second] = path.split("/");
  if (!first) return <CampaignList />;
  if (first === "contacts") return <Contacts />;
  if (first === "imports" && second) return <ImportReport key={second} id={second} />;
  return <CampaignEditor key={first} id={first === "new" ? undefined : first} />;
}
