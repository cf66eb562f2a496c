import type { Words } from "@lingxi/core/platform/text";
import type { ComponentType } from "preact";

/** The parts of the navigation, in its order. */
export const groups = ["exchange", "convening", "content", "administration"] as const;
export type Group = (typeof groups)[number];

/** A part of the console. Its component gets every address at or below `path`. */
export interface Section {
  /** `/console/activities` */
  readonly path: string;
  readonly label: Words;
  /** One line that says what it is for. */
  readonly purpose: Words;
  readonly group: Group;
  /** Where it stands within its group: the lower, the higher up. */
  readonly place: number;
  /** Who has a use for it; everybody who is signed in where it is absent. Rights are decided in core. */
  readonly roles?: readonly string[];
  /** What can be begun here, for the palette: an address and what it does. */
  readonly actions?: readonly { readonly href: string; readonly label: Words; readonly roles?: readonly string[] }[];
  /** Where the API says how many things wait for somebody: `{ count, more }`. */
  readonly waiting?: string;
  /** Loaded when first opened. */
  readonly component: () => Promise<ComponentType>;
}
