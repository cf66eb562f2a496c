export { digestPage, digestToken, seeDigest, startDigest, stopDigest } from "./preference.ts";
