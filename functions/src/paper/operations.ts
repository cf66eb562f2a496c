import type { Operation } from "../api/describe.ts";

/** What the paper function answers, as the API description says it. `file` is `<name>.<locale>.<extension>`. */
export const papers: readonly Operation[] = [
  {
    path: "/share/:kind/:file",
    method: "GET",
    about: { summary: "A picture for those who link to a page: `.png`, or `.jpg` with the cover", answers: "image/*" },
  },
  {
    path: "/papers/sessions/:file",
    method: "GET",
    about: { summary: "A session of an agenda for a calendar", answers: "text/calendar" },
  },
  {
    path: "/papers/:kind/:file",
    method: "GET",
    about: { summary: "A thing on one page to print", answers: "application/pdf" },
  },
];
