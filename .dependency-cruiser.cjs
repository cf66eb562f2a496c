/** The import table of docs/architecture.md, and the slices' neighbours, in one place. All else is an error. */
const neighbours = {
  taxonomy: [],
  consent: [],
  audit: [],
  identity: [],
  // Participants who sign in, and what their organisations have.
  account: ["consent", "demand", "organisation", "project"],
  organisation: ["consent", "taxonomy"],
  project: ["organisation", "consent", "taxonomy"],
  demand: ["organisation", "consent", "taxonomy"],
  talent: ["organisation", "consent", "taxonomy"],
  "ip-record": ["organisation", "consent", "taxonomy"],
  picture: [],
  // Who wants a daily mail about matches, and what it holds.
  digest: [],
  // Its checklist asks whether what a case links to is public.
  cases: ["organisation", "taxonomy", "picture", "activity", "project", "demand", "talent"],
  form: [],
  activity: ["organisation", "consent", "taxonomy"],
  // Writes to those who hold a seat.
  notice: ["activity"],
  // Who somebody is and what they did, for those who are chosen by it.
  segment: ["activity", "check-in", "organisation", "taxonomy"],
  // Its door reads tickets and registrations.
  "check-in": ["activity", "consent"],
  // Whoever holds a seat meets others; suggestions are made by what ranks offers for needs, and a profile begins with what somebody has listed.
  meeting: ["activity", "consent", "demand", "matching", "project", "search", "taxonomy"],
  matching: ["consent", "demand", "digest", "project", "ip-record", "talent", "search", "taxonomy"],
  // Brings projects before members of the jury.
  roadshow: ["activity", "consent", "identity", "project", "taxonomy"],
  // A second person approves what is sent; its cards show what is public; contacts come from wherever people are, and are chosen by what they did.
  campaign: ["organisation", "activity", "cases", "consent", "demand", "identity", "project", "segment", "talent", "taxonomy"],
  // Asks those who came.
  survey: ["activity", "check-in", "consent"],
  // Counts who came and what they said, and makes a draft of a case of it, or of what a need and an offer agreed.
  outcome: [
    "activity",
    "campaign",
    "cases",
    "check-in",
    "demand",
    "matching",
    "organisation",
    "project",
    "segment",
    "survey",
    "talent",
  ],
  // Chooses contacts, and has the campaign send.
  invitation: ["activity", "campaign", "check-in", "consent", "organisation", "outcome", "segment", "talent"],
  // What is newly listed, for those who follow a chain.
  "listing-digest": ["campaign", "demand", "project"],
  webhook: [],
  // Knows the chains by their names; what is found it knows only as text.
  search: ["taxonomy"],
  // Other forms of what is public: pictures for sharing, papers of one page.
  paper: ["activity", "cases", "demand", "project", "talent", "taxonomy"],
  // What a person may ask of everything that holds something on people; nothing in core imports it.
  privacy: [
    "account",
    "activity",
    "campaign",
    "check-in",
    "consent",
    "demand",
    "ip-record",
    "matching",
    "meeting",
    "organisation",
    "project",
    "roadshow",
    "invitation",
    "survey",
    "talent",
    "workspace",
  ],
  // Lists, searches and counts over all that staff work with; nothing in core imports it.
  workspace: [
    "activity",
    "campaign",
    "cases",
    "demand",
    "ip-record",
    "matching",
    "meeting",
    "organisation",
    "project",
    "publication",
    "talent",
  ],
  // Reads the public views of the other slices and writes the site; nothing in core imports it.
  publication: [
    "activity",
    "campaign",
    "cases",
    "demand",
    "matching",
    "outcome",
    "project",
    "roadshow",
    "search",
    "talent",
    "taxonomy",
  ],
};
const core = "^packages/core/src";
// A slice whose schema grows too long has a `<part>-schema.ts` beside it, which is as light.
const schema = `${core}/[^/]+/[^/]*schema\\.ts$`;
const index = `${core}/([^/]+/(index|reactions)|(identity|account)/session|campaign/people)\\.ts$`;
const platform = `${core}/platform/`;

const slices = Object.entries(neighbours).map(([slice, list]) => ({
  name: `slice-${slice}`,
  comment: `${slice} may know: ${list.join(", ") || "nobody"} (their index), every schema.ts, and platform`,
  severity: "error",
  from: { path: `${core}/${slice}/` },
  to: {
    path: core,
    pathNot: [`${core}/${slice}/`, platform, schema, ...list.map((n) => `${core}/${n}/(index|reactions)\\.ts$`)],
  },
}));

module.exports = {
  forbidden: [
    ...slices,
    {
      name: "unlisted-slice",
      severity: "error",
      from: { path: `${core}/(?!platform|${Object.keys(neighbours).join("|")})[^/]+/` },
      to: {},
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "platform-knows-no-slice", severity: "error", from: { path: platform }, to: { path: core, pathNot: platform } },
    {
      name: "core-knows-no-host",
      severity: "error",
      from: { path: core, pathNot: "\\.test\\.ts$" },
      to: { path: "^(functions|events|infra|site|packages/local|tests)/" },
    },
    {
      name: "core-knows-no-http",
      severity: "error",
      from: { path: core },
      to: { path: "node_modules/(hono|astro|@hono|@astrojs|aws-lambda)" },
    },
    {
      name: "schema-is-light",
      severity: "error",
      from: { path: schema },
      to: { path: core, pathNot: [schema, `${platform}(schema|text|reason|roles|time|zone)\\.ts$`] },
    },
    {
      name: "core-by-its-doors",
      severity: "error",
      from: { path: "^(functions|events|packages/local)/" },
      to: { path: core, pathNot: [index, schema, platform] },
    },
    {
      name: "functions-alone",
      severity: "error",
      from: { path: "^functions/" },
      to: { path: "^(events|infra|site|packages/local)/" },
    },
    {
      name: "events-alone",
      severity: "error",
      from: { path: "^events/" },
      to: { path: "^(functions|infra|site|packages/local)/" },
    },
    {
      name: "local-runs-handlers",
      severity: "error",
      from: { path: "^packages/local/" },
      to: {
        path: "^(functions|events|infra)/",
        pathNot: [
          "/handler\\.ts$",
          "^functions/src/(headers|paths)\\.ts$",
          "^functions/src/jobs/",
          "^events/src/(relay|catalog|names)\\.ts$",
          "^events/src/subscribers/",
        ],
      },
    },
    {
      name: "site-types-only",
      severity: "error",
      from: { path: "^site/" },
      to: {
        path: "^(functions|events|infra|packages/)",
        // And the sentences of refusals, so that a form says what the API would, and how workbooks are written.
        pathNot: [schema, `${platform}(schema|text|money|sounds|formula|reason|roles|time|zone|issues|xlsx)\\.ts$`],
      },
    },
    {
      name: "infra-alone",
      severity: "error",
      from: { path: "^infra/" },
      to: {
        path: "^(functions|events|site|packages)/",
        pathNot: [
          "^functions/src/(headers|paths)\\.ts$",
          "^events/src/names\\.ts$",
          "^packages/core/src/platform/(env|paper/fonts|objects|table-definition)\\.ts$",
        ],
      },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^(packages|functions|events)/.*/src/", pathNot: "\\.(test|d)\\.ts$" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|cdk\\.out|\\.astro)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
