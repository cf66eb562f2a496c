const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe for HTML content and for quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

/** Whether an address given as data may be linked to: http(s), or a path of this site. */
export const isPublicAddress = (href: string): boolean => /^(?:https?:\/\/|\/(?![/\\]))/i.test(href);
