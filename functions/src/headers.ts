/**
 * What a page of ours may load, in the cloud and on the embedded gateway alike. Style attributes are allowed, since the preview of a mail is
 * styled by them, as mails are; style elements and scripts come from our own files only.
 */
export const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** No page of another origin keeps a hold on a window of ours that it opened, nor we on theirs. */
export const openerPolicy = "same-origin";

/** By which the edge shows that a call came through it; it replaces what a reader sent under this name. */
export const edgeHeader = "x-lingxi-edge";
