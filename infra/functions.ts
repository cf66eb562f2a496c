import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { envNames } from "@lingxi/core/platform/env";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { bundle } from "./bundle.ts";
import type { Entry } from "./entries.ts";
import { addFonts, addPictureLibrary, addSolver } from "./native.ts";
import { assertNeeds, type Needs, needsOf } from "./needs.ts";
import type { Settings } from "./settings.ts";

export interface HandlerProps {
  readonly settings: Settings;
  readonly entry: Entry;
  /** Encrypts the environment, which holds secrets. */
  readonly key: kms.IKey;
  /** The public address of the site. */
  readonly origin: string;
  /** Where an asynchronous call goes that failed for good; for jobs only, since HTTP calls are answered and queues keep their own. */
  readonly deadLetters?: sqs.IQueue;
}

/** One function: its package, its role with nothing in it but logs and traces, its log kept for 90 days. `grant…()` of the others adds the rest. */
export class Handler extends Construct {
  readonly fn: lambda.Function;
  readonly role: iam.Role;
  readonly needs: Needs;
  readonly entry: Entry;

  constructor(scope: Construct, id: string, { settings, entry, key, origin, deadLetters }: HandlerProps) {
    super(scope, id);
    this.entry = entry;
    this.needs = needsOf(entry);
    const functionName = `lingxi-${settings.stage}-${entry.name}`;
    const logGroup = new logs.LogGroup(this, "Log", {
      logGroupName: `/lingxi/${settings.stage}/${entry.name}`,
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, "Role", { assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(this.role);
    this.fn = new lambda.Function(this, "Function", {
      functionName,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: "index.handler",
      code: lambda.Code.fromAsset(packageOf(settings, entry, this.needs)),
      memorySize: this.needs.memory,
      timeout: Duration.seconds(this.needs.timeout),
      role: this.role,
      logGroup,
      tracing: lambda.Tracing.ACTIVE,
      environmentEncryption: key,
      ...(deadLetters ? { deadLetterQueue: deadLetters } : {}),
    });
    key.grant(this.role, "kms:Decrypt");
    this.set(envNames.origin, origin);
    if (this.needs.renderer) this.set(envNames.renderer, "/var/task/renderer/index.mjs");
    if (this.needs.fonts) this.set(envNames.fonts, "/var/task/fonts");
    acknowledge(
      this.role,
      "AwsSolutions-IAM5[Resource::*]",
      "X-Ray takes traces for no resource: PutTraceSegments and PutTelemetryRecords allow only *.",
    );
    if (!deadLetters)
      acknowledge(
        this.fn,
        "Serverless-LambdaDLQ",
        entry.kind === "http"
          ? "Called synchronously: the caller gets the failure."
          : "Called by a queue or the stream, which keep what failed in their own dead letters.",
      );
  }

  set(name: string, value: string): void {
    this.fn.addEnvironment(name, value);
  }

  /** Forbids these actions, whatever else allows them. */
  deny(actions: readonly string[], resources: readonly string[], conditions: Record<string, unknown>): void {
    this.role.addToPrincipalPolicy(
      new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /** Allows exactly these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[], conditions?: Record<string, unknown>): void {
    this.role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: [...actions], resources: [...resources], ...(conditions ? { conditions } : {}) }),
    );
  }
}

/** Bundles an entry and lays beside it what it loads at run time. Gives the folder, which becomes the asset. */
function packageOf(settings: Settings, entry: Entry, needs: Needs): string {
  const outdir = join(settings.root, ".cache/functions", entry.name);
  const { modules } = bundle({ entry: entry.file, outdir });
  assertNeeds(entry, needs, modules);
  if (needs.renderer) addRenderer(settings, outdir);
  if (needs.fonts) addFonts(settings.root, outdir);
  if (needs.solver) addSolver(settings.root, outdir);
  if (needs.pictures && !settings.skipNative) addPictureLibrary(settings.root, outdir);
  return outdir;
}

/** Lays the site's renderer, one file, beside the function as it is: its digest names the build. */
function addRenderer({ renderer }: Settings, outdir: string): void {
  const entry = join(renderer, "entry.mjs");
  if (!existsSync(entry)) throw new Error(`The site is not built (${renderer} has no entry.mjs): run npm run build:site first.`);
  mkdirSync(join(outdir, "renderer"), { recursive: true });
  copyFileSync(entry, join(outdir, "renderer/index.mjs"));
}
