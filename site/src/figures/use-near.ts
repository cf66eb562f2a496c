import { useEffect, useRef, useState } from "preact/hooks";

/** What `load` fetches, as soon as the element is on the screen or nearly; `failed` when it could not be had. */
export function useNear<E extends Element, T>(load: () => Promise<T>) {
  const ref = useRef<E>(null);
  const [got, setGot] = useState<{ readonly value: T } | "failed">();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load().then(
          (value) => setGot({ value }),
          () => setGot("failed"),
        );
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [load]);
  return [ref, got] as const;
}
