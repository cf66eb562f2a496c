import { storePicture } from "@lingxi/core/cases";
import { previewCase, storeDocument } from "@lingxi/core/publication";
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
} satisfies Record<string, Operation>;
