import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Actor } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { envNames, required } from "./env.ts";
import { idFactory } from "./id.ts";
import { createKeys, type Keys } from "./keys.ts";
import { jsonLog, type Log } from "./log.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { Objects } from "./objects.ts";
import type { Outbound } from "./outbound.ts";
import type { Fonts } from "./paper/fonts.ts";
import type { Say } from "./pinyin.ts";
import type { Renderer } from "./render.ts";
import { dynamoClient, dynamoTable } from "./table.ts";
import { keyTableOf } from "./table-definition.ts";
import { vault as openVault } from "./vault/ring.ts";
import { sealedTable } from "./vault/sealed-table.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The parts that an entry point has; what it has not fails by name when used, so that a function bundles only what it needs. */
export interface Parts {
  readonly client: DynamoDBClient;
  readonly keys: Keys;
  readonly mailer?: Mailer;
  readonly objects?: Objects;
  readonly outbound?: Outbound;
  readonly render?: Renderer;
  readonly fonts?: Fonts;
  readonly sound?: () => Promise<Say>;
  readonly now?: () => Date;
  readonly log?: Log;
}

/** Makes contexts for one process: each call or event gets its own actor and request id. */
export function runtime(env: Env, parts: Parts): (actor: Actor, requestId: string) => Ctx {
  const now = parts.now ?? (() => new Date());
  const name = required(env, envNames.table);
  const keyTable = dynamoTable(parts.client, env[envNames.keyTable] ?? keyTableOf(name));
  const vault = openVault(keyTable, () => required(env, envNames.masterKeys), now);
  const table = sealedTable(dynamoTable(parts.client, name), vault);
  const newId = idFactory(now);
  const origin = required(env, envNames.origin).replace(/\/$/, "");
  const render = parts.render ?? (() => Promise.reject(new Error("This entry point has no renderer.")));
  return (actor, requestId) => {
    const ctx: Ctx = {
      actor,
      requestId,
      origin,
      now,
      newId,
      table,
      vault,
      keys: parts.keys,
      mailer: parts.mailer ?? missing<Mailer>("mailer"),
      objects: parts.objects ?? missing<Objects>("objects"),
      outbound: parts.outbound ?? missing<Outbound>("outbound"),
      render: (input) => render(input, ctx),
      fonts: parts.fonts ?? missing<Fonts>("fonts"),
      sound: parts.sound ?? (async () => () => []),
      log: parts.log ?? jsonLog({ requestId }, undefined, now),
    };
    return ctx;
  };
}

/** One runtime a process, made at the first call, so that loading a module costs nothing but loading; a start that failed is tried again. */
export function lazyRuntime(env: Env, parts: () => Promise<Omit<Parts, "client" | "keys">> = async () => ({})) {
  let made: Promise<ReturnType<typeof runtime>> | undefined;
  const start = async () => runtime(env, { client: dynamoClient(), keys: keysFrom(env), ...(await parts()) });
  return () => {
    made ??= start().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** The keys from the settings. In the cloud the entry point puts the secret there when it starts. */
export function keysFrom(env: Env): Keys {
  const [first, ...others] = required(env, envNames.secrets).split(",").filter(Boolean);
  if (!first) throw new Error(`The setting ${envNames.secrets} is empty.`);
  return createKeys([first, ...others]);
}

function missing<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get(_target, property) {
      throw new Error(`This entry point has no ${name} (${String(property)}).`);
    },
  });
}
