export { allChains, chainById, findChain } from "./chains.ts";
