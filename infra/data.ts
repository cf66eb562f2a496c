import { envNames } from "@lingxi/core/platform/env";
import { tableDefinition } from "@lingxi/core/platform/table-definition";
import { RemovalPolicy, SecretValue, Stack } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { Handler } from "./functions.ts";
import { forgettable } from "./needs.ts";
import type { Settings } from "./settings.ts";

const string = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });

/** What must outlive everything else: the table, the keys of personal data, the key that secrets are encrypted with, and the secrets. */
export class Data extends Construct {
  readonly table: dynamodb.Table;
  /** Encrypts secrets, the functions' environments and the alarms. */
  readonly key: kms.Key;
  readonly linkSecrets: secretsmanager.Secret;
  /** The keys of personal data, apart from what they seal. */
  readonly keyTable: dynamodb.Table;
  /** Encrypts the keys of personal data, and nothing else. */
  readonly personKey: kms.Key;
  readonly masterKeys: secretsmanager.Secret;
  /** By which CloudFront shows that a call came through it. */
  readonly edgeSecret: secretsmanager.Secret;
  /** Signs the head of the audit trail. */
  readonly auditKeys: secretsmanager.Secret;
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    this.#settings = settings;
    const { keys, indexes, stream, expiry } = tableDefinition;
    this.table = new dynamodb.Table(this, "Table", {
      partitionKey: string(keys.partition),
      sortKey: string(keys.sort),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType[stream],
      timeToLiveAttribute: expiry,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partition, sort } of indexes)
      this.table.addGlobalSecondaryIndex({ indexName: name, partitionKey: string(partition), sortKey: string(sort) });

    this.key = new kms.Key(this, "Key", {
      description: `Lingxi ${settings.stage}: secrets, function environments, alarms`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: "AlarmsReachTheTopic",
        principals: [new iam.ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    this.linkSecrets = new secretsmanager.Secret(this, "LinkSecrets", {
      secretName: `lingxi/${settings.stage}/link-secrets`,
      description:
        "Makes digests of addresses and secret links. New secrets go first, comma-separated; the old stay until their links are gone.",
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.edgeSecret = new secretsmanager.Secret(this, "EdgeSecret", {
      secretName: `lingxi/${settings.stage}/edge-secret`,
      description: "CloudFront shows it to the HTTP API, whose functions then believe the reader's address that it passes on.",
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.personKey = new kms.Key(this, "PersonKey", {
      description: `Lingxi ${settings.stage}: the keys of personal data`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.keyTable = new dynamodb.Table(this, "KeyTable", {
      partitionKey: string(keys.partition),
      sortKey: string(keys.sort),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      // A day, so that a mistake can be undone: an erased key can be brought back no longer than that (decision 13).
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 1 },
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.personKey,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.masterKeys = new secretsmanager.Secret(this, "MasterKeys", {
      secretName: `lingxi/${settings.stage}/master-keys`,
      description: "Seals the keys of personal data. A new one goes first, comma-separated; the old stay, since they still open.",
      encryptionKey: this.personKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.masterKeys,
      "AwsSolutions-SMG4",
      "Changing it by a clock would lose what the old one sealed: it is rotated by hand with an overlap (docs/deploy.md).",
    );
    this.auditKeys = new secretsmanager.Secret(this, "AuditKeys", {
      secretName: `lingxi/${settings.stage}/audit-keys`,
      description:
        "Signs the head of the audit trail. A new one goes first, comma-separated; the old stay, since they still verify.",
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.auditKeys,
      "AwsSolutions-SMG4",
      "What an old key signed must still verify: it is rotated by hand with an overlap (docs/deploy.md).",
    );
    acknowledge(
      this.edgeSecret,
      "AwsSolutions-SMG4",
      "Both sides read it when they are deployed: it is changed by hand and a deployment (docs/deploy.md).",
    );
    acknowledge(
      this.linkSecrets,
      "AwsSolutions-SMG4",
      "Changing it by a clock would break links in mail already sent: it is rotated by hand with an overlap (docs/deploy.md).",
    );
  }

  /**
   * Reading items by key, one or many, and queries; writing where the function needs it. No scanning, and no deleting, since a deletion is a change of state first; but for what publishing
   * derives for the site, which can be made again, and for marks that go with a person.
   */
  grantItems(handler: Handler): void {
    handler.set(envNames.table, this.table.tableName);
    const writing = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem"];
    handler.allow(
      ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", ...(handler.needs.table === "write" ? writing : [])],
      [this.table.tableArn],
    );
    // Nobody but what appends to the audit trail may write it.
    if (handler.needs.table === "write")
      handler.deny(["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], [this.table.tableArn], {
        "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["audit#*"] },
      });
    handler.allow(
      ["dynamodb:Query"],
      tableDefinition.indexes.map(({ name }) => `${this.table.tableArn}/index/${name}`),
    );
    const removable = [...(handler.needs.publishes ? ["site#*"] : []), ...(handler.needs.forgets ? forgettable : [])];
    if (removable.length)
      handler.allow(["dynamodb:DeleteItem"], [this.table.tableArn], {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": removable },
      });
  }

  /** Appending to the audit trail: reading its head, and putting what lies there. Nothing of it may be deleted, and nothing else be written. */
  grantTrail(handler: Handler): void {
    handler.set(envNames.table, this.table.tableName);
    handler.set(envNames.auditKeys, SecretValue.secretsManager(this.auditKeys.secretArn).unsafeUnwrap());
    handler.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.table.tableArn], {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["audit#*"] },
    });
  }

  /**
   * Opening what is personal: reading the keys' table, and its key through DynamoDB alone. Only what erases people may write there. The master
   * key comes as the link secrets do: one decryption a cold start, which Lambda makes.
   */
  grantPeople(handler: Handler): void {
    handler.set(envNames.keyTable, this.keyTable.tableName);
    handler.set(envNames.masterKeys, SecretValue.secretsManager(this.masterKeys.secretArn).unsafeUnwrap());
    handler.allow(
      ["dynamodb:GetItem", ...(handler.needs.people === "erase" ? ["dynamodb:PutItem"] : [])],
      [this.keyTable.tableArn],
    );
    handler.allow(["kms:Decrypt"], [this.personKey.keyArn], {
      StringLike: { "kms:ViaService": "dynamodb.*.amazonaws.com*" },
    });
  }

  /** For what the HTTP API calls: one proxy of ours, CloudFront, stands before it, and shows this secret. */
  grantEdge(handler: Handler): void {
    handler.set(envNames.proxies, "1");
    handler.set(envNames.edgeSecret, this.edgeSecret.secretValue.unsafeUnwrap());
  }

  /**
   * The link secrets, resolved by CloudFormation into the encrypted environment: fetching them would cost every cold start a call and
   * 60 kB of client, and only who may use the key can read them there.
   */
  grantLinkSecrets(handler: Handler): void {
    const versionId = this.#settings.linkSecretsVersion;
    handler.set(
      envNames.secrets,
      SecretValue.secretsManager(this.linkSecrets.secretArn, versionId ? { versionId } : {}).unsafeUnwrap(),
    );
  }
}
