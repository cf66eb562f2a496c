import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export const weights = ["regular", "bold"] as const;
export type Weight = (typeof weights)[number];

/** The fonts' files: Noto Sans SC (SIL OFL 1.1), with the characters of GB 18030 up to Extension A and those of 通用规范汉字表. */
export interface Fonts {
  read(weight: Weight): Promise<Uint8Array>;
}

/** Where each file lies in the fonts' folder, which is laid out as the package `@expo-google-fonts/noto-sans-sc`. */
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: "400Regular/NotoSansSC_400Regular.ttf",
  bold: "700Bold/NotoSansSC_700Bold.ttf",
};

/** The fonts of a folder; without one, of the installed package. */
export function fontsIn(folder: string | undefined): Fonts {
  const installed = () => dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  return { read: (weight) => readFile(join(folder ?? installed(), fontFiles[weight])) };
}
