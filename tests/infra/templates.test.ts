import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableDefinition } from "@lingxi/core/platform/table-definition";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { subscriptions } from "../../events/src/names.ts";
import { edgeHeader } from "../../functions/src/headers.ts";
import { askedPaths, dynamicPaths } from "../../functions/src/paths.ts";
import { type AssemblyManifest, cargoOf } from "../../infra/carry.ts";
import { findEntries } from "../../infra/entries.ts";
import { forgettable } from "../../infra/needs.ts";
import { acknowledgementsOf, staleExceptions, statementsOf, synthesise, treeRoot } from "./support.ts";

const root = treeRoot();
const { tree, data, app, alarms, sizes, findings, folder } = synthesise(
  { alarmEmail: "duty@lingxi.example", mailFrom: "灵犀 <lingxi@lingxi.example>" },
  root,
);
const of = (type: string) => Object.values(app.findResources(type)).map(({ Properties }) => Properties as Record<string, never>);
const flat = JSON.stringify;
/** What takes marks of people away: at their wish, when they are erased or their time is over, and when they leave the meetings of an activity. */
const forgetting = ["account", "arrange-meetings", "erase-people", "expire-personal", "meetings", "privacy"];
const subscriptionsHeard = Object.keys(subscriptions).length;

describe("the table", () => {
  it("has the keys, indexes, stream and expiry that core defines, and cannot be lost", () => {
    data.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      Properties: {
        BillingMode: "PAY_PER_REQUEST",
        DeletionProtectionEnabled: true,
        KeySchema: [
          { AttributeName: tableDefinition.keys.partition, KeyType: "HASH" },
          { AttributeName: tableDefinition.keys.sort, KeyType: "RANGE" },
        ],
        GlobalSecondaryIndexes: tableDefinition.indexes.map(({ name, partition, sort }) =>
          Match.objectLike({
            IndexName: name,
            KeySchema: [
              { AttributeName: partition, KeyType: "HASH" },
              { AttributeName: sort, KeyType: "RANGE" },
            ],
          }),
        ),
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      },
    });
  });
});

describe("functions", () => {
  it("are the entry files of the tree and the one for pages, no more and no fewer", () => {
    const names = of("AWS::Lambda::Function").map(({ FunctionName }) => FunctionName);
    expect(names).toHaveLength(new Set(names).size);
    expect(new Set(names)).toEqual(
      new Set(["pages", ...findEntries(root).map(({ name }) => name)].map((name) => `lingxi-test-${name}`)),
    );
  });

  it("run on Node 24 and arm64, with an encrypted environment, traces and a log that expires", () => {
    for (const fn of of("AWS::Lambda::Function")) {
      expect(fn).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        Handler: "index.handler",
        TracingConfig: { Mode: "Active" },
      });
      expect(fn).toHaveProperty("KmsKeyArn");
    }
    for (const log of of("AWS::Logs::LogGroup")) expect(log).toMatchObject({ RetentionInDays: 90 });
  });

  it("have the keys of the table, the site's renderer and the buckets where they need them", () => {
    const publisher = of("AWS::Lambda::Function").find(({ FunctionName }) => FunctionName === "lingxi-test-publish-page");
    expect(Object.keys((publisher as unknown as { Environment: { Variables: object } }).Environment.Variables)).toEqual(
      expect.arrayContaining(["TABLE_NAME", "SITE_BUCKET", "PRIVATE_BUCKET", "SITE_ORIGIN", "LINK_SECRETS", "RENDERER_PATH"]),
    );
    expect(
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("renderer/index.mjs")),
    ).not.toHaveLength(0);
  });

  it("have the fonts of pictures and papers, with their licence, where they are drawn and nowhere else", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      /NotoSansSC|LICENSE_FONT/.test(file),
    );
    const fonts = ["fonts/400Regular/NotoSansSC_400Regular.ttf", "fonts/700Bold/NotoSansSC_700Bold.ttf", "fonts/LICENSE_FONT"];
    const drawing = ["paper", "prints"];
    expect(files.map((file) => file.replace(/^asset\.[0-9a-f]+\//, "")).sort()).toEqual(
      fonts.flatMap((font) => drawing.map(() => font)),
    );
    for (const name of drawing) {
      const found = of("AWS::Lambda::Function").find(({ FunctionName }) => FunctionName === `lingxi-test-${name}`);
      expect(found).toMatchObject({ Environment: { Variables: { FONTS_PATH: "/var/task/fonts" } } });
    }
  });

  it("are packed without source maps", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => file.endsWith("index.mjs"))).not.toHaveLength(0);
    expect(files.filter((file) => /^asset\..*\.map$/.test(file))).toEqual([]);
  });
});

describe("roles", () => {
  const statements = statementsOf(app);

  it("allow no action by a wildcard", () => {
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes("*"))).toEqual([]);
  });

  it("allow every resource only where AWS knows no resource", () => {
    const anywhere = statements.filter(({ resources }) => resources.includes('"*"')).flatMap(({ actions }) => actions);
    expect(new Set(anywhere)).toEqual(
      new Set(["dynamodb:ListStreams", "ses:GetAccount", "xray:PutTelemetryRecords", "xray:PutTraceSegments"]),
    );
  });

  const deleting = () => statements.filter(({ effect, actions: a }) => effect === "Allow" && a.includes("dynamodb:DeleteItem"));

  it("let nobody scan the table, nor delete items but those that publishing derives and marks of people", () => {
    const actions = statements.flatMap(({ actions: a }) => a);
    expect(actions).toContain("dynamodb:PutItem");
    for (const action of ["dynamodb:BatchWriteItem", "dynamodb:Scan"]) expect(actions).not.toContain(action);
    const site = ["publish-page", "publish-site", "republish-due"];
    expect(new Set(deleting().map(({ role }) => role))).toEqual(new Set([...site, ...forgetting]));
    for (const { role, conditions } of deleting())
      expect(conditions).toEqual({
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": site.includes(role ?? "") ? ["site#*"] : [...forgettable] },
      });
  });

  it("let everything be deleted that the program deletes, by those who do", async () => {
    const removed = new Map<string, string>();
    const core = new URL("../../packages/core/src/", import.meta.url);
    for (const file of readdirSync(core, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
      const slice = file.split("/")[0] ?? "";
      for (const [, name = ""] of readFileSync(new URL(file, core), "utf8").matchAll(/\b([A-Z]\w+)\.remove\(/g))
        removed.set(`${slice}/${name}`, name);
    }
    expect(removed.size).toBeGreaterThan(8);
    const allowed = ["site#", ...forgettable.map((key) => key.replace("*", ""))];
    const met = new Set<string>();
    for (const [of, name] of removed) {
      const entities = (await import(`../../packages/core/src/${of.split("/")[0]}/entity.ts`)) as Record<
        string,
        { remove(key: object): { remove: { pk: string } } }
      >;
      const { pk } = entities[name]?.remove({ activityId: "x", person: "x", name: "x", kind: "x", id: "x", key: "x", place: "x" })
        .remove ?? { pk: `${of} is no entity` };
      const prefix = allowed.find((one) => pk.startsWith(one));
      expect(prefix, `${of} is deleted at ${pk}`).toBeDefined();
      met.add(prefix ?? "");
    }
    expect(met).toEqual(new Set(allowed));
  });

  it.each([
    ["api", ["ses:SendEmail", "ses:SendRawEmail", "s3:DeleteObject", "events:PutEvents"]],
    ["relay", ["ses:SendEmail", "dynamodb:PutItem", "dynamodb:GetItem", "s3:GetObject"]],
    ["offer-freed-seat", ["ses:SendEmail", "s3:GetObject", "s3:PutObject"]],
    ["publish-page", ["ses:SendEmail", "events:PutEvents"]],
    ["paper", ["dynamodb:PutItem", "dynamodb:UpdateItem", "s3:PutObject", "ses:SendEmail"]],
    ["pages", ["dynamodb:GetItem", "dynamodb:Query", "s3:PutObject"]],
  ])("of %s do not allow what it has no use for", (name, forbidden) => {
    const allowed = statements
      .filter(({ role, effect }) => role === name && effect === "Allow")
      .flatMap(({ actions }) => actions);
    expect(allowed).not.toHaveLength(0);
    expect(allowed.filter((action) => forbidden.includes(action))).toEqual([]);
  });

  it("let what sends mail send it as the one address only", () => {
    const sending = statements.filter(({ actions }) => actions.includes("ses:SendEmail"));
    expect(sending.map(({ role }) => role)).toContain("send-ticket");
    for (const { role, conditions } of sending) {
      expect(role).toMatch(/^send-/);
      expect(conditions).toEqual({ StringEquals: { "ses:FromAddress": "lingxi@lingxi.example" } });
    }
  });
});

describe("events", () => {
  it("reach the relay from the stream, bisecting what fails and keeping it aside", () => {
    app.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 20,
      StartingPosition: "TRIM_HORIZON",
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  it.each(
    findEntries(root)
      .filter(({ kind }) => kind === "subscriber")
      .map(({ name }) => name),
  )("reach %s through a rule and a queue of its own", (name) => {
    const { events = [], source = "lingxi", oneAtATime = false } = subscriptions[name] ?? {};
    const suffix = oneAtATime ? ".fifo" : "";
    app.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: Match.objectLike({ source: [source], "detail-type": events }),
      ...(source === "lingxi" ? { EventBusName: Match.anyValue() } : { EventBusName: Match.absent() }),
      Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
    });
    app.hasResourceProperties("AWS::SQS::Queue", {
      QueueName: `lingxi-test-${name}${suffix}`,
      SqsManagedSseEnabled: true,
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
      ...(oneAtATime ? { FifoQueue: true } : {}),
    });
    app.hasResourceProperties("AWS::SQS::Queue", {
      QueueName: `lingxi-test-${name}-dead-letters${suffix}`,
      MessageRetentionPeriod: 1_209_600,
    });
  });

  it("of SES come from the product's own configuration set", () => {
    app.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: Match.objectLike({ EventBridgeDestination: Match.anyValue(), Enabled: true }),
    });
    app.hasResourceProperties("AWS::SES::ConfigurationSet", {
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
    app.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: Match.objectLike({
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": Match.anyValue() } } },
      }),
    });
  });

  it("are taken from queues with an answer for each message", () => {
    const mappings = of("AWS::Lambda::EventSourceMapping").filter((mapping) => !("StartingPosition" in mapping));
    expect(mappings).not.toHaveLength(0);
    for (const mapping of mappings) expect(mapping).toMatchObject({ FunctionResponseTypes: ["ReportBatchItemFailures"] });
  });
});

describe("the alarms", () => {
  const all = Object.values(alarms.findResources("AWS::CloudWatch::Alarm")).map(
    ({ Properties }) =>
      Properties as { AlarmName: string; AlarmDescription: string; Dimensions?: { Name: string; Value: unknown }[] },
  );
  const named = (dimension: string) =>
    all.flatMap(({ Dimensions = [] }) => Dimensions.filter(({ Name }) => Name === dimension).map(({ Value }) => Value));

  it("watch each function and each queue of dead letters, and say where the runbook tells what to do", () => {
    const runbook = readFileSync(join(root, "docs/runbook.md"), "utf8");
    const functions = of("AWS::Lambda::Function").map(({ FunctionName }) => FunctionName);
    expect(new Set(named("FunctionName"))).toEqual(new Set(functions));
    const queues = of("AWS::SQS::Queue").map(({ QueueName }) => String(QueueName));
    for (const queue of named("QueueName")) expect(queues).toContain(queue);
    expect(named("QueueName").length).toBeGreaterThan(subscriptionsHeard);
    for (const { AlarmDescription } of all) {
      const section = /docs\/runbook\.md#([\w-]+)$/.exec(AlarmDescription)?.[1];
      expect(runbook).toContain(`\n### ${section}\n`);
    }
  });

  it("import no name that we chose, so that a function can be taken away", () => {
    const imported = JSON.stringify(alarms.toJSON()).match(/ExportsOutput\w+/g) ?? [];
    expect(imported.filter((name) => !/(Table|Http|ScheduleGroup|Group|Key)/.test(name))).toEqual([]);
  });
});

describe("the assembly", () => {
  it("has in no stack more than CloudFormation allows, and room for more", () => {
    expect(sizes).toHaveLength(4);
    for (const size of sizes) expect(size).toBeLessThan(470);
  });

  it("can be carried by SST as it is", () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
    const cargo = cargoOf(read("manifest.json") as AssemblyManifest, read);
    expect(cargo.stacks.map(({ name }) => name)).toEqual([
      "lingxi-test-data",
      "lingxi-test-app",
      "lingxi-test-reactions",
      "lingxi-test-alarms",
    ]);
    expect(cargo.uploads).toHaveLength(of("AWS::Lambda::Function").length);
  });
});

describe("the clock", () => {
  it.each(
    findEntries(root)
      .filter(({ kind }) => kind === "job")
      .map(({ name, schedule }) => [name, schedule] as const),
  )("starts %s at %s", (name, schedule) => {
    app.hasResourceProperties("AWS::Scheduler::Schedule", {
      Name: `lingxi-${name}`,
      ScheduleExpression: schedule,
      ScheduleExpressionTimezone: "Asia/Shanghai",
      Target: Match.objectLike({ DeadLetterConfig: Match.anyValue() }),
    });
  });
});

describe("files and the public front", () => {
  it("keeps every bucket closed, encrypted and in place", () => {
    expect(of("AWS::S3::Bucket")).toHaveLength(3);
    for (const bucket of of("AWS::S3::Bucket")) {
      expect(bucket).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      expect(bucket).toHaveProperty("BucketEncryption");
    }
    for (const { DeletionPolicy } of Object.values(app.findResources("AWS::S3::Bucket"))) expect(DeletionPolicy).toBe("Retain");
    app.hasResourceProperties("AWS::S3::Bucket", {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [Match.objectLike({ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } })],
      },
    });
  });

  it("sends forms and the API to the functions uncached, pictures to the bucket, and never answers for the API with a page", () => {
    const [distribution] = of("AWS::CloudFront::Distribution") as unknown as [
      { DistributionConfig: { CacheBehaviors: { PathPattern: string; CachePolicyId: string }[] } },
    ];
    const { CacheBehaviors } = distribution.DistributionConfig;
    expect(dynamicPaths).toEqual(expect.arrayContaining(["/api/*", "/forms/*", "/my/*", "/en/forms/*", "/en/my/*"]));
    expect(CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      ...dynamicPaths,
      ...askedPaths,
      "/share/*",
      "/papers/*",
      "/media/*",
    ]);
    const uncached = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    expect(CacheBehaviors.filter(({ CachePolicyId }) => CachePolicyId === uncached)).toHaveLength(dynamicPaths.length);
    expect(distribution.DistributionConfig).not.toHaveProperty("CustomErrorResponses");
    expect(distribution.DistributionConfig).toHaveProperty("OriginGroups.Quantity", 1);
  });

  it("compresses pages, those made on request too: by what the question is alone", () => {
    const kept = { EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true, CookiesConfig: { CookieBehavior: "none" } };
    for (const QueryStringBehavior of ["all", "none"])
      app.hasResourceProperties("AWS::CloudFront::CachePolicy", {
        CachePolicyConfig: {
          MinTTL: 1,
          ParametersInCacheKeyAndForwardedToOrigin: Match.objectLike({ ...kept, QueryStringsConfig: { QueryStringBehavior } }),
        },
      });
    expect(askedPaths).toEqual(["/find", "/find/*", "/en/find", "/en/find/*", "/sitemap.xml", "/sitemaps/*"]);
  });

  it("keeps pictures and papers at the edge as long as they say, the same for everybody", () => {
    app.hasResourceProperties("AWS::CloudFront::CachePolicy", {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: Match.objectLike({
          CookiesConfig: { CookieBehavior: "none" },
          HeadersConfig: { HeaderBehavior: "none" },
          QueryStringsConfig: { QueryStringBehavior: "none" },
        }),
      },
    });
  });

  it("lets nothing from elsewhere into a page, and no page into a frame", () => {
    const policy = flat(of("AWS::CloudFront::ResponseHeadersPolicy"));
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "strict-origin-when-cross-origin",
      "StrictTransportSecurity",
      "ContentTypeOptions",
      '"Header":"Cross-Origin-Opener-Policy","Override":true,"Value":"same-origin"',
      '"IncludeSubdomains":true',
    ])
      expect(policy).toContain(part);
    // Style attributes alone: the preview of a mail is styled by them.
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe");
  });

  it("leads people on to HTTPS, and refuses what programs send in the clear", () => {
    const [{ DistributionConfig }] = of("AWS::CloudFront::Distribution") as unknown as [
      { DistributionConfig: { CacheBehaviors: { PathPattern: string; ViewerProtocolPolicy: string }[] } },
    ];
    const policies = DistributionConfig.CacheBehaviors.map(
      ({ PathPattern, ViewerProtocolPolicy }) => [PathPattern.startsWith("/api/"), ViewerProtocolPolicy] as const,
    );
    expect(policies.some(([api]) => api)).toBe(true);
    for (const [api, policy] of policies) expect(policy).toBe(api ? "https-only" : "redirect-to-https");
  });

  it("logs no query string, since it may hold a secret link", () => {
    const [stage] = of("AWS::ApiGatewayV2::Stage") as unknown as [
      { AccessLogSettings: { Format: string }; DefaultRouteSettings: object },
    ];
    expect(stage.AccessLogSettings.Format).toContain("$context.routeKey");
    expect(stage.AccessLogSettings.Format).not.toMatch(/path|query/i);
    expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 });
  });
});

describe("secrets", () => {
  it("are generated, encrypted with the deployment's own key, and in no template", () => {
    data.hasResourceProperties("AWS::SecretsManager::Secret", {
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
      KmsKeyId: Match.anyValue(),
    });
    data.hasResourceProperties("AWS::KMS::Key", { EnableKeyRotation: true });
    for (const fn of of("AWS::Lambda::Function")) {
      const secret: unknown = (fn as { Environment?: { Variables?: Record<string, unknown> } }).Environment?.Variables
        ?.LINK_SECRETS;
      if (secret) expect(flat(secret)).toContain("{{resolve:secretsmanager:");
    }
  });

  it("of the edge are shown by CloudFront to the HTTP API alone, whose functions know them, and no others", () => {
    const [{ DistributionConfig }] = of("AWS::CloudFront::Distribution") as unknown as [
      { DistributionConfig: { Origins: { CustomOriginConfig?: object; OriginCustomHeaders?: { HeaderName: string }[] }[] } },
    ];
    for (const { CustomOriginConfig, OriginCustomHeaders = [] } of DistributionConfig.Origins)
      expect(OriginCustomHeaders.map(({ HeaderName }) => HeaderName)).toEqual(CustomOriginConfig ? [edgeHeader] : []);
    expect(flat(DistributionConfig.Origins)).toContain("{{resolve:secretsmanager:");
    for (const fn of of("AWS::Lambda::Function")) {
      const { Variables = {} } = (fn as { Environment?: { Variables?: Record<string, unknown> } }).Environment ?? {};
      expect(flat(Variables.EDGE_SECRET ?? "").includes("{{resolve:secretsmanager:")).toBe(Variables.TRUSTED_PROXIES === "1");
    }
  });
});

describe("the audit trail", () => {
  const statements = statementsOf(app);
  const trail = statements.filter(({ conditions }) => flat(conditions ?? {}).includes("audit#*"));

  it("is put by what appends to it, and written and deleted by nobody else", () => {
    const allowed = trail.filter(({ effect }) => effect === "Allow");
    expect(allowed.map(({ role, actions }) => [role, actions])).toEqual([["trail", ["dynamodb:GetItem", "dynamodb:PutItem"]]]);
    const denied = new Set(trail.filter(({ effect }) => effect === "Deny").map(({ role }) => role));
    const writers = statements.filter(
      ({ role, effect, actions, resources }) =>
        role !== "trail" &&
        effect === "Allow" &&
        actions.some((action) => /^dynamodb:(Put|Update|Delete)Item$/.test(action)) &&
        !resources.some((resource) => resource.includes("KeyTable")),
    );
    expect(new Set(writers.map(({ role }) => role))).toEqual(denied);
    for (const { actions, conditions } of trail.filter(({ effect }) => effect === "Deny")) {
      expect(new Set(actions)).toEqual(new Set(["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]));
      expect(conditions).toEqual({ "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["audit#*"] } });
    }
  });

  it("may not be deleted, nor changed in place, by what appends to it", () => {
    const actions = statements.filter(({ role, effect }) => role === "trail" && effect === "Allow").flatMap((s) => s.actions);
    for (const action of ["dynamodb:DeleteItem", "dynamodb:UpdateItem", "dynamodb:Query"]) expect(actions).not.toContain(action);
  });

  it("is fed by every change of the table but its own", () => {
    const readers = of("AWS::Lambda::EventSourceMapping").filter((mapping) => "StartingPosition" in mapping);
    expect(readers).toHaveLength(2);
    for (const { FilterCriteria } of readers as unknown as { FilterCriteria: { Filters: { Pattern: string }[] } }[])
      expect(FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
        { dynamodb: { NewImage: { type: { S: [{ "anything-but": ["audit", "audit-head"] }] } } } },
        { eventName: ["REMOVE"] },
      ]);
  });
});

describe("the keys of personal data", () => {
  const statements = statementsOf(app);
  const of = (action: string, table: "KeyTable" | "PersonKey") =>
    statements.filter(({ actions, resources }) => actions.includes(action) && resources.some((r) => r.includes(table)));

  it("lie in a table of their own that no backup holds longer than a day, under a key that encrypts nothing else", () => {
    data.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 1 },
        SSESpecification: { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: Match.anyValue() },
        StreamSpecification: Match.absent(),
      },
    });
    data.resourceCountIs("AWS::KMS::Key", 2);
  });

  it("are written by what erases people alone, read through the table only, and not at all by what needs none", () => {
    expect(of("dynamodb:PutItem", "KeyTable").map(({ role }) => role)).toEqual(["erase-people"]);
    for (const action of ["dynamodb:DeleteItem", "dynamodb:UpdateItem", "dynamodb:Query"])
      expect(of(action, "KeyTable")).toEqual([]);
    const readers = of("dynamodb:GetItem", "KeyTable").map(({ role }) => role);
    expect(readers).toEqual(expect.arrayContaining(["api", "console", "send-ticket", "publish-page"]));
    for (const name of ["relay", "find", "description", "pages", "suppress-address"]) expect(readers).not.toContain(name);
    const decrypting = of("kms:Decrypt", "PersonKey");
    expect(new Set(decrypting.map(({ role }) => role))).toEqual(new Set(readers));
    for (const { conditions } of decrypting)
      expect(conditions).toEqual({ StringLike: { "kms:ViaService": "dynamodb.*.amazonaws.com*" } });
  });
});

describe("cdk-nag", () => {
  it("finds nothing that is not acknowledged", () => expect(findings).toEqual([]));

  it("is told of no exception whose cause is gone, and each with a reason", () => {
    const exceptions = acknowledgementsOf(tree);
    expect(exceptions.length).toBeGreaterThan(10);
    for (const { path, id, reason } of exceptions) {
      expect(reason.length, `${id} at ${path}`).toBeGreaterThan(20);
      expect(path, "an exception holds for one construct, not for a stack").toContain("/");
    }
    expect(staleExceptions(tree)).toEqual([]);
  });
});
