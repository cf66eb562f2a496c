import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../text.ts";
import { moved, placeAt } from "./places.ts";
import { words } from "./words.ts";

/** Pixels from the edge of the window within which what is dragged scrolls it, and how far at a time. */
const edge = 72;
const stride = 10;

/** A tool of a row of this list, and not of a list within one of its rows. */
const toolIn = (row: number, tool: string) => `:scope > * > [data-row="${row}"] > .row-list__tools ${tool}`;

interface Drag {
  /** Indexes of the rows as they stand now. */
  readonly order: readonly number[];
  /** Where the one that is dragged stands among them. */
  readonly at: number;
}

/** What the elements of an ordered list need; rows carry `data-row`. */
export interface Order<T> {
  /** The rows as they are to be drawn, each with its index in `value`, which names its fields and is its key. */
  readonly rows: readonly { readonly one: T; readonly index: number; readonly lifted: boolean }[];
  /** Said in a live region. */
  readonly told: string;
  move(from: number, to: number, focus?: string): void;
  remove(index: number): void;
  /** What is pressed or taken next gets the focus: a selector within the list's parent. */
  focusNext(selector: string): void;
  handle(index: number): object;
  readonly list: object;
}

/**
 * A list whose order matters: dragged by its handles with mouse, pen or finger, moved by buttons, and by Alt with an arrow on a handle. What is
 * dragged is written once, when it is let go; Escape lets go of it where it was.
 */
export function useOrder<T>(
  value: readonly T[],
  onInput: (value: readonly T[], apart: boolean) => void,
  box: RefObject<HTMLElement>,
): Order<T> {
  const [drag, setDrag] = useState<Drag>();
  const [told, tell] = useState("");
  const wanted = useRef("");
  const pointer = useRef(0);
  const now = useRef(drag);
  now.current = drag;

  // What was pressed moves with its row, and so does the focus.
  useLayoutEffect(() => {
    const selector = wanted.current;
    if (!selector) return;
    wanted.current = "";
    box.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus();
  }, [value]);

  const move = (from: number, to: number, focus = ".row-list__handle") => {
    if (to < 0 || to >= value.length || from === to) return;
    wanted.current = toolIn(to, focus);
    tell(t(words.moved, { n: to + 1, total: value.length }));
    onInput(moved(value, from, to), true);
  };

  const follow = () => {
    const held = now.current;
    if (!held) return;
    const middles = [...(box.current?.children ?? [])].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    const to = placeAt(middles, held.at, pointer.current);
    if (to !== held.at) setDrag({ order: moved(held.order, held.at, to), at: to });
  };
  const drop = (keep: boolean) => {
    const held = now.current;
    setDrag(undefined);
    if (keep && held) move(held.order[held.at] ?? held.at, held.at);
  };

  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return undefined;
    let frame = requestAnimationFrame(function scroll() {
      const y = pointer.current;
      const by = y < edge ? -stride : y > innerHeight - edge ? stride : 0;
      if (by) {
        scrollBy(0, by);
        follow();
      }
      frame = requestAnimationFrame(scroll);
    });
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      drop(false);
    };
    addEventListener("keydown", giveUp);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("keydown", giveUp);
    };
  }, [dragging]);

  const order = drag?.order.length === value.length ? drag.order : value.map((_, index) => index);
  return {
    told,
    move,
    rows: order.flatMap((index, n) => {
      const one = value[index];
      return one === undefined ? [] : [{ one, index, lifted: drag?.at === n }];
    }),
    focusNext(selector) {
      wanted.current = selector;
    },
    remove(index) {
      const next = Math.min(index, value.length - 2);
      wanted.current = next < 0 ? ".row-list__add button" : toolIn(next, ".row-list__remove");
      tell(t(words.removed, { n: value.length - 1 }));
      onInput(
        value.filter((_, n) => n !== index),
        true,
      );
    },
    handle: (index) => ({
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0 || value.length < 2) return;
        pointer.current = event.clientY;
        // The list keeps hold of the pointer while its rows change places.
        box.current?.setPointerCapture(event.pointerId);
        setDrag({ order: value.map((_, n) => n), at: index });
      },
      onKeyDown: (event: KeyboardEvent) => {
        const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (!by || !event.altKey) return;
        event.preventDefault();
        move(index, index + by);
      },
    }),
    list: {
      onPointerMove: (event: PointerEvent) => {
        pointer.current = event.clientY;
        follow();
      },
      onPointerUp: () => drop(true),
      onPointerCancel: () => drop(false),
    },
  };
}
