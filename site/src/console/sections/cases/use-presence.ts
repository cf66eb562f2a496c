import { type Presence, presenceSeconds } from "@lingxi/core/cases/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { useDesk } from "./desk.ts";

interface Company {
  readonly version: number;
  readonly others: readonly Presence[];
}

const nobody: Company = { version: 0, others: [] };

/**
 * Says every 20 seconds that the case is open here, and learns who else has it open and at which version it is. A hidden window says
 * nothing; one that is closed says so. Whatever fails is left to the next time.
 */
export function usePresence(id: string | undefined, window: string, typing: boolean): Company {
  const { api: root } = useDesk();
  const [company, setCompany] = useState(nobody);
  const now = useRef(typing);
  now.current = typing;
  useEffect(() => {
    if (!id || !window) return;
    const path = `${root}/${id}/presence`;
    const tell = () => {
      if (document.hidden) return;
      api<Company>(path, { method: "POST", body: { window, typing: now.current } }).then(setCompany, () => {});
    };
    const leave = () => {
      // Goes out even while the window closes.
      void fetch(path, {
        method: "POST",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ window, leaving: true }),
      }).catch(() => {});
    };
    tell();
    const timer = setInterval(tell, presenceSeconds.tell * 1000);
    document.addEventListener("visibilitychange", tell);
    addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [root, id, window]);
  return company;
}
