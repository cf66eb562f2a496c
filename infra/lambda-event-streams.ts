/** Stands in for the SDK's event streams, which none of the services that a function calls speaks; the SDK asks for them only when one does. */
export class EventStreamSerde {
  constructor() {
    throw new Error("This function's bundle has no event streams: see infra/bundle.ts.");
  }
}
