import { useEffect } from "preact/hooks";
import { Failed } from "./failed.tsx";
import type { Board } from "./shown.ts";
import { useNear } from "./use-near.ts";

export interface GraphProps {
  readonly board: Board;
  /** Another one whenever the figures have changed: then the graph may have too. */
  readonly version: string | undefined;
}

const graph = () => import("./graph/graph.tsx");

/** The place of the graph: what draws it is fetched when the reader comes near. */
export function GraphSection({ board, version }: GraphProps) {
  const { words } = board;
  const [section, got] = useNear<HTMLElement, Awaited<ReturnType<typeof graph>>>(graph);
  // The address may name a place in the graph, which is no element that the browser could go to.
  useEffect(() => {
    if (location.hash.startsWith("#graph/")) section.current?.scrollIntoView();
  }, [section]);
  const Walk = got === "failed" ? undefined : got?.value.GraphWalk;
  return (
    <section class="section graph" id="graph" aria-labelledby="graph-title" ref={section}>
      <div class="section-head">
        <h2 id="graph-title">{words.graph.title}</h2>
      </div>
      <p class="small muted twin__note">{words.graph.intro}</p>
      <p class="without-script">{words.graph.noScript}</p>
      <div class="graph__room">
        {Walk && <Walk board={board} version={version} />}
        {got === undefined && <p class="muted with-script">{words.graph.loading}</p>}
        {got === "failed" && <Failed words={words} again={() => location.reload()} />}
      </div>
    </section>
  );
}
