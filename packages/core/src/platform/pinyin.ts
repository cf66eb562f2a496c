/** How Han characters sound: one syllable a character, without tones, `绿` as `lv`; empty for what has no sound. In a name 单 at the head is `shan`. */
export type Say = (han: string, as?: "name") => string[];

/** The library is large: it is loaded by those who need it, when they do. */
export async function pinyin(): Promise<Say> {
  const { pinyin: sound } = await import("pinyin-pro");
  const options = { toneType: "none", type: "array", v: true } as const;
  const known = new Map<string, string[]>();
  return (han, as) => {
    const key = as ? `${as} ${han}` : han;
    let syllables = known.get(key);
    if (!syllables) {
      const characters = [...han];
      syllables = sound(han, as ? { ...options, surname: "head" } : options);
      if (syllables.length !== characters.length) syllables = characters.map((one) => sound(one, options)[0] ?? "");
      syllables = syllables.map((syllable) => (/^[a-z]+$/.test(syllable) ? syllable : ""));
      if (known.size > 5000) known.clear();
      known.set(key, syllables);
    }
    return syllables;
  };
}
