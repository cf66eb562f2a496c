import { useEffect, useRef, useState } from "preact/hooks";

const marked = 4000;

/** A number that stands out for a moment when it has changed. */
export function Value({ n }: { n: number }) {
  const before = useRef(n);
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    if (before.current === n) return;
    before.current = n;
    setFresh(true);
    const timer = setTimeout(() => setFresh(false), marked);
    return () => clearTimeout(timer);
  }, [n]);
  return <span class={fresh ? "value is-fresh" : "value"}>{n}</span>;
}
