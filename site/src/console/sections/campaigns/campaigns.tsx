import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { CampaignList } from "./list.tsx";

const contacts = async () => (await import("./contacts.tsx")).Contacts;
const rules = async () => (await import("./rules.tsx")).Rules;
const report = async () => (await import("./report.tsx")).ContactReport;
const editor = async () => (await import("./campaign.tsx")).CampaignEditor;

/** Addresses: the list, `/new`, `/<id>`, `/contacts`, `/rules`, `/imports/<id>`. */
export function Campaigns() {
  const { path } = usePlace();
  const [, , , first, second] = path.split("/");
  if (!first) return <CampaignList />;
  if (first === "contacts") return <Later load={contacts} />;
  if (first === "rules") return <Later load={rules} />;
  if (first === "imports" && second) return <Later key={second} load={report} id={second} />;
  return <Later key={first} id={first === "new" ? undefined : first} load={editor} />;
}
