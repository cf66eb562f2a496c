export { deriveCaseEvents } from "./events.ts";
