import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { Contacts } from "./contacts.tsx";
import { CampaignList } from "./list.tsx";
import { ImportReport } from "./report.tsx";

const editor = async () => (await import("./campaign.tsx")).CampaignEditor;

/** Addresses: the list, `/new`, `/<id>`, `/contacts`, `/imports/<id>`. */
export function Campaigns() {
  const { path } = usePlace();
  const [, , , first, second] = path.split("/");
  if (!first) return <CampaignList />;
  if (first === "contacts") return <Contacts />;
  if (first === "imports" && second) return <ImportReport key={second} id={second} />;
  return <Later key={first} id={first === "new" ? undefined : first} load={editor} />;
}
