declare module "@20minutes/s3rver" {
  import type { Server } from "node:http";
  import type { AddressInfo } from "node:net";
  import type { Readable } from "node:stream";

  namespace S3rver {
    interface Options {
      address: string;
      port: number;
      directory: string;
      silent?: boolean;
      vhostBuckets?: boolean;
      allowMismatchedSignatures?: boolean;
      configureBuckets?: readonly { name: string }[];
    }
    interface Store {
      getObject(bucket: string, key: string, options?: object): Promise<unknown>;
      putObject(object: { bucket: string; key: string }): Promise<unknown>;
      deleteObject(bucket: string, key: string): Promise<void>;
      putContent(path: string, content: Buffer | Readable): Promise<[size: number, md5: string]>;
    }
  }

  class S3rver {
    constructor(options: S3rver.Options);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
    readonly logger: { readonly exceptions: { unhandle(): void } };
    readonly httpServer: Server;
    readonly store: S3rver.Store;
  }
  export = S3rver;
}

declare module "aws-ses-v2-local/dist/store.js" {
  interface StoredEmail {
    messageId: string;
    at: number;
  }
  export function getStoreReadonly(): { emails: StoredEmail[] };
}
