import { createHash, randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import S3rver, { type Store } from "@20minutes/s3rver";

export const buckets = { site: "lingxi-site", private: "lingxi-private" } as const;

/** The embedded object store: S3's protocol on a folder, in this process. */
export interface ObjectStore {
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function startObjects(folder: string): Promise<ObjectStore> {
  mkdirSync(folder, { recursive: true });
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    directory: folder,
    silent: true,
    vhostBuckets: false,
    configureBuckets: Object.values(buckets).map((name) => ({ name })),
  });
  // It would otherwise catch every uncaught error of this process.
  server.logger.exceptions.unhandle();
  makeAtomic(server.store);
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
    },
  };
}

/**
 * The store writes in place, and the object, its digest and its headers one after the other: a reader could meet half a page, and a
 * killed process could leave one. So each file is written aside and renamed, and the calls for one key wait for each other.
 */
function makeAtomic(store: Store): void {
  const last = new Map<string, Promise<unknown>>();
  const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const tidy = () => void (last.get(key) === turn && last.delete(key));
    turn.then(tidy, tidy);
    return turn;
  };
  const { getObject, putObject, deleteObject } = store;
  store.getObject = (bucket, key, options) => inTurn(`${bucket}/${key}`, () => getObject.call(store, bucket, key, options));
  store.putObject = (object) => inTurn(`${object.bucket}/${object.key}`, () => putObject.call(store, object));
  store.deleteObject = (bucket, key) => inTurn(`${bucket}/${key}`, () => deleteObject.call(store, bucket, key));
  store.putContent = async (path, content) => {
    const draft = `${path}.${randomUUID()}`;
    const md5 = createHash("md5");
    let size = 0;
    try {
      await pipeline(
        Buffer.isBuffer(content) ? Readable.from([content]) : content,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            md5.update(chunk);
            size += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(draft),
      );
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return [size, md5.digest("hex")];
  };
}
