export { isCreditCode } from "./credit-code.ts";
