import { fill, say } from "@lingxi/core/platform/text";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { graphWords, kindName } from "../../text/figures-graph.ts";
import type { Board } from "../shown.ts";
import { useSize } from "../use-size.ts";
import { labelSize, placeLabels } from "./labels.ts";
import { arrange, fit } from "./layout.ts";
import type { Net } from "./net.ts";
import { Shape } from "./shape.tsx";
import { standing, type Trail } from "./walk.ts";

/** In larger graphs only organisations, and what is near to where one stands, have their names beside them. */
const allNamed = 60;

interface Props {
  readonly board: Board;
  readonly net: Net;
  readonly trail: Trail;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onChoose: (node: number) => void;
}

/** The graph as a picture that is one stop of the tabulator; the node where one stands has the focus. */
export function Picture({ board, net, trail, onKey, onChoose }: Props) {
  const { locale } = board;
  const words = graphWords[locale];
  const [frame, { width, height }] = useSize<HTMLDivElement>();
  const here = standing(trail);
  const near = new Set(net.next[here]);
  const names = useMemo(() => net.nodes.map(({ label }) => say(label, locale)), [net, locale]);
  const places = useMemo(() => arrange(net), [net]);
  const points = useMemo(() => (width > 0 ? fit(places, width, height, width < 480 ? 28 : 56) : []), [places, width, height]);
  const labels = useMemo(() => {
    const few = net.nodes.length <= allNamed;
    const named = net.nodes.flatMap(({ kind }, n) => (few || kind === "organisation" ? [n] : []));
    const rest = named.sort((a, b) => (net.next[b]?.length ?? 0) - (net.next[a]?.length ?? 0) || a - b);
    return placeLabels(points, names, [...new Set([here, ...trail, ...(net.next[here] ?? []), ...rest])], width, height);
  }, [net, points, names, here, trail, width, height]);

  const elements = useRef<(SVGGElement | null)[]>([]);
  const picture = useRef<SVGSVGElement>(null);
  // The focus goes along, if it was in the picture; never takes it from elsewhere.
  useLayoutEffect(() => {
    if (picture.current?.contains(document.activeElement)) elements.current[here]?.focus({ preventScroll: true });
  }, [here]);

  const between = (a: number, b: number) => `${Math.min(a, b)}-${Math.max(a, b)}`;
  const walked = new Set(trail.slice(1).map((node, n) => between(trail[n] ?? node, node)));
  const tone = (a: number, b: number) =>
    walked.has(between(a, b)) ? "edge is-walked" : a === here || b === here ? "edge is-near" : "edge";
  const chain = names[0] ?? "";
  return (
    <div class={net.nodes.length > 1 ? "graph__picture" : "graph__picture graph__picture--lonely"} ref={frame}>
      {points.length > 0 && (
        <svg
          ref={picture}
          width={width}
          height={height}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a picture that is walked like a tree
          role="tree"
          aria-label={fill(words.picture, { chain, n: net.nodes.length })}
          aria-describedby="graph-keys"
          onKeyDown={onKey}
        >
          <g>
            {net.edges.map(([a, b]) => (
              <line
                key={`${a}-${b}`}
                class={tone(a, b)}
                x1={points[a]?.x}
                y1={points[a]?.y}
                x2={points[b]?.x}
                y2={points[b]?.y}
              />
            ))}
          </g>
          {net.nodes.map((node, n) => (
            <g
              key={node.id}
              ref={(element) => {
                elements.current[n] = element;
              }}
              class={n === here ? "node is-here" : near.has(n) ? "node is-near" : "node"}
              role="treeitem"
              aria-level={Number.isFinite(net.depth[n]) ? (net.depth[n] ?? 0) + 1 : 1}
              aria-selected={n === here}
              aria-label={fill(words.node, {
                kind: kindName(node, locale),
                name: names[n] ?? "",
                n: net.next[n]?.length ?? 0,
              })}
              tabindex={n === here ? 0 : -1}
              transform={`translate(${points[n]?.x} ${points[n]?.y})`}
              onClick={() => onChoose(n)}
            >
              <circle class="node__field" r="16" />
              <Shape kind={node.kind} over={node.over} />
            </g>
          ))}
          <svg aria-hidden="true">
            {labels.map(({ node, text, x, y, anchor }) => (
              <text
                key={node}
                class={node === here ? "label is-here" : near.has(node) ? "label is-near" : "label"}
                x={x}
                y={y}
                text-anchor={anchor}
                font-size={labelSize}
              >
                {text}
              </text>
            ))}
          </svg>
        </svg>
      )}
    </div>
  );
}
