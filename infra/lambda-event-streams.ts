/**
 * Stands in for the SDK's event streams, 14 kB of every client, which no call of ours uses (of S3, only SelectObjectContent does). The
 * settings pass through untouched; a call that wanted a stream fails by name.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error("This function's bundle has no event streams: see infra/bundle.ts.");
  }
}

export const eventStreamSerdeProvider = (): object => ({});
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
