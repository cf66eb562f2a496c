import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, NagPack, ServerlessChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { vi } from "vitest";
import { subscriptions } from "../../events/src/names.ts";
import { readSettings } from "../../infra/settings.ts";
import { addStacks } from "../../infra/stacks.ts";
import { repository, sampleTree } from "./tree.ts";

const { context: defaults } = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../cdk.json"), "utf8")) as {
  context: Record<string, unknown>;
};

export interface Synthesis {
  readonly tree: App;
  readonly data: Template;
  readonly app: Template;
  readonly alarms: Template;
  readonly folder: string;
  /** What cdk-nag found and nobody acknowledged: `rule: construct path`. */
  readonly findings: readonly string[];
  /** Of each stack, the number of its resources. */
  readonly sizes: readonly number[];
}

/** The stacks before synthesis, without network. */
export function prepare(context: Readonly<Record<string, string>> = {}, root = treeRoot()): { app: App; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-synth-"));
  const renderer = join(root, "site/dist/server");
  const app = new App({
    outdir: folder,
    context: {
      ...defaults,
      stage: "test",
      skipNative: "true",
      renderer: existsSync(renderer) ? renderer : sampleRenderer(),
      ...context,
    },
  });
  addStacks(app, readSettings(app, root));
  return { app, folder };
}

export function synthesise(context: Readonly<Record<string, string>> = {}, root = treeRoot()): Synthesis {
  const { app, folder } = prepare(context, root);
  return { tree: app, ...templates(app), folder, findings: findingsOf(app) };
}

interface Resources {
  readonly Resources: Readonly<Record<string, object>>;
}

/** What stands in which stack; `app` is all that runs, whether it is asked or hears events. */
function templates(app: App): { data: Template; app: Template; alarms: Template; sizes: readonly number[] } {
  const all = app.synth().stacks.map(({ stackName, template }) => ({ stackName, template: template as Resources }));
  const [data, asked, hearing, alarms] = ["data", "app", "reactions", "alarms"].map(
    (part) => all.find(({ stackName }) => stackName.endsWith(`-${part}`))?.template,
  );
  if (!data || !asked || !hearing || !alarms) throw new Error("the assembly lacks a stack");
  const running = { ...asked, Resources: { ...asked.Resources, ...hearing.Resources } };
  return {
    data: Template.fromJSON(data),
    app: Template.fromJSON(running),
    alarms: Template.fromJSON(alarms),
    sizes: all.map(({ template }) => Object.keys(template.Resources).length),
  };
}

/** Every finding of both packs that no construct acknowledges. */
export const findingsOf = (scope: IConstruct): string[] =>
  [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack
      .validateScope(scope)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
      ),
  );

/** The real tree where it has its functions, else a small one with an entry of each kind. */
export function treeRoot(): string {
  if (existsSync(join(repository, "functions/src/api/handler.ts"))) return repository;
  const handler = "export const handler = async () => undefined;\n";
  return sampleTree(
    {
      "functions/src/api/handler.ts": `import { createKeys } from "@lingxi/core/platform/keys";\nexport const handler = async () => createKeys(["a"]).digest("b", "c");\n`,
      "functions/src/editing/handler.ts": `import sharp from "sharp";\nexport const handler = async () => sharp;\n`,
      "functions/src/jobs/expire-offers.ts": `export const schedule = "rate(1 minute)";\n${handler}`,
      "functions/src/jobs/send-campaign-batch.ts": `import { sesMailer } from "@lingxi/core/platform/mail/ses";\nexport const schedule = "rate(1 minute)";\nexport const handler = async () => sesMailer({ from: "a", replyTo: "b" });\n`,
      "events/src/relay.ts": handler,
      ...Object.fromEntries(Object.keys(subscriptions).map((name) => [`events/src/subscribers/${name}.ts`, handler])),
    },
    "every-kind",
  );
}

const sampleRenderer = () =>
  join(
    sampleTree(
      { "site/dist/server/entry.mjs": "export const render = async () => ({ status: 200, type: 'text/html', body: 'page' });\n" },
      "renderer",
    ),
    "site/dist/server",
  );

/** Every statement of every role: `role` is the function's name, or the construct's where it is not a function. */
export function statementsOf(template: Template) {
  const logicalNames = new Map(
    Object.values(template.findResources("AWS::Lambda::Function")).map(({ Properties }) => [
      (Properties as { Role: { "Fn::GetAtt": [string] } }).Role["Fn::GetAtt"][0],
      (Properties as { FunctionName: string }).FunctionName.replace("lingxi-test-", ""),
    ]),
  );
  return Object.values(template.findResources("AWS::IAM::Policy")).flatMap(({ Properties }) => {
    const { PolicyDocument, Roles } = Properties as { PolicyDocument: { Statement: Statement[] }; Roles: { Ref: string }[] };
    return PolicyDocument.Statement.map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      role: logicalNames.get(Roles[0]?.Ref ?? "") ?? Roles[0]?.Ref,
      actions: [Action].flat(),
      resources: [Resource].flat().map((resource) => JSON.stringify(resource)),
      conditions: Condition,
    }));
  });
}
interface Statement {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** Every exception to cdk-nag that the tree states: where, which rule, why. CDK's own, on annotations, are left out. */
export const acknowledgementsOf = (scope: IConstruct) =>
  scope.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
      .map(([id, reason]) => ({
        path: node.path,
        id: id.replace(/^annotation::/i, ""),
        reason: typeof reason === "string" ? reason : JSON.stringify(reason),
      }))
      .filter(({ id }) => /^(AwsSolutions|Serverless)-/.test(id)),
  );

/** The exceptions whose cause is gone: what they excuse is not found even when cdk-nag hears of none. */
export function staleExceptions(scope: IConstruct) {
  const deaf = vi.spyOn(NagPack.prototype as unknown as { isAcknowledged(): boolean }, "isAcknowledged").mockReturnValue(false);
  const found = findingsOf(scope);
  deaf.mockRestore();
  return acknowledgementsOf(scope).filter(({ path, id }) => !found.some((finding) => finding.startsWith(`${id}: ${path}`)));
}
