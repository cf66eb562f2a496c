import { fill } from "@lingxi/core/platform/text";
import { useEffect, useRef, useState } from "preact/hooks";
import { graphWords, kindName } from "../../text/figures-graph.ts";
import { Failed } from "../failed.tsx";
import type { GraphProps } from "../graph-section.tsx";
import { hashOf, placeIn } from "./address.ts";
import { byContent, Chooser } from "./chooser.tsx";
import { nodeKinds } from "./net.ts";
import { Nothing } from "./nothing.tsx";
import { Panel, pageOf } from "./panel.tsx";
import { Picture } from "./picture.tsx";
import { Sign } from "./shape.tsx";
import { useGraph } from "./use-graph.ts";
import { useTrail } from "./use-trail.ts";
import { standing, stepTo, walk } from "./walk.ts";

const usePlace = () => {
  const [place, setPlace] = useState(() => placeIn(location.hash));
  useEffect(() => {
    const follow = () => setPlace((before) => placeIn(location.hash) ?? before);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return place;
};

/** One chain's graph: as a picture to be walked by the keyboard, and beside it in words. */
export function GraphWalk({ board, version }: GraphProps) {
  const { locale, figures } = board;
  const words = graphWords[locale];
  const place = usePlace();
  const wanted = place?.chain ?? byContent(figures.chains)[0]?.chain.id;
  const known = figures.chains.find(({ chain }) => chain.id === wanted)?.chain.id;
  const { loaded, again } = useGraph(known, version);
  const net = loaded.state === "ready" && loaded.chain === known ? loaded.net : undefined;
  const over = net?.nodes.find((node) => node.over);
  const [trail, setTrail] = useTrail(net, place);
  const field = useRef<HTMLSelectElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // Who followed a link of the panel reads on from where it led; the link itself may be gone then.
  const followed = useRef(false);
  useEffect(() => {
    if (followed.current) heading.current?.focus();
    followed.current = false;
  }, [trail]);

  function go(next: readonly number[]) {
    setTrail(next);
    if (known && net) history.replaceState(null, "", hashOf({ chain: known, node: net.nodes[standing(next)]?.id }));
  }
  function onKey(event: KeyboardEvent) {
    const node = net?.nodes[standing(trail)];
    if (!net || !node || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = walk(net, trail, event.key);
    if (event.key === "Enter") location.assign(pageOf(node, locale));
    else if (next) go(next);
    else if (event.key === "Escape") field.current?.focus();
    else if (!/^(Arrow|Home$|End$)/.test(event.key)) return;
    event.preventDefault();
  }

  return (
    <>
      <Chooser board={board} chain={known} field={field} onChoose={(chain) => location.assign(hashOf({ chain }))} />
      {known === undefined && wanted !== undefined && (
        <div class="notice notice--warning" role="status">
          <p class="notice__title">{fill(words.unknown, { chain: wanted })}</p>
          <p>{words.unknownHelp}</p>
        </div>
      )}
      {known && loaded.state === "loading" && (
        <p class="muted" role="status">
          {board.words.graph.loading}
        </p>
      )}
      {known && loaded.state === "failed" && <Failed words={board.words} again={again} />}
      {known && net && (
        <div class="graph__walk">
          <Panel
            board={board}
            net={net}
            chain={known}
            trail={trail}
            heading={heading}
            onFollow={() => {
              followed.current = true;
            }}
          />
          <div class="graph__map">
            <Picture board={board} net={net} trail={trail} onKey={onKey} onChoose={(node) => go(stepTo(net, trail, node))} />
            <p class="small muted graph__keys" id="graph-keys">
              {words.keys}
            </p>
            <ul class="legend" aria-hidden="true">
              {nodeKinds
                .filter((kind) => net.nodes.some((node) => node.kind === kind))
                .map((kind) => (
                  <li key={kind}>
                    <Sign kind={kind} /> {words.kinds[kind]}
                  </li>
                ))}
              {over && (
                <li>
                  <Sign kind={over.kind} over /> {kindName(over, locale)}
                </li>
              )}
            </ul>
          </div>
          {net.nodes.length === 1 && <Nothing locale={locale} />}
        </div>
      )}
    </>
  );
}
