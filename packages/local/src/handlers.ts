import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Job } from "./clock.ts";
import type { GatewayHandler } from "./gateway-event.ts";
import type { QueueHandler, Subscriber, Subscription } from "./queues.ts";
import type { StreamHandler } from "./stream.ts";

/** Where the handlers lie. */
export interface HandlerPaths {
  readonly api: string;
  readonly editing: string;
  readonly relay: string;
  /** The module whose `subscriptions` names, for each file of `subscribers`, the events that it wants. */
  readonly names: string;
  readonly subscribers: string;
  readonly jobs: string;
}

export const root = fileURLToPath(new URL("../../../", import.meta.url));

export const ownHandlers: HandlerPaths = {
  api: join(root, "functions/src/api/handler.ts"),
  editing: join(root, "functions/src/editing/handler.ts"),
  relay: join(root, "events/src/relay.ts"),
  names: join(root, "events/src/names.ts"),
  subscribers: join(root, "events/src/subscribers"),
  jobs: join(root, "functions/src/jobs"),
};

export interface Handlers {
  readonly api: GatewayHandler;
  readonly editing: GatewayHandler;
  readonly relay: StreamHandler;
  readonly subscribers: readonly Subscriber[];
  readonly jobs: readonly Job[];
}

/** Which queues there are; needs no handler, so that mail and events can be taken before these are loaded. */
export async function readSubscriptions(paths: HandlerPaths): Promise<Readonly<Record<string, Subscription>>> {
  return ((await load(paths.names)) as { subscriptions: Record<string, Subscription> }).subscriptions;
}

/** Imports the handlers, which read the environment at once. */
export async function loadHandlers(
  paths: HandlerPaths,
  subscriptions: Readonly<Record<string, Subscription>>,
): Promise<Handlers> {
  const handler = async <T>(path: string) => ((await load(path)) as { handler: T }).handler;
  const [api, editing, relay, subscribers, jobs] = await Promise.all([
    handler<GatewayHandler>(paths.api),
    handler<GatewayHandler>(paths.editing),
    handler<StreamHandler>(paths.relay),
    Promise.all(
      Object.entries(subscriptions).map(async ([name, wanted]) => ({
        ...wanted,
        name,
        handler: await handler<QueueHandler>(join(paths.subscribers, `${name}.ts`)),
      })),
    ),
    Promise.all(
      modules(paths.jobs).map(async (path) => ({ ...((await load(path)) as Omit<Job, "name">), name: basename(path, ".ts") })),
    ),
  ]);
  return { api, editing, relay, subscribers, jobs };
}

const load = (path: string): Promise<unknown> => import(pathToFileURL(path).href);

const modules = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .sort()
        .map((name) => join(folder, name))
    : [];
