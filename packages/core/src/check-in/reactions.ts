/** The door for the relay: what entries mean, without what prints badges. */
export { deriveDoorEvents } from "./events.ts";
