import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

/** Where the console is: path without a trailing slash, and the query, since filters are addresses. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const placeNow = (): Place => ({
  path: location.pathname.replace(/\/+$/, "") || "/",
  query: new URLSearchParams(location.search),
});
const moved = "lingxi:moved";

/** Goes to an address of the console; `replace` leaves no step to go back to. */
export function go(to: string, options: { replace?: boolean } = {}): void {
  history[options.replace ? "replaceState" : "pushState"](null, "", to);
  dispatchEvent(new Event(moved));
}

export const PlaceContext = createContext<Place>({ path: "/console", query: new URLSearchParams() });

/** The current place; a section matches the rest of its path itself. */
export const usePlace = () => useContext(PlaceContext);

/** Follows the address, and turns clicks on links within the console into moves without a reload. */
export function useRouter(): Place {
  const [place, setPlace] = useState(placeNow);
  useEffect(() => {
    const follow = () => setPlace(placeNow());
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (
        !link ||
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const within = link.origin === location.origin && /^\/console(\/|$)/.test(link.pathname);
      if (!within || link.target || link.hasAttribute("download") || link.getAttribute("href")?.startsWith("#")) return;
      event.preventDefault();
      go(link.pathname + link.search + link.hash);
      scrollTo(0, 0);
      document.getElementById("main")?.focus();
    };
    addEventListener("popstate", follow);
    addEventListener(moved, follow);
    document.addEventListener("click", click);
    return () => {
      removeEventListener("popstate", follow);
      removeEventListener(moved, follow);
      document.removeEventListener("click", click);
    };
  }, []);
  return place;
}
