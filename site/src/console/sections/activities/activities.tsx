import { Later } from "../../later.tsx";
import { usePlace } from "../../router.ts";
import { ActivityList } from "./list.tsx";

const attendance = async () => (await import("./attendance.tsx")).Attendance;
const agenda = async () => (await import("./agenda.tsx")).AgendaEditor;
const registrations = async () => (await import("./door.tsx")).Door;
const form = async () => (await import("./form/form-page.tsx")).RegistrationForm;
const importing = async () => (await import("./import/import-page.tsx")).ImportPage;
const outcome = async () => (await import("../outcome/outcome.tsx")).Outcome;
const survey = async () => (await import("../outcome/survey.tsx")).Survey;
const guests = async () => (await import("../outcome/guests.tsx")).Guests;
const editor = async () => (await import("./editor.tsx")).ActivityEditor;

/** Addresses: the list, `/new`, `/<id>`, and below it `agenda`, `form`, `registrations`, `import`, `attendance`, `outcome`, `survey` and `guests`. */
export function Activities() {
  const { path } = usePlace();
  const [, , , id, part] = path.split("/");
  if (!id) return <ActivityList />;
  if (part === "attendance") return <Later key={id} id={id} load={attendance} />;
  if (part === "form") return <Later key={id} id={id} load={form} />;
  if (part === "import") return <Later key={id} id={id} load={importing} />;
  if (part === "agenda") return <Later key={id} id={id} load={agenda} />;
  if (part === "outcome") return <Later key={id} id={id} load={outcome} />;
  if (part === "survey") return <Later key={id} id={id} load={survey} />;
  if (part === "guests") return <Later key={id} id={id} load={guests} />;
  if (part === "registrations") return <Later key={id} id={id} load={registrations} />;
  return <Later key={id} id={id === "new" ? undefined : id} load={editor} />;
}
