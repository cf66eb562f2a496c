import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Objects, Store } from "./objects.ts";

/** The object store on S3, or on anything that speaks its protocol. */
export function s3Objects(client: S3Client, buckets: Readonly<Record<Store, string>>): Objects {
  return {
    async put(store, key, body, { type, cache }) {
      await client.send(
        new PutObjectCommand({
          Bucket: buckets[store],
          Key: key,
          Body: body,
          ContentType: type,
          ...(cache ? { CacheControl: cache } : {}),
        }),
      );
    },
    async get(store, key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: buckets[store], Key: key }));
        return {
          body: (await answer.Body?.transformToByteArray()) ?? new Uint8Array(),
          type: answer.ContentType ?? "application/octet-stream",
        };
      } catch (error) {
        if (error instanceof NoSuchKey || (error as { name?: string }).name === "NoSuchKey") return undefined;
        throw error;
      }
    },
    async remove(store, key) {
      await client.send(new DeleteObjectCommand({ Bucket: buckets[store], Key: key }));
    },
  };
}
