import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { functionPaths } from "@lingxi/functions/paths";
import type { Job } from "./clock.ts";
import type { GatewayHandler } from "./gateway-event.ts";
import type { QueueHandler, Subscriber, Subscription } from "./queues.ts";
import type { StreamHandler } from "./stream.ts";

/** Where the handlers lie. */
export interface HandlerPaths {
  /** The entry file of each HTTP function. */
  readonly http: Readonly<Record<string, string>>;
  readonly relay: string;
  readonly trail?: string;
  /** The module whose `subscriptions` names, for each file of `subscribers`, the events that it wants. */
  readonly names: string;
  readonly subscribers: string;
  readonly jobs: string;
}

export const root = fileURLToPath(new URL("../../../", import.meta.url));

export const ownHandlers: HandlerPaths = {
  http: Object.fromEntries(Object.keys(functionPaths).map((name) => [name, join(root, "functions/src", name, "handler.ts")])),
  relay: join(root, "events/src/relay.ts"),
  trail: join(root, "events/src/trail.ts"),
  names: join(root, "events/src/names.ts"),
  subscribers: join(root, "events/src/subscribers"),
  jobs: join(root, "functions/src/jobs"),
};

export interface Handlers {
  readonly http: Readonly<Record<string, GatewayHandler>>;
  readonly relay: StreamHandler;
  readonly trail: StreamHandler;
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
  const [http, relay, trail, subscribers, jobs] = await Promise.all([
    Promise.all(Object.entries(paths.http).map(async ([name, path]) => [name, await handler<GatewayHandler>(path)] as const)),
    handler<StreamHandler>(paths.relay),
    paths.trail ? handler<StreamHandler>(paths.trail) : async () => undefined,
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
  return { http: Object.fromEntries(http), relay, trail, subscribers, jobs };
}

const load = (path: string): Promise<unknown> => import(pathToFileURL(path).href);

const modules = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .sort()
        .map((name) => join(folder, name))
    : [];
