import { sections } from "./sections.ts";
import { t } from "./text.ts";
import { Card, PageTitle } from "./ui.tsx";
import { words } from "./words.ts";

/** The console's first page: each section with the one line that says what it is for. */
export function Overview() {
  return (
    <>
      <PageTitle title={t(words.home)} intro={t(words.homeIntro)} />
      <ul class="grid">
        {sections.map((section) => (
          <li key={section.path}>
            <Card title={t(section.label)} href={section.path}>
              <p>{t(section.purpose)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
