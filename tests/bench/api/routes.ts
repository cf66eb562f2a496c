import type { Records } from "./records.ts";

/** One of the routes that are measured: its name in the figures, and what is sent the n-th time. */
export interface Route {
  readonly name: string;
  readonly about: string;
  /** A list that is read: at most two round trips. */
  readonly reads?: "list";
  readonly status?: number;
  request(records: Records, n: number): Request;
}
export interface Request {
  readonly method?: "POST";
  readonly path: string;
  readonly body?: object;
  readonly cookie?: string;
}

const words = ["钛合金", "光子封装", "冷链", "检测", "种子", "xian", "主轴热补偿", "licence"];

/**
 * The ten most used, of the three kinds of people who use the product. Pages that visitors read are files and ask for none of these; the public ones are what
 * lists, searches, calendars and other programs ask for, and what people do who take part. Of the console: what every open page asks for time and again, what
 * a day begins with, and the two lists that stand open all day.
 */
export const routes: readonly Route[] = [
  { name: "activities", about: "GET /api/activities", reads: "list", request: () => ({ path: "/api/activities?limit=20" }) },
  {
    name: "activity",
    about: "GET /api/activities/{id}",
    request: ({ activityId }) => ({ path: `/api/activities/${activityId}` }),
  },
  { name: "projects", about: "GET /api/projects", reads: "list", request: () => ({ path: "/api/projects?limit=20" }) },
  { name: "project", about: "GET /api/projects/{id}", request: ({ projectId }) => ({ path: `/api/projects/${projectId}` }) },
  {
    name: "find",
    about: "GET /api/find",
    reads: "list",
    request: (_, n) => ({ path: `/api/find?q=${encodeURIComponent(words[n % words.length] ?? "")}` }),
  },
  {
    name: "register",
    about: "POST /api/activities/{id}/registrations",
    status: 201,
    request: ({ activityId }, n) => ({
      method: "POST",
      path: `/api/activities/${activityId}/registrations`,
      body: { name: `新人${n}`, organisation: "示例公司", email: `new${n}@example.com`, consent: true },
    }),
  },
  {
    name: "my-registration",
    about: "GET /my/registrations/{token}",
    request: ({ token }) => ({ path: `/my/registrations/${token}` }),
  },
  {
    name: "pulse",
    about: "GET /api/console/workspace/pulse",
    request: ({ cookie, activityId }) => ({ path: `/api/console/workspace/pulse?activities=${activityId}`, cookie }),
  },
  {
    name: "today",
    about: "GET /api/console/workspace/today",
    request: ({ cookie }) => ({ path: "/api/console/workspace/today", cookie }),
  },
  {
    name: "console-registrations",
    about: "GET /api/console/activities/{id}/registrations",
    reads: "list",
    request: ({ cookie, activityId }) => ({ path: `/api/console/activities/${activityId}/registrations?limit=50`, cookie }),
  },
];
