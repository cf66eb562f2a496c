import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { usePlace } from "./router.ts";

interface Props {
  label: ComponentChildren;
  onOpen?: () => void;
  children: ComponentChildren;
}

/** A box that opens below its button; Escape, a move elsewhere and a press beside it close it. Its content is made when it opens. */
export function Menu({ label, onOpen, children }: Props) {
  const { path } = usePlace();
  const box = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    if (box.current) box.current.open = false;
  };
  useEffect(close, [path]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);
  return (
    <details
      class="menu menu--shell"
      ref={box}
      onToggle={() => {
        const now = box.current?.open ?? false;
        if (now && !open) onOpen?.();
        setOpen(now);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        box.current?.querySelector("summary")?.focus();
      }}
    >
      <summary>{label}</summary>
      {open && <div class="menu__box stack">{children}</div>}
    </details>
  );
}
