import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Board } from "./shown.ts";

export interface GraphProps {
  readonly board: Board;
  /** Another one whenever the figures have changed: then the graph may have too. */
  readonly version: string | undefined;
}

/** The place of the graph: what draws it is fetched when the reader comes near. */
export function GraphSection({ board, version }: GraphProps) {
  const { words } = board;
  const section = useRef<HTMLElement>(null);
  const [Walk, setWalk] = useState<ComponentType<GraphProps>>();
  useEffect(() => {
    const element = section.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        import("./graph/graph.tsx").then(({ GraphWalk }) => setWalk(() => GraphWalk)).catch(() => setWalk(() => Missing));
      },
      { rootMargin: "400px" },
    );
    observer.observe(element);
    if (location.hash.startsWith("#graph")) element.scrollIntoView();
    return () => observer.disconnect();
  }, []);
  return (
    <section class="section graph" id="graph" aria-labelledby="graph-title" ref={section}>
      <div class="section-head">
        <h2 id="graph-title">{words.graph.title}</h2>
      </div>
      <p class="small muted twin__note">{words.graph.intro}</p>
      <p class="without-script">{words.graph.noScript}</p>
      <div class="graph__room">
        {Walk ? <Walk board={board} version={version} /> : <p class="muted with-script">{words.graph.loading}</p>}
      </div>
    </section>
  );
}

/** The script that draws the graph could not be fetched. */
function Missing({ board: { words } }: GraphProps) {
  return (
    <div class="notice notice--error" role="alert">
      <p class="notice__title">{words.graph.failed}</p>
      <p>
        {words.graph.failedHelp}{" "}
        <button type="button" class="link-button" onClick={() => location.reload()}>
          {words.graph.again}
        </button>
      </p>
    </div>
  );
}
