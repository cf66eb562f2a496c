import { envNames } from "@lingxi/core/platform/env";
import { region } from "./bus.ts";
import { buckets } from "./objects.ts";
import { tableName } from "./table.ts";

export interface Endpoints {
  readonly table: string;
  readonly objects: string;
  readonly mail: string;
  readonly bus: string;
}

/** The settings that the handlers find, under the names that they have in the cloud; the rest leads the SDK to the embedded parts. */
export const handlerEnvironment = (options: {
  endpoints: Endpoints;
  origin: string;
  secrets: string;
  masterKeys: string;
  auditKeys: string;
  renderer: string;
}): Record<string, string> => ({
  [envNames.table]: tableName,
  [envNames.siteBucket]: buckets.site,
  [envNames.privateBucket]: buckets.private,
  [envNames.origin]: options.origin,
  [envNames.secrets]: options.secrets,
  [envNames.masterKeys]: options.masterKeys,
  [envNames.auditKeys]: options.auditKeys,
  [envNames.mailFrom]: "灵犀计划 <no-reply@lingxi.example>",
  [envNames.replyTo]: "灵犀计划 <office@lingxi.example>",
  [envNames.mailTransport]: "ses",
  // Short, since a start hears what the transport has said before it sends (see queues.ts).
  [envNames.mailSilence]: "0.05",
  // The embedded transport makes an event of every mail that it took, and keeps it.
  [envNames.afterSilence]: "resend",
  [envNames.bus]: "lingxi",
  OBJECTS_PATH_STYLE: "1",
  RENDERER_PATH: options.renderer,
  AWS_REGION: region,
  // What the embedded object store accepts; the other parts take any.
  AWS_ACCESS_KEY_ID: "S3RVER",
  AWS_SECRET_ACCESS_KEY: "S3RVER",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_REQUEST_CHECKSUM_CALCULATION: "WHEN_REQUIRED",
  AWS_RESPONSE_CHECKSUM_VALIDATION: "WHEN_REQUIRED",
  AWS_ENDPOINT_URL_DYNAMODB: options.endpoints.table,
  AWS_ENDPOINT_URL_S3: options.endpoints.objects,
  AWS_ENDPOINT_URL_SESV2: options.endpoints.mail,
  AWS_ENDPOINT_URL_EVENTBRIDGE: options.endpoints.bus,
});

/** What a reader's shell may hold for the real cloud; it must not reach the embedded parts. */
const foreign = [
  "AWS_PROFILE",
  "AWS_SESSION_TOKEN",
  "AWS_ENDPOINT_URL",
  "AWS_DEFAULT_REGION",
  "AWS_CONFIG_FILE",
  "AWS_SHARED_CREDENTIALS_FILE",
];

export function applyEnvironment(environment: Readonly<Record<string, string>>): void {
  for (const name of foreign) delete process.env[name];
  Object.assign(process.env, environment);
}
