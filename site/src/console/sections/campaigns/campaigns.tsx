import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { CampaignList } from "./list.tsx";

const contacts = async () => (await import("./contacts.tsx")).Contacts;
const rules = async () => (await import("./rules.tsx")).Rules;
const report = async () => (await import("./report.tsx")).ContactReport;
const contact = async () => (await import("./people/contact.tsx")).Contact;
const pairs = async () => (await import("./people/pairs.tsx")).Pairs;
const segments = async () => (await import("./people/segments.tsx")).Segments;
const segment = async () => (await import("./people/segment.tsx")).Segment;
const editor = async () => (await import("./campaign.tsx")).CampaignEditor;

/** Addresses: the list, `/new`, `/<id>`, `/rules`, `/contacts`, `/contacts/<person>`, `/contacts/alike`, `/segments`, `/segments/<id>`, `/imports/<id>`. */
export function Campaigns() {
  const { path } = usePlace();
  const [, , , first, second] = path.split("/");
  if (!first) return <CampaignList />;
  if (first === "contacts" && second === "alike") return <Later load={pairs} />;
  if (first === "contacts" && second) return <Later key={second} load={contact} id={second} />;
  if (first === "segments" && second) return <Later key={second} load={segment} id={second === "new" ? undefined : second} />;
  if (first === "segments") return <Later load={segments} />;
  if (first === "contacts") return <Later load={contacts} />;
  if (first === "rules") return <Later load={rules} />;
  if (first === "imports" && second) return <Later key={second} load={report} id={second} />;
  return <Later key={first} id={first === "new" ? undefined : first} load={editor} />;
}
