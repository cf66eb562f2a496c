import { useEffect, useState } from "preact/hooks";
import { type Net, netOf, readGraph } from "./net.ts";

/** The graph of a chain, or why there is none. */
export type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly chain: string; readonly net: Net };

const kept = new Map<string, { readonly text: string; readonly net: Net }>();

async function fetchNet(chain: string, signal: AbortSignal): Promise<Net> {
  const answer = await fetch(`/figures/graph/${encodeURIComponent(chain)}.json`, { cache: "no-cache", signal });
  if (!answer.ok) throw new Error(`Status ${answer.status}`);
  const text = await answer.text();
  const known = kept.get(chain);
  if (known?.text === text) return known.net;
  const net = netOf(readGraph(text));
  kept.set(chain, { text, net });
  return net;
}

/** Fetches a chain's graph, again when `version` changes; what is shown stays while it does, and when the new one cannot be had. */
export function useGraph(chain: string | undefined, version: string | undefined) {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (chain === undefined) return;
    const stop = new AbortController();
    setLoaded((before) => (before.state === "ready" && before.chain === chain ? before : { state: "loading" }));
    fetchNet(chain, stop.signal)
      .then((net) => setLoaded({ state: "ready", chain, net }))
      .catch(() => {
        if (!stop.signal.aborted) setLoaded((before) => (before.state === "ready" ? before : { state: "failed" }));
      });
    return () => stop.abort();
  }, [chain, version, tries]);
  return { loaded, again: () => setTries((n) => n + 1) };
}
