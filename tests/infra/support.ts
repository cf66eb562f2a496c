import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { subscriptions } from "../../events/src/names.ts";
import { readSettings } from "../../infra/settings.ts";
import { addStacks } from "../../infra/stacks.ts";

const { context: defaults } = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../cdk.json"), "utf8")) as { context: Record<string, unknown> };
export const repository = resolve(import.meta.dirname, "../..");

/** A small tree with every kind of entry file, for what must not depend on the real ones. It lies inside the repository, so that packages resolve. */
export function sampleTree(files: Readonly<Record<string, string>>, name: string): string {
  const root = join(repository, ".cache", "test-trees", name);
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export interface Synthesis {
  readonly tree: App;
  readonly data: Template;
  readonly app: Template;
  readonly folder: string;
  /** What cdk-nag found and nobody acknowledged: `rule: construct path`. */
  readonly findings: readonly string[];
}

/** Synthesises the real tree without network. */
export function synthesise(context: Readonly<Record<string, string>> = {}, root = treeRoot()): Synthesis {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-synth-"));
  const renderer = join(root, "site/dist/server");
  const app = new App({
    outdir: folder,
    context: { ...defaults, stage: "test", mailDomain: "lingxi.example", skipNative: "true", renderer: existsSync(renderer) ? renderer : sampleRenderer(), ...context },
  });
  addStacks(app, readSettings(app, root));
  return { tree: app, ...templates(app), folder, findings: findingsOf(app) };
}

function templates(app: App): { data: Template; app: Template } {
  const assembly = app.synth();
  const [data, main] = ["data", "app"].map((part) => Template.fromJSON(assembly.stacks.find(({ stackName }) => stackName.endsWith(`-${part}`))?.template as object));
  if (!data || !main) throw new Error("the assembly has not two stacks");
  return { data, app: main };
}

/** Every finding of both packs that no construct acknowledges. */
export const findingsOf = (scope: IConstruct): string[] =>
  [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack.validateScope(scope).violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName}: ${constructPath}`)),
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

const sampleRenderer = () => join(sampleTree({ "site/dist/server/entry.mjs": "export const render = async () => ({ status: 200, type: 'text/html', body: 'page' });\n" }, "renderer"), "site/dist/server");

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
    return PolicyDocument.Statement.map(({ Action, Resource, Condition }) => ({
      role: logicalNames.get(Roles[0]?.Ref ?? "") ?? Roles[0]?.Ref,
      actions: [Action].flat(),
      resources: [Resource].flat().map((resource) => JSON.stringify(resource)),
      conditions: Condition,
    }));
  });
}
interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}
