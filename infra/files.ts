import { envNames } from "@lingxi/core/platform/env";
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { Handler } from "./functions.ts";

const actions = { get: "s3:GetObject", put: "s3:PutObject", delete: "s3:DeleteObject" } as const;

/** The buckets: what the public may read (through CloudFront), what only the product may, and the access logs of both. */
export class Files extends Construct {
  readonly site: s3.IBucket;
  readonly private: s3.IBucket;
  readonly logs: s3.IBucket;
  readonly #imported = new Map<string, string>();

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const closed = {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
    } as const;
    this.logs = new s3.Bucket(this, "Logs", {
      ...closed,
      encryption: s3.BucketEncryption.S3_MANAGED,
      // Access logs are delivered with an access list.
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    }) as s3.IBucket;
    this.site = new s3.Bucket(this, "Site", {
      ...closed,
      encryption: s3.BucketEncryption.S3_MANAGED,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: "site/",
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    }) as s3.IBucket;
    this.private = new s3.Bucket(this, "Private", {
      ...closed,
      encryption: s3.BucketEncryption.KMS_MANAGED,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: "private/",
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // The search's snapshots can be made again, and what was taken out of them is not kept.
        { prefix: "search/", noncurrentVersionExpiration: Duration.days(1), expiredObjectDeleteMarker: true },
      ],
    }) as s3.IBucket;
  }

  /** Gives a function the actions that it needs on objects, and both buckets' names where it needs any. */
  grantObjects(handler: Handler): void {
    const { site, private: secluded } = handler.needs;
    if (!site.length && !secluded.length) return;
    // The code asks for both names at once.
    handler.set(envNames.siteBucket, this.site.bucketName);
    handler.set(envNames.privateBucket, this.private.bucketName);
    for (const [bucket, needed, what] of [
      [this.site, site, "pages and pictures have names of their own"],
      [this.private, secluded, "uploads have names of their own"],
    ] as const) {
      if (!needed.length) continue;
      const { arn, id } = this.#arnFor(Stack.of(handler), bucket);
      handler.allow(
        needed.map((action) => actions[action]),
        [`${arn}/*`],
      );
      // Else S3 says of an object that is not there that access to it is denied.
      if (needed.includes("get")) handler.allow(["s3:ListBucket"], [arn]);
      acknowledge(handler.role, `AwsSolutions-IAM5[Resource::${id}/*]`, `Any object of this one bucket: ${what}.`);
    }
  }

  /** A bucket's ARN for a stack, and how cdk-nag writes it. Another stack imports it by a name of ours, since the finding names what is imported. */
  #arnFor(stack: Stack, bucket: s3.IBucket): { readonly arn: string; readonly id: string } {
    if (stack === bucket.stack)
      return { arn: bucket.bucketArn, id: `<${stack.getLogicalId(bucket.node.defaultChild as s3.CfnBucket)}.Arn>` };
    const name = `${bucket.stack.stackName}-${bucket.node.id.toLowerCase()}-arn`;
    const arn = this.#imported.get(name) ?? bucket.stack.exportValue(bucket.bucketArn, { name });
    this.#imported.set(name, arn);
    return { arn, id: name };
  }
}
