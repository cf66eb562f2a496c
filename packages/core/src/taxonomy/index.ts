export { allChains, chainById, findChain } from "./chains.ts";
export { KnownChain, KnownChains } from "./known-chain.ts";
