import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FieldProblem } from "./api.ts";
import { idOf } from "./fields.tsx";
import { t } from "./text.ts";
import { words } from "./words.ts";

export { BilingualField, Checkbox, Choices, Field, Select, TextArea } from "./fields.tsx";

type Tone = "info" | "success" | "warning" | "error";

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  look?: "main" | "quiet" | "danger";
  type?: "button" | "submit";
  /** Shows that it is at work and takes no second press. */
  busy?: boolean;
  disabled?: boolean;
}

export function Button({ children, onClick, look = "main", type = "button", busy = false, disabled = false }: ButtonProps) {
  return (
    <button
      type={type}
      class={look === "main" ? "button" : `button button--${look}`}
      disabled={disabled || busy}
      aria-busy={busy}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** The page's one h1, a line under it, and what one can do here. */
export function PageTitle({ title, intro, children }: { title: string; intro?: string; children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <div class="section-head">
        <h1>{title}</h1>
        {children && <div class="actions">{children}</div>}
      </div>
      {intro && <p class="lead">{intro}</p>}
    </header>
  );
}

/** Something to know. Errors and successes are read out as they appear. */
export function Notice({ tone = "info", title, children }: { tone?: Tone; title?: string; children?: ComponentChildren }) {
  return (
    <div class={tone === "info" ? "notice" : `notice notice--${tone}`} role={tone === "error" ? "alert" : "status"}>
      {title && <p class="notice__title">{title}</p>}
      {children}
    </div>
  );
}

interface ErrorSummaryProps {
  message?: string | undefined;
  fields: readonly FieldProblem[];
  /** Leaves the focus where it is. */
  still?: boolean;
}

/** What has to be changed, each entry leading to its field; takes the focus with each new answer of the API. */
export function ErrorSummary({ message, fields, still = false }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!still) box.current?.focus();
  }, [fields, still]);
  if (!message && fields.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t(words.summaryTitle)}</h2>
      {message && <p>{message}</p>}
      <ul>
        {fields.map(({ field, message: text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#${idOf(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CardProps {
  title: string;
  href?: string;
  /** h2 unless the page has one above. */
  level?: "h2" | "h3";
  children?: ComponentChildren;
}

/** A box; with `href`, its whole face is a link. */
export function Card({ title, href, level: Heading = "h2", children }: CardProps) {
  return (
    <div class={href ? "card card--link" : "card"}>
      <Heading>
        {href ? (
          <a class="cover-link" href={href}>
            {title}
          </a>
        ) : (
          title
        )}
      </Heading>
      {children}
    </div>
  );
}

export function Tag({ tone, children }: { tone?: Tone | "accent"; children: ComponentChildren }) {
  return <span class={tone ? `tag tag--${tone}` : "tag"}>{children}</span>;
}

/** Says what is missing, and what to do about it. */
export function Empty({ title, help, children }: { title: string; help: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{help}</p>
      {children}
    </div>
  );
}

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Aligned to the end, with tabular figures. */
  readonly number?: boolean;
}

interface TableProps<Row> {
  /** What the table is of, for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** On a phone each row is a block of named values. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  const look = (column: Column<Row>) => (column.number ? "number" : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table class="table table--stack">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={look(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} data-label={column.label} class={look(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A modal dialog, the browser's own: Escape closes it and the focus goes back. */
export function Dialog({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog class="dialog stack" ref={box} onClose={onClose} aria-label={title}>
      <h2>{title}</h2>
      {children}
      <div class="actions">
        <Button look="quiet" onClick={onClose}>
          {t(words.close)}
        </Button>
      </div>
    </dialog>
  );
}

/** How far something has come; without `value` it is merely under way. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return <progress class="progress" aria-label={label} {...(value === undefined ? {} : { value, max })} />;
}
