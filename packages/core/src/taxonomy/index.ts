export { allChains, chainById, findChain } from "./chains.ts";
export { KnownChain } from "./known-chain.ts";
