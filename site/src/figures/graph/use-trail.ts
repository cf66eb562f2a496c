import { useState } from "preact/hooks";
import type { Place } from "./address.ts";
import type { Net } from "./net.ts";
import { carryOver, start, stepTo, type Trail } from "./walk.ts";

interface State {
  readonly net: Net | undefined;
  readonly place: Place | undefined;
  readonly trail: Trail;
}

/**
 * The way walked so far. It goes on to the node that the address names whenever the reader goes to one, and is carried over into a newer graph
 * as far as it is still there.
 */
export function useTrail(net: Net | undefined, place: Place | undefined): [Trail, (trail: Trail) => void] {
  const [state, setState] = useState<State>({ net: undefined, place: undefined, trail: start });
  let { trail } = state;
  if (net !== state.net || place !== state.place) {
    const sameChain = net && state.net?.nodes[0]?.id === net.nodes[0]?.id;
    trail = sameChain && state.net ? carryOver(state.net, net, state.trail) : start;
    if (net && (place !== state.place || !sameChain)) {
      const at = place?.node ? net.nodes.findIndex(({ id }) => id === place.node) : 0;
      trail = at < 0 ? trail : stepTo(net, trail, at);
    }
    setState({ net, place, trail });
  }
  return [trail, (next) => setState((before) => ({ ...before, trail: next }))];
}
