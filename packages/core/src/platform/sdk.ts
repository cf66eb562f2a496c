/** A client of the SDK without what prepares every call and answer for a logger, as it does even where there is none. */
export function unlogged<C extends { readonly middlewareStack: { remove(name: string): boolean } }>(client: C): C {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}
