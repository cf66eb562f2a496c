import { useRef, useState } from "preact/hooks";

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** One stop of the tabulator for all values of a chart; arrow keys go from one to the next. `shown` is the value under the focus or the pointer. */
export function useMarks(count: number) {
  const [at, setAt] = useState(0);
  const [shown, show] = useState<number>();
  const elements = useRef<(SVGGElement | null)[]>([]);
  const current = Math.min(at, count - 1);

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    elements.current[step(current, count - 1)]?.focus();
  }

  const markOf = (n: number) => ({
    ref: (element: SVGGElement | null) => {
      elements.current[n] = element;
    },
    class: "mark",
    role: "img" as const,
    tabindex: n === current ? 0 : -1,
    onKeyDown,
    onFocus: () => {
      setAt(n);
      show(n);
    },
    onBlur: () => show(undefined),
    onPointerEnter: () => show(n),
    onPointerLeave: () => show(undefined),
  });
  return { shown, markOf };
}
