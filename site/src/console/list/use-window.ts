import type { RefObject } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";

/** Up to so many rows all stand there: the browser's own search finds them, and paper shows them. */
const plain = 120;
/**
 * Rows drawn beyond what is seen, and the step in which the window moves. Rows are drawn before the frame that shows them, so that few are enough: a
 * leap draws all of them anew, in one task.
 */
const spare = 6;
const step = 4;

/** Which rows are drawn: from `first` up to and without `end`, and how high one is, in pixels. */
export interface Window {
  readonly first: number;
  readonly end: number;
  readonly rowHeight: number;
}

/** Follows the page's scrolling, and says which rows of a long table have to be drawn. Every row is as high as the first one. */
export function useWindow(body: RefObject<HTMLElement>, count: number): Window & { reach(index: number): void } {
  const [shown, setShown] = useState<Window>({ first: 0, end: Math.min(count, plain), rowHeight: 48 });

  const look = useCallback(() => {
    const box = body.current;
    if (!box) return;
    const rowHeight = box.querySelector<HTMLElement>("[data-row]")?.offsetHeight || 48;
    if (count <= plain) {
      setShown((before) => (before.first === 0 && before.end === count ? before : { first: 0, end: count, rowHeight }));
      return;
    }
    const above = Math.max(0, -box.getBoundingClientRect().top);
    const first = Math.max(0, Math.floor((above / rowHeight - spare) / step) * step);
    const seen = Math.ceil(innerHeight / rowHeight) + 2 * spare + step;
    const end = Math.min(count, Math.ceil((first + seen) / step) * step);
    setShown((before) =>
      before.first === first && before.end === end && before.rowHeight === rowHeight ? before : { first, end, rowHeight },
    );
  }, [body, count]);

  useEffect(() => {
    let waiting = 0;
    const soon = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        look();
      });
    };
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(waiting);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [look]);

  /** Scrolls a row into sight, drawn or not. */
  const reach = (index: number) => {
    const box = body.current;
    if (!box) return;
    const top = box.getBoundingClientRect().top + index * shown.rowHeight;
    const room = shown.rowHeight * 1.5;
    if (top < room) scrollBy(0, top - room);
    else if (top + shown.rowHeight > innerHeight - room) scrollBy(0, top + shown.rowHeight - innerHeight + room);
    look();
  };
  return { ...shown, end: Math.min(shown.end, count), reach };
}
