import { importContacts, previewCampaign, readTable } from "@lingxi/core/campaign/reactions";
import { storePicture } from "@lingxi/core/picture";
import { previewCase, previewPage, previewTypedCase, previewTypedPage, storeDocument } from "@lingxi/core/publication";
import type { Context } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { editing } from "./operations.ts";
import { upload, uploadSheet } from "./upload.ts";

/** What needs the picture library or the renderer, kept out of the API so that it stays small. */
export const app = appOf({});

app.post(editing.pictures.path, async (c) => {
  const { file, text } = await upload(c, storePicture);
  return c.json(await storePicture(c.var.ctx, { file, alt: { "zh-CN": text("alt.zh-CN"), en: text("alt.en") } }), 201);
});

app.post(editing.documents.path, async (c) => {
  const { file } = await upload(c, storeDocument);
  return c.json(await storeDocument(c.var.ctx, { file }), 201);
});

for (const [{ path }, preview] of [
  [editing.preview, previewCase],
  [editing.pagePreview, previewPage],
] as const)
  app.get(path, async (c: Context<Env>) => {
    const locale = c.req.query("locale") === "en" ? "en" : "zh-CN";
    const { body } = await preview(c.var.ctx, { caseId: c.req.param("caseId") ?? "", locale });
    c.header("x-robots-tag", "noindex");
    return c.html(body);
  });

app.post(editing.typed.path, async (c: Context<Env>) => {
  const { body } = await previewTypedCase(c.var.ctx, (await c.req.json()) as Parameters<typeof previewTypedCase>[1]);
  return c.json({ html: body });
});

app.post(editing.typedPage.path, async (c: Context<Env>) => {
  const { body } = await previewTypedPage(c.var.ctx, (await c.req.json()) as Parameters<typeof previewTypedPage>[1]);
  return c.json({ html: body });
});

app.post(editing.imports.path, async (c) => {
  const { file, name, text } = await uploadSheet(c, importContacts);
  const basis = text("basis") as Parameters<typeof importContacts>[1]["basis"];
  return c.json(await importContacts(c.var.ctx, { bytes: file, fileName: name, source: text("source"), basis }));
});

app.post(editing.table.path, async (c) => {
  const { file } = await uploadSheet(c, readTable);
  return c.json(await readTable(c.var.ctx, { bytes: file }));
});

app.post(editing.notification.path, async (c) =>
  c.json(await previewCampaign(c.var.ctx, (await c.req.json()) as Parameters<typeof previewCampaign>[1])),
);
