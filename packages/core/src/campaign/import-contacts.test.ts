import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { anyone, embedded, staff } from "../../../../tests/support/embedded.ts";
import { importContacts } from "./import-contacts.ts";
import { listContacts, listImports, readImport } from "./read-contacts.ts";
import type { ConsentBasis } from "./schema.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const roster = readFileSync(new URL("../../fixtures/roster-gbk.csv", import.meta.url));
const statement = { fileName: "roster.csv", source: "路演报名表", basis: "sign-up" as ConsentBasis };
const bring = (bytes: Buffer | string, basis: ConsentBasis = "sign-up") =>
  importContacts(organiser(), { ...statement, basis, bytes: new Uint8Array(Buffer.from(bytes)) });
const linesOf = async (importId: string) => (await readImport(organiser(), { importId })).lines;
/** Each test brings people of its own, since the table is shared. */
let n = 0;
const address = () => `p${++n}@example.com`;

describe("the roster that Excel on a Chinese Windows saves", () => {
  let importId = "";
  beforeEach(async () => {
    importId = (await bring(roster)).id;
  });

  it("brings in what is good, and lists what is not with line and reason", async () => {
    const { summary, lines } = await readImport(organiser(), { importId });
    expect(summary).toMatchObject({ encoding: "gb18030", rows: 11, status: "finished", warnings: 4 });
    expect(summary.counts).toEqual({ imported: 7, updated: 0, unchanged: 0, duplicate: 2, refused: 2 });
    expect(lines.map((l) => [l.line, l.outcome])).toEqual([
      [2, "imported"],
      [3, "imported"],
      [4, "imported"],
      [5, "duplicate"],
      [6, "imported"],
      [7, "imported"],
      [8, "refused"],
      [9, "imported"],
      [10, "refused"],
      [11, "imported"],
      [13, "duplicate"],
    ]);
    const reason = (line: number) => lines.find((l) => l.line === line)?.reason?.["zh-CN"];
    expect(reason(5)).toBe("与第 4 行重复（同一邮箱），已保留第 4 行。");
    expect(reason(8)).toContain("“邮箱”没有填写");
    expect(reason(10)).toContain("sunyue@@example.com");
    expect(reason(13)).toContain("与第 2 行重复");
    const warned = Object.fromEntries(
      lines.filter((l) => l.warnings.length).map((l) => [l.line, l.warnings.map((w) => w["zh-CN"])]),
    );
    expect(Object.keys(warned)).toEqual(["3", "5", "7", "13"]);
    expect(warned["3"]).toEqual(["“手机”有 10 位，手机号码应为 11 位：1390000002。已按原样保留，请与对方核对。"]);
    expect(warned["5"]).toEqual(["“备注”不同：本行为“重复提交”，保留了“上午到, 需停车位”。"]);
    expect(warned["7"]?.[0]).toContain("校验不通过：91610104MA0000004Y");
    expect(warned["13"]?.[0]).toContain("“参会意向”不同：本行为“一对一洽谈”，保留了“寻求钛合金薄壁件加工技术”");
  });

  it("keeps each person as the row says, folded and checked", async () => {
    const { items } = await listContacts(organiser(), {});
    const of = (email: string) => items.find((c) => c.email === email);
    expect(items).toHaveLength(7);
    expect(of("wang.xh@example.com")).toMatchObject({
      name: "王晓航",
      organisation: "西安示例航空科技有限公司",
      creditCode: "91610131MA00000018",
      position: "总工程师",
      phone: "13900000001",
      chains: ["aviation"],
      intention: "寻求钛合金薄壁件加工技术",
    });
    expect(of("limei@example.edu.cn")).toMatchObject({
      phone: "1390000002",
      chains: ["display", "semiconductors"],
      note: "携带样品",
    });
    expect(of("zhangwei@example.com")).toMatchObject({ name: "张伟", note: "上午到, 需停车位" });
    expect(of("ouyang@example.com")).toMatchObject({ name: "欧阳·克里木江", phone: "13900000005" });
    expect(of("chenjing@example.com")).toMatchObject({ chains: ["all"], creditCode: "91610104MA0000004Y" });
    expect(of("zhaomin@example.com")).toMatchObject({ name: "赵敏", chains: ["cnc-machine-tools"] });
    expect(of("hongyuan@example.com")).toMatchObject({ name: "𬭎远", chains: ["titanium"] });
    expect(of("hongyuan@example.com")?.consents).toMatchObject([{ basis: "sign-up", source: "路演报名表", line: 11 }]);
  });

  it("changes nothing when the same bytes come again, and says so", async () => {
    const before = await world.scan();
    const again = await bring(roster, "written");
    expect(again).toMatchObject({ repeated: true, id: importId });
    expect(await world.scan()).toEqual(before);
    expect((await listImports(organiser(), {})).items).toHaveLength(1);
  });

  it("puts no address into a key", async () => {
    for (const item of await world.scan())
      for (const [name, value] of Object.entries(item)) if (/^(pk|sk|.*[PS]k)$/.test(name)) expect(value).not.toContain("@");
  });
});

describe("an import", () => {
  it("overwrites nothing: it fills what is empty and reports the rest", async () => {
    const email = address();
    await bring(`姓名,单位,邮箱\n甲,,${email}\n`);
    const { id, counts } = await bring(`姓名,单位,邮箱,职务\n乙,示例公司,${email},工程师\n`);
    expect(counts).toMatchObject({ imported: 0, updated: 1 });
    expect((await linesOf(id))[0]?.warnings.map((w) => w.en)).toEqual(["Name differs: this row says “乙”, “甲” was kept."]);
    const contact = (await listContacts(organiser(), { limit: 100 })).items.find((c) => c.email === email);
    expect(contact).toMatchObject({ name: "甲", organisation: "示例公司", position: "工程师", lists: [expect.anything(), id] });
  });

  it("adds a consent that the person had not given yet, and no second one of the same", async () => {
    const email = address();
    await bring(`email\n${email}\n`);
    expect((await bring(`email,note\n${email},\n`)).counts).toMatchObject({ unchanged: 1 });
    expect((await bring(`email,name\n${email},\n`, "written")).counts).toMatchObject({ updated: 1 });
    const contact = (await listContacts(organiser(), { limit: 100 })).items.find((c) => c.email === email);
    expect(contact?.consents.map((c) => c.basis)).toEqual(["sign-up", "written"]);
  });

  it("goes on where it was interrupted, and reports as if it had not been", async () => {
    const bytes = Buffer.from(`email\n${address()}\n${address()}\n`);
    const whole = organiser();
    let writes = 0;
    const dying = {
      ...whole,
      table: {
        ...whole.table,
        write: (...args: Parameters<typeof whole.table.write>) =>
          ++writes > 2 ? Promise.reject(new Error("killed")) : whole.table.write(...args),
      },
    };
    await expect(importContacts(dying, { ...statement, bytes })).rejects.toThrow("killed");
    expect((await importContacts(whole, { ...statement, bytes })).counts).toMatchObject({ imported: 2, refused: 0 });
  });

  it("counts two clicks at once as one", async () => {
    const bytes = `email\n${address()}\n${address()}\n${address()}\n`;
    const both = await Promise.all([bring(bytes), bring(bytes)]);
    expect(both.map((i) => i.counts.imported)).toEqual([3, 3]);
    expect(both[0].id).toBe(both[1].id);
  });

  it.each([
    ["UTF-8", (t: string) => Buffer.from(t)],
    ["UTF-8 with BOM", (t: string) => Buffer.from(`\uFEFF${t}`)],
    ["UTF-16 with BOM, tabs", (t: string) => Buffer.from(`\uFEFF${t.replaceAll(",", "\t")}`, "utf16le")],
    ["semicolons and bare CR", (t: string) => Buffer.from(t.replaceAll(",", ";").replaceAll("\n", "\r"))],
  ])("reads %s", async (_, encode) => {
    const email = address();
    const { id } = await bring(encode(`姓名,E-mail,手机（必填）\n𬭎远,${email},029-8888 0000\n`));
    expect(await linesOf(id)).toMatchObject([{ line: 2, outcome: "imported", name: "𬭎远", warnings: [] }]);
  });

  it("counts lines as an editor does, over quoted line breaks and blank lines", async () => {
    const { id } = await bring(
      `姓名,邮箱,备注\r\n\r\n甲,${address()},"一\r\n二\r\n三"\r\n\r\n乙,坏的,\r\n丙,${address()},"说""好""的"\r\n`,
    );
    expect((await linesOf(id)).map((l) => [l.line, l.outcome])).toEqual([
      [3, "imported"],
      [7, "refused"],
      [8, "imported"],
    ]);
  });

  it.each([
    ["an Excel workbook", Buffer.from("504b030414000600", "hex"), "import.not-csv"],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "import.not-csv"],
    ["bytes of no text", Buffer.from([65, 0, 1, 2, 3]), "import.not-csv"],
    ["an unknown encoding", Buffer.from([0x65, 0x6d, 0xff, 0xff, 0xfe, 0x80, 0x81]), "import.encoding"],
    ["a file too large", Buffer.alloc(5_000_001, 97), "import.too-large"],
    ["too many rows", Buffer.from(`email\n${"a@b.cn\n".repeat(20_001)}`), "import.too-many-rows"],
    ["no e-mail column", Buffer.from("姓名,单位\n甲,乙\n"), "import.no-header"],
    ["nothing", Buffer.from(""), "import.empty"],
    ["a header alone", Buffer.from("姓名,邮箱\n"), "import.empty"],
    ["a quote that never closes", Buffer.from('姓名,邮箱\n"甲,a@example.com\n乙,b@example.com\n'), "import.quotes"],
  ])("refuses %s as a whole, and writes nothing", async (_, bytes, reason) => {
    const before = (await world.scan()).length;
    await expect(bring(bytes)).rejects.toMatchObject({ reason });
    expect(await world.scan()).toHaveLength(before);
  });

  it("takes hostile rows as text", async () => {
    const [a, b] = [address(), address()];
    const { id } = await bring(
      `name,email,note\n"<script>alert(1)</script>",${a},"=cmd|' /C calc'!A0"\n"x\r\nBcc: v@example.com",${b},\u202Eevil\n${"长".repeat(200)},${address()},\n`,
    );
    expect((await linesOf(id)).map((l) => l.outcome)).toEqual(["imported", "imported", "refused"]);
    const contact = (await listContacts(organiser(), { limit: 100 })).items.find((c) => c.email === b);
    expect(contact).toMatchObject({ name: "x Bcc: v@example.com", note: "evil" });
  });

  it("is for organisers, who state where the list comes from", async () => {
    await expect(importContacts(world.ctx(anyone), { ...statement, bytes: roster })).rejects.toMatchObject({
      reason: "access.sign-in",
    });
    await expect(importContacts(organiser(), { ...statement, source: "", bytes: roster })).rejects.toMatchObject({
      fields: [{ field: "source" }],
    });
  });
});
