import type { DatabaseSync } from "node:sqlite";

/** Small durable facts of the host: where the stream was read to, which samples are in, what was uploaded. */
export interface Facts {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

export function facts(db: DatabaseSync): Facts {
  const get = db.prepare("select value from fact where name = ?");
  const set = db.prepare("insert into fact (name, value) values (?, ?) on conflict (name) do update set value = excluded.value");
  return {
    get: (name) => get.get(name)?.value as string | undefined,
    set: (name, value) => void set.run(name, value),
  };
}
