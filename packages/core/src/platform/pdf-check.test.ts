import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { refusedPdf } from "./pdf-check.ts";

const file = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...objects.map((one) => Buffer.from(one as string)),
    Buffer.from("\ntrailer << /Root 1 0 R >>\n%%EOF\n"),
  ]);
const catalog = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>\nendobj\n";
const packed = (text: string, extra = "/Filter /FlateDecode") =>
  Buffer.concat([
    Buffer.from(`9 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${extra} >>\nstream\n`),
    deflateSync(Buffer.from(text)),
    Buffer.from("\nendstream\nendobj\n"),
  ]);

describe("a PDF", () => {
  it("that is only to be read is taken, also with objects packed and with a page to open at", () => {
    expect(refusedPdf(file(catalog, packed("1 0 << /Type /Page >>")))).toBeUndefined();
    // In what is drawn, a short name may stand by chance.
    expect(refusedPdf(file(catalog, "5 0 obj\n<< /Length 8 >>\nstream\nab/JS cd\nendstream\nendobj\n"))).toBeUndefined();
  });

  it.each([
    ["a script", "<< /S /JavaScript /JS (app.alert(1)) >>"],
    ["a script whose name is written otherwise", "<< /S /J#61vaScript >>"],
    ["a short name alone", "<< /JS 7 0 R >>"],
    ["a program that is started", "<< /S /Launch /F (cmd.exe) >>"],
    ["a file within it", "<< /Names << /EmbeddedFiles 8 0 R >> >>"],
    ["a form that sends", "<< /S /SubmitForm >>"],
    ["a form of its own kind", "<< /AcroForm << /XFA 9 0 R >> >>"],
  ])("with %s is refused, in the open and packed", (_, object) => {
    expect(refusedPdf(file(catalog, `4 0 obj\n${object}\nendobj\n`))).toBe("active");
    expect(refusedPdf(file(catalog, packed(`4 0 ${object}`)))).toBe("active");
  });

  it("with a script between false marks of a stream is refused", () => {
    const [before, after] = ["% << /Length 9 >> stream\n", "% endstream\n"];
    expect(refusedPdf(file(catalog, before, "<< /S /JavaScript >>\n", after))).toBe("active");
    expect(refusedPdf(file(catalog, before, packed("4 0 << /S /JavaScript >>"), after))).toBe("unreadable");
  });

  it("that cannot be looked into is refused: encrypted, packed in another way, or swelling", () => {
    expect(refusedPdf(file(catalog, "<< /Encrypt 5 0 R >>"))).toBe("unreadable");
    const other = Buffer.from("9 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxxxx\nendstream\nendobj\n");
    expect(refusedPdf(file(catalog, other))).toBe("unreadable");
    const predicted = packed("4 0 <<>>", "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>");
    expect(refusedPdf(file(catalog, predicted))).toBe("unreadable");
    expect(refusedPdf(file(catalog, packed("x".repeat(33_000_000))))).toBe("unreadable");
  });
});
