import { S3Client } from "@aws-sdk/client-s3";
import type { Ctx } from "@lingxi/core/platform/context";
import { sesMailer } from "@lingxi/core/platform/mail/ses";
import { s3Objects } from "@lingxi/core/platform/objects-s3";
import { renderer } from "@lingxi/core/platform/parts";
import { keysFrom, runtime } from "@lingxi/core/platform/runtime";
import { unlogged } from "@lingxi/core/platform/sdk";
import { dynamoClient } from "@lingxi/core/platform/table";
import { buckets } from "./objects.ts";

/** The host's own context, acting as the product itself: for what it does before the first request. Reads the handlers' environment. */
export function hostContext(env: Readonly<Record<string, string | undefined>>): Ctx {
  const client = dynamoClient();
  const objects = s3Objects(unlogged(new S3Client({ forcePathStyle: true })), buckets);
  const mailer = sesMailer({ from: env.MAIL_FROM ?? "", replyTo: env.MAIL_REPLY_TO ?? "" });
  return runtime(env, { client, keys: keysFrom(env), objects, mailer, render: renderer(env) })(
    { kind: "system", name: "local" },
    "start",
  );
}
