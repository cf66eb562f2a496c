/** Listings that people submit by a form, and keep by a secret link. */
const listed = ["project", "demand", "talent"].flatMap((name) => [
  `/api/${name}s`,
  `/api/${name}s/*`,
  `/api/own-${name}s/*`,
  ...["", "/en"].flatMap((en) => [`${en}/forms/${name}`, `${en}/forms/${name}/*`, `${en}/my/${name}s/*`]),
]);

/** Which function answers which path, for the gateway in the cloud and for the embedded one: the longest match wins. `/*` is any path below. */
export const functionPaths = {
  api: ["/api/*", "/forms/*", "/my/*", "/en/forms/*", "/en/my/*"],
  listings: listed,
  registrations: [
    "/api/registrations/*",
    "/api/group-registrations/*",
    ...["", "/en"].flatMap((en) => [
      `${en}/my/registrations/*`,
      `${en}/forms/register/take-over/*`,
      `${en}/forms/register/group/*`,
    ]),
  ],
  account: ["", "/en"].flatMap((en) => [`${en}/account`, `${en}/account/*`]),
  privacy: ["/forms/my-data", "/en/forms/my-data", "/my/data/*", "/en/my/data/*"],
  preferences: ["/my/unsubscribe/*", "/en/my/unsubscribe/*"],
  roadshow: [
    ...[
      "/api/roadshows",
      "/api/roadshows/*",
      "/api/console/roadshows/*",
      "/api/console/jury",
      "/api/console/jury/*",
      "/api/console/me/jury",
    ],
    ...["", "/en"].flatMap((en) => [`${en}/forms/roadshow/*`, `${en}/my/roadshow/*`]),
  ],
  door: ["/api/door", "/api/door/*"],
  meetings: [
    "/api/console/meetings",
    "/api/console/meetings/*",
    ...["", "/en"].flatMap((en) => [`${en}/my/meetings/*`, `${en}/boards/*`]),
  ],
  prints: ["/api/prints/*", "/my/certificates/*", "/en/my/certificates/*", "/certificates/*", "/en/certificates/*"],
  console: ["/api/console/*", "/api/session", "/api/session/*"],
  matching: ["/api/console/matches", "/api/console/matches/*", "/my/matches/*", "/en/my/matches/*"],
  guests: [
    "/api/console/invitations/*",
    "/api/console/surveys/*",
    "/api/console/outcomes/*",
    "/api/outcomes/*",
    "/forms/survey/*",
    "/en/forms/survey/*",
    "/my/invitations/*",
    "/en/my/invitations/*",
  ],
  webhooks: ["/api/console/webhooks", "/api/console/webhooks/*"],
  editing: ["/api/pictures", "/api/documents", "/api/imports", "/api/imports/*", "/api/preview/*"],
  description: ["/api/openapi.json"],
  find: ["/find", "/find/*", "/en/find", "/en/find/*", "/api/find", "/api/find/*", "/sitemap.xml", "/sitemaps/*"],
  paper: ["/share/*", "/papers/*"],
} as const;

/** What functions make of what is public: the edge keeps it as long as its maker says. */
export const cachedPaths: readonly string[] = functionPaths.paper;

/** Pages made on request that are the same for everybody who asks the same: the edge keeps them for a second, and compresses them. */
export const askedPaths: readonly string[] = functionPaths.find.filter((path) => !path.startsWith("/api/"));

/** What comes to functions each time; everything else is a file. A path below another one is left out. */
export const dynamicPaths: readonly string[] = Object.values<readonly string[]>(functionPaths)
  .flat()
  .filter(
    (path, _, all) =>
      !cachedPaths.includes(path) &&
      !askedPaths.includes(path) &&
      !all.some((other) => other !== path && other.endsWith("*") && path.startsWith(other.slice(0, -1))),
  );

export type HttpFunction = keyof typeof functionPaths;

/** The function that answers a path; undefined for what the site's files answer. */
export function functionOf(path: string): HttpFunction | undefined {
  let found: { name: HttpFunction; length: number } | undefined;
  for (const name of Object.keys(functionPaths) as HttpFunction[])
    for (const pattern of functionPaths[name]) {
      const matches = pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      if (matches && pattern.length > (found?.length ?? 0)) found = { name, length: pattern.length };
    }
  return found?.name;
}
