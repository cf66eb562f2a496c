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
import type { Settings } from "./settings.ts";

const string = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });

/** What must outlive everything else: the table, the key that secrets are encrypted with, and the link secrets. */
export class Data extends Construct {
  readonly table: dynamodb.Table;
  /** Encrypts secrets, the functions' environments and the alarms. */
  readonly key: kms.Key;
  readonly linkSecrets: secretsmanager.Secret;
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
    acknowledge(
      this.linkSecrets,
      "AwsSolutions-SMG4",
      "Changing it by a clock would break links in mail already sent: it is rotated by hand with an overlap (docs/deploy.md).",
    );
  }

  /**
   * Reading items by key, and queries; writing where the function needs it. No scanning, and no deleting, since a deletion is a change of state first; but for what publishing
   * derives for the site, which can be made again.
   */
  grantItems(handler: Handler): void {
    handler.set(envNames.table, this.table.tableName);
    const writing = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem"];
    handler.allow(
      ["dynamodb:GetItem", "dynamodb:Query", ...(handler.needs.table === "write" ? writing : [])],
      [this.table.tableArn],
    );
    handler.allow(
      ["dynamodb:Query"],
      tableDefinition.indexes.map(({ name }) => `${this.table.tableArn}/index/${name}`),
    );
    if (handler.needs.publishes) {
      handler.allow(["dynamodb:BatchGetItem"], [this.table.tableArn]);
      handler.allow(["dynamodb:DeleteItem"], [this.table.tableArn], {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["site#*"] },
      });
    }
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
