/** Which function answers which path, for the gateway in the cloud and for the embedded one: the longest match wins. `/*` is any path below. */
export const functionPaths = {
  api: ["/api/*", "/forms/*", "/my/*", "/en/forms/*", "/en/my/*"],
  console: ["/api/console/*"],
  editing: ["/api/pictures", "/api/documents", "/api/imports", "/api/preview/*"],
  description: ["/api/openapi.json"],
} as const;

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
