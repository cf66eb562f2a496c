import { fileURLToPath } from "node:url";
import { type App, CfnOutput, DefaultStackSynthesizer, type IStackSynthesizer, Stack, Tags, Validations } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { Alarms } from "./alarms.ts";
import { Api } from "./api.ts";
import { Bus } from "./bus.ts";
import { Data } from "./data.ts";
import { type Entry, findEntries } from "./entries.ts";
import { Files } from "./files.ts";
import { Handler } from "./functions.ts";
import { Jobs } from "./jobs.ts";
import { Mail } from "./mail.ts";
import type { Settings } from "./settings.ts";
import { Site } from "./site.ts";

/** Ours, not the product's: it serves the site's files where CloudFront cannot. */
const pages: Entry = { name: "pages", kind: "http", file: fileURLToPath(new URL("edge/pages.ts", import.meta.url)) };

/**
 * The stacks of one deployment: `lingxi-<stage>-data` outlives everything, `lingxi-<stage>-app` is what is asked, what a clock starts and how events
 * get about, `lingxi-<stage>-reactions` is what hears them, and `lingxi-<stage>-alarms` watches all of it. All but the first can be made anew. In one
 * stack they would be more resources than CloudFormation allows (500).
 */
export function addStacks(app: App, settings: Settings): void {
  const base = {
    env: { ...(settings.account ? { account: settings.account } : {}), ...(settings.region ? { region: settings.region } : {}) },
    terminationProtection: true,
  };
  // Two carriers bring the same templates (docs/decisions/0002): so a template asks for no bootstrap version.
  const synthesizer = () => new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer;
  const dataStack = new Stack(app, `lingxi-${settings.stage}-data`, {
    ...base,
    synthesizer: synthesizer(),
    description: "Lingxi: table, keys and secrets",
  });
  const appStack = new Stack(app, `lingxi-${settings.stage}-app`, {
    ...base,
    synthesizer: synthesizer(),
    description: "Lingxi: what is asked, and what a clock starts",
  });
  const reactionStack = new Stack(app, `lingxi-${settings.stage}-reactions`, {
    ...base,
    synthesizer: synthesizer(),
    description: "Lingxi: what hears events",
  });
  const alarmStack = new Stack(app, `lingxi-${settings.stage}-alarms`, {
    ...base,
    synthesizer: synthesizer(),
    description: "Lingxi: what tells operators",
  });
  Tags.of(app).add("app", "lingxi");
  Tags.of(app).add("stage", settings.stage);

  const data = new Data(dataStack, "Data", { settings });
  const files = new Files(appStack, "Files");
  const mail = new Mail(appStack, "Mail", { settings });
  const bus = new Bus(appStack, "Bus", { settings, reactions: reactionStack });
  const jobs = new Jobs(appStack, "Jobs", { settings });
  const api = new Api(appStack, "Api", { settings });
  const site = new Site(appStack, "Site", { settings, files, api, edgeSecret: data.edgeSecret.secretValue });
  const alarms = new Alarms(alarmStack, "Alarms", { settings, key: data.key });

  const handler = (entry: Entry): Handler => {
    const made = new Handler(entry.kind === "subscriber" ? reactionStack : appStack, entry.name, {
      settings,
      entry,
      key: data.key,
      origin: site.origin,
      ...(entry.kind === "job" ? { deadLetters: jobs.deadLetters } : {}),
    });
    if (made.needs.table !== "none") data.grantItems(made);
    if (made.needs.people !== "none") data.grantPeople(made);
    if (made.needs.secrets) data.grantLinkSecrets(made);
    if (entry.kind === "http") data.grantEdge(made);
    if (made.needs.mail) mail.grantSend(made);
    files.grantObjects(made);
    alarms.watchFunction(made);
    return made;
  };

  site.answerRest(handler(pages));
  for (const entry of findEntries(settings.root)) {
    if (entry.kind === "subscriber" && !bus.hears(entry.name)) continue;
    const made = handler(entry);
    if (entry.kind === "http") api.answer(entry.name, made.fn);
    else if (entry.kind === "job") jobs.schedule(made);
    else if (entry.kind === "stream") {
      bus.readStream(data.table as ITable, made);
      if (entry.name === "relay") bus.grantPut(made);
      else data.grantTrail(made);
    } else bus.subscribe(made, mail.configurationSet?.configurationSetName);
    if (entry.kind === "stream") alarms.watchStream(made);
  }

  for (const [name, queue] of [...bus.deadLetters, ["jobs", jobs.deadLetters] as const]) alarms.watchDeadLetters(name, queue);
  alarms.watchApi(api);
  alarms.watchTable(data.table);
  alarms.watchSchedules(jobs.group);
  if (mail.configurationSet) alarms.watchMail();

  for (const [name, value] of Object.entries({
    Origin: site.origin,
    TableName: (data.table as ITable).tableName,
    KeyTableName: (data.keyTable as ITable).tableName,
    SiteBucket: files.site.bucketName,
    PrivateBucket: files.private.bucketName,
    Distribution: site.distribution.distributionId,
  }))
    new CfnOutput(appStack, name, { value });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
