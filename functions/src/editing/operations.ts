import { importing, previewing, tableReading } from "@lingxi/core/campaign";
import { storePicture } from "@lingxi/core/picture";
import { previewCase, previewPage, previewTypedCase, previewTypedPage, storeDocument } from "@lingxi/core/publication";
import type { Operation } from "../api/describe.ts";

/** What the editing function answers, as the API description says it: the two are one API to those who call it. */
export const editing = {
  pictures: {
    path: "/api/pictures",
    method: "POST",
    about: {
      summary: "Store a picture: JPEG, PNG or WebP up to 4 MB in `file`, its description in `alt.zh-CN` and `alt.en`",
      verb: storePicture,
      from: "upload",
      status: 201,
    },
  },
  documents: {
    path: "/api/documents",
    method: "POST",
    about: { summary: "Store a PDF up to 4 MB", verb: storeDocument, from: "upload", status: 201 },
  },
  preview: {
    path: "/api/preview/cases/:caseId",
    method: "GET",
    about: { summary: "A case's draft as its page", verb: previewCase, answers: "text/html" },
  },
  typed: {
    path: "/api/preview/cases",
    method: "POST",
    about: { summary: "What is being typed as its page: `html`", verb: previewTypedCase },
  },
  pagePreview: {
    path: "/api/preview/pages/:caseId",
    method: "GET",
    about: {
      summary: "The draft of a page that stands by itself, as it would be published",
      verb: previewPage,
      answers: "text/html",
    },
  },
  typedPage: {
    path: "/api/preview/pages",
    method: "POST",
    about: { summary: "What is being typed of such a page, as it would be published: `html`", verb: previewTypedPage },
  },
  imports: {
    path: "/api/imports",
    method: "POST",
    about: {
      summary: "Import contacts from a CSV file up to 5 MB in `file` (UTF-8, GBK or GB18030), with `source` and `basis`",
      verb: importing,
      from: "upload",
    },
  },
  table: {
    path: "/api/imports/table",
    method: "POST",
    about: {
      summary: "Read a list of people from CSV or XLSX up to 5 MB in `file`; keeps nothing",
      verb: tableReading,
      from: "upload",
    },
  },
  notification: {
    path: "/api/preview/campaigns",
    method: "POST",
    about: { summary: "A notification as a chosen contact would get it", verb: previewing },
  },
} satisfies Record<string, Operation>;
