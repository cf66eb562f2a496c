import type { CaseState } from "@lingxi/core/cases/schema";
import type { Words } from "@lingxi/core/platform/text";
import { type ComponentType, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import type { Open } from "./use-case.ts";

/** What an editor's form gets. */
export interface FormProps {
  readonly open: Open;
  readonly isNew: boolean;
  readonly errors: readonly FieldProblem[];
}

/** What differs between the desk where cases are written and that of pages; everything else is the same workflow. */
export interface Desk {
  /** What its ids begin with. */
  readonly prefix: "cas" | "pag";
  /** Under which name what is typed of a new one is kept in the browser. */
  readonly unsaved: string;
  /** `/console/cases` */
  readonly place: string;
  /** `/api/console/cases` */
  readonly api: string;
  /** `/api/preview/cases` */
  readonly preview: string;
  /** Where it is public, without language. */
  readonly page: (slug: string) => string;
  readonly words: Readonly<Record<"title" | "intro" | "name" | "add" | "back" | "views", Words>> & {
    readonly emptyTitle: Readonly<Record<CaseState, Words>>;
    readonly emptyHelp: Readonly<Record<CaseState, Words>>;
  };
  /** They belong to industry chains, and are narrowed by them. */
  readonly chained: boolean;
  readonly Form: ComponentType<FormProps>;
}

const Place = createContext<Desk | undefined>(undefined);
export const DeskProvider = Place.Provider;

export function useDesk(): Desk {
  const desk = useContext(Place);
  if (!desk) throw new Error("There is no desk around this.");
  return desk;
}
