import type { DemandState } from "@lingxi/core/demand/schema";
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Lift {
  readonly id: string;
  readonly over: string | undefined;
}

/** The column at a point of the window; columns carry `data-column`. */
const columnAt = (x: number, y: number) => document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]")?.dataset.column;

/** Cards that are dragged by a handle from one column to another, with mouse, pen or finger; Escape lets go of one where it was. */
export function useLift(box: RefObject<HTMLElement>, drop: (id: string, to: DemandState) => void) {
  const [lift, setLift] = useState<Lift>();
  const held = lift !== undefined;
  useEffect(() => {
    if (!held) return undefined;
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setLift(undefined);
    };
    addEventListener("keydown", giveUp);
    return () => removeEventListener("keydown", giveUp);
  }, [held]);
  return {
    lift,
    handle: (id: string) => ({
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return;
        box.current?.setPointerCapture(event.pointerId);
        setLift({ id, over: undefined });
      },
    }),
    board: {
      onPointerMove: (event: PointerEvent) => {
        if (lift) setLift({ ...lift, over: columnAt(event.clientX, event.clientY) });
      },
      onPointerUp: () => {
        setLift(undefined);
        if (lift?.over) drop(lift.id, lift.over as DemandState);
      },
      onPointerCancel: () => setLift(undefined),
    },
  };
}
