import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { workbook } from "../platform/xlsx.ts";
import { erasePatents, heldPatents } from "./held.ts";
import { importPatents } from "./import-patents.ts";
import { readPatentImport } from "./imports.ts";
import { getPatent, listPatents } from "./read.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const heads = "专利号,名称,摘要,权利要求,IPC,权利人,法律状态,备注,邮箱,联系人,届满日期";
const bring = (text: string, fileName = "patents.csv") =>
  importPatents(organiser(), { bytes: new TextEncoder().encode(text), fileName });
const lines = async (importId: string) => (await readPatentImport(organiser(), { importId })).lines;

describe("a table of patents", () => {
  it("comes in row by row; what does not is told with the reason and the remedy", async () => {
    const made = await bring(
      [
        heads,
        "ZL201710601862.3,一种花生播种机,一种花生播种机，包括机架。,1.一种花生播种机。,A01C 5/04;A01C 7/00,秦岭示例公司,有效,,owner@example.com,王示例,2037-07-21",
        "201710601862.3,又是它,重复的一行,,,秦岭示例公司,有效,,,,",
        "200710308494.5,校验位错的,摘要,,,秦岭示例公司,有效,,,,",
        "97101765.5,有说明的,摘要文字,,,秦岭示例公司,失效,登记簿如此,,,",
        "CN107345000A,公开号,摘要,,,秦岭示例公司,有效,,,,",
        "95115608.X,状态不明,摘要,,,秦岭示例公司,不知道,,,,",
        "201820000001,没有摘要,,,,秦岭示例公司,审查中,,,,",
      ].join("\n"),
    );
    expect(made).toMatchObject({
      status: "finished",
      rows: 7,
      repeated: false,
      counts: { imported: 2, duplicate: 1, refused: 4 },
    });
    const told = await lines(made.id);
    expect(told.map(({ outcome }) => outcome)).toEqual([
      "imported",
      "duplicate",
      "refused",
      "imported",
      "refused",
      "refused",
      "refused",
    ]);
    expect(told[2]?.reason?.["zh-CN"]).toContain("校验位应为 X");
    expect(told[3]?.warnings.map(({ en }) => en)).toEqual([
      expect.stringContaining("should be 4"),
      expect.stringContaining("expired"),
    ]);
    expect(told[4]?.reason?.en).toContain("publication number");
    expect(told[5]?.reason?.["zh-CN"]).toContain("不知道");
    expect(told[6]?.reason?.["zh-CN"]).toContain("摘要");
    expect(await getPatent(organiser(), { patentId: "ipr_201710601862-3" })).toMatchObject({
      kind: "invention",
      ipc: ["A01C5/04", "A01C7/00"],
      legal: "in-force",
      contact: { name: "王示例", email: "owner@example.com" },
      notes: [],
    });
    expect(await getPatent(organiser(), { patentId: "ipr_97101765-5" })).toMatchObject({
      legal: "expired",
      notes: ["check-digit", "expired"],
    });
  });

  it("is there once, however often it is brought, and follows a later register", async () => {
    const row = (state: string, title = "一种核桃破壳机") =>
      `${heads}\n201810000001,${title},核桃破壳的装置。,,,商洛示例公司,${state},,,,`;
    const first = await bring(row("审查中"));
    expect(await bring(row("审查中"))).toMatchObject({ id: first.id, repeated: true });
    expect(await bring(`${row("审查中")}\n`)).toMatchObject({ repeated: false, counts: { imported: 0, unchanged: 1 } });
    expect(await bring(row("有效"))).toMatchObject({ counts: { updated: 1 } });
    const { items } = await listPatents(organiser(), { q: "核桃破壳" });
    expect(items).toMatchObject([{ legal: "in-force", version: 2 }]);
  });

  it("says that another holder offers the same text", async () => {
    const text = "一种羊奶脱膻装置,包括低温罐，与真空泵相连。".replace(",", ',"').replace(/$/, '"');
    await bring(`${heads}\n201810000002,${text},,,甲公司,有效,,,,`);
    const made = await bring(`${heads}\n201810000003,${text.replace("，", "； ")},,,乙公司,有效,,,,`);
    expect((await lines(made.id))[0]?.warnings.some((said) => said["zh-CN"].includes("甲公司"))).toBe(true);
    const [other] = (await listPatents(organiser(), { q: "乙公司" })).items;
    expect(await getPatent(organiser(), { patentId: other?.id ?? "" })).toMatchObject({
      notes: ["same-text"],
      same: [{ holder: "甲公司" }],
    });
    // The same holder may well have two.
    const own = await bring(`${heads}\n201820000004,${text},,,甲公司,有效,,,,`);
    expect((await lines(own.id))[0]?.warnings.some(({ en }) => en.includes("甲公司"))).toBe(false);
  });

  it("may be GBK or a workbook", async () => {
    const gbk = new Uint8Array([
      ...Buffer.from(
        "d7a8c0fbbac52cc3fbb3c62cd5aad2aa2cc8a8c0fbc8cb2cb7a8c2c9d7b4ccac0a3230313831303030303030352cc2f3cad5bbfa2cb8eec2f3a1a32cd1eec1e8cabec0fdb9abcbbe2cd3d0d0a70a",
        "hex",
      ),
    ]);
    expect(await importPatents(organiser(), { bytes: gbk, fileName: "a.csv" })).toMatchObject({
      encoding: "gb18030",
      counts: { imported: 1 },
    });
    const rows = [["201810000006", "一种苹果套袋机", "给苹果套袋。", "延安示例公司", "有效", 50_000]];
    const written = await workbook("一", ["专利号", "名称", "摘要", "权利人", "法律状态", "届满日期"], rows, "Asia/Shanghai");
    expect(await importPatents(organiser(), { bytes: new Uint8Array(written), fileName: "a.xlsx" })).toMatchObject({
      encoding: "xlsx",
      counts: { imported: 1 },
    });
    const [found] = (await listPatents(organiser(), { q: "套袋机" })).items;
    expect(await getPatent(organiser(), { patentId: found?.id ?? "" })).toMatchObject({ expiresOn: "2036-11-21" });
  });

  it("is refused as a whole where it names no number, and where it is marked as a state secret", async () => {
    await expect(bring("名称,摘要\n甲,乙\n")).rejects.toMatchObject({ reason: "patent.no-header" });
    await expect(bring(`${heads}\n201810000009,机密★10年,摘要,,,甲,有效,,,,\n`)).rejects.toMatchObject({
      reason: "text.state-secret",
    });
    await expect(importPatents(world.ctx(staff("auditor")), { bytes: new Uint8Array(), fileName: "a" })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
  });

  it("holds a contact that can ask for it and have it erased; the patent stays on offer", async () => {
    await bring(`${heads}\n201810000007,一种地膜回收机,回收地膜。,,,丙公司,有效,,held-patent@example.com,赵示例,`);
    const people = [world.ctx().keys.digest("person", "held-patent@example.com")];
    expect(await heldPatents(organiser(), people)).toMatchObject([
      { kind: "patent", title: { "zh-CN": "专利：一种地膜回收机" } },
    ]);
    expect(await erasePatents(world.ctx(system), people)).toBe(1);
    expect(await heldPatents(organiser(), people)).toEqual([]);
    const [found] = (await listPatents(organiser(), { q: "地膜回收机" })).items;
    expect((await getPatent(organiser(), { patentId: found?.id ?? "" })).contact).toBeUndefined();
  });
});
