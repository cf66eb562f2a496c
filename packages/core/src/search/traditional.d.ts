/** OpenCC's characters, `traditional simplified` pairs between bars. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: the library has it so
  export default pairs;
}
