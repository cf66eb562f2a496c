import { fill, say } from "@lingxi/core/platform/text";
import { findQuery, type GraphNode, inLocale, paths } from "@lingxi/core/publication/schema";
import type { Ref } from "preact";
import { graphWords, kindName } from "../../text/figures-graph.ts";
import type { Board } from "../shown.ts";
import { hashOf } from "./address.ts";
import type { Net } from "./net.ts";
import { Sign } from "./shape.tsx";
import { standing, type Trail } from "./walk.ts";

interface Props {
  readonly board: Board;
  readonly net: Net;
  readonly chain: string;
  readonly trail: Trail;
  readonly heading: Ref<HTMLHeadingElement>;
  /** A link to another node was followed. */
  readonly onFollow: () => void;
}

/** The page of a node; of an organisation, which has none, what the site finds under its name. */
export const pageOf = (node: GraphNode, locale: Board["locale"]): string =>
  inLocale(node.path ?? paths.find + findQuery({ q: say(node.label, locale) }), locale);

/** The graph in words: the way walked, the node where one stands, and what it is connected with. */
export function Panel({ board, net, chain, trail, heading, onFollow }: Props) {
  const { locale } = board;
  const words = graphWords[locale];
  const here = standing(trail);
  const node = net.nodes[here];
  if (!node) return null;
  const next = net.next[here] ?? [];
  const nameOf = (one: GraphNode) => (
    <span lang={locale === "en" && !one.label.en ? "zh-CN" : undefined}>{say(one.label, locale)}</span>
  );
  return (
    <section class="graph__panel" aria-labelledby="graph-here">
      <nav aria-label={words.trail}>
        <ol class="graph__trail">
          {(trail.length > 1 ? trail : []).map((step) => {
            const one = net.nodes[step];
            return (
              one && (
                <li key={one.id}>
                  {step === here ? (
                    <span aria-current="step">{nameOf(one)}</span>
                  ) : (
                    <a href={hashOf({ chain, node: one.id })} onClick={onFollow}>
                      {nameOf(one)}
                    </a>
                  )}
                </li>
              )
            );
          })}
        </ol>
      </nav>
      <p class="small muted graph__kind">
        <Sign kind={node.kind} over={node.over} /> {kindName(node, locale)}
      </p>
      <h3 id="graph-here" tabIndex={-1} ref={heading}>
        {nameOf(node)}
      </h3>
      <p>
        <a class="button button--quiet" href={pageOf(node, locale)}>
          {node.path ? words.openPage : words.search}
        </a>
      </p>
      <h4>{fill(words.next, { n: next.length })}</h4>
      {net.nodes.length > 1 && next.length === 1 && trail.length > 1 && <p class="small muted">{words.leaf}</p>}
      <ul class="graph__next">
        {next.map((other) => {
          const one = net.nodes[other];
          return (
            one && (
              <li key={one.id}>
                <Sign kind={one.kind} over={one.over} />
                <a href={hashOf({ chain, node: one.id })} onClick={onFollow}>
                  {nameOf(one)} <span class="small muted">{kindName(one, locale)}</span>
                </a>
                {one.path && (
                  <a class="small" href={pageOf(one, locale)}>
                    {words.open}
                    <span class="visually-hidden"> {nameOf(one)}</span>
                  </a>
                )}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
