import { useState } from "preact/hooks";
import { useChains } from "../../chains.tsx";
import { t, useLocale } from "../../text.ts";
import { Button, Card, Select, TextArea } from "../../ui.tsx";
import { words } from "./words.ts";

/** A snippet that shows the next activities on another site, and the addresses to subscribe to. */
export function Embed() {
  const { locale } = useLocale();
  const chains = useChains();
  const [chain, setChain] = useState("");
  const [language, setLanguage] = useState("zh-CN");
  const [theme, setTheme] = useState("");
  const [copied, setCopied] = useState(false);
  const base = `${location.origin}${language === "en" ? "/en" : ""}`;
  const query = new URLSearchParams({ ...(chain ? { chain } : {}), ...(theme ? { theme } : {}) }).toString();
  const title = language === "en" ? "Lingxi programme: coming up" : "灵犀计划近期活动";
  const snippet = `<iframe src="${base}/find/embed${query ? `?${query}` : ""}" title="${title}" width="100%" height="480" loading="lazy" style="border:0"></iframe>\n<p><a href="${base}/activities/">${title}</a></p>`;
  const feed = chain ? `/feeds/chains/${chain}/activities` : "/feeds/activities";
  const change = (put: (value: string) => void) => (value: string) => {
    put(value);
    setCopied(false);
  };
  return (
    <Card title={t(words.embed)}>
      <div class="stack">
        <p>{t(words.embedIntro)}</p>
        <Select
          name="chain"
          label={t(words.embedChain)}
          value={chain}
          onInput={change(setChain)}
          options={[
            { value: "", label: t(words.embedAll) },
            ...chains.map(({ id, name }) => ({ value: id, label: name[locale] })),
          ]}
        />
        <Select
          name="language"
          label={t(words.embedLanguage)}
          value={language}
          onInput={change(setLanguage)}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
        <Select
          name="theme"
          label={t(words.embedTheme)}
          value={theme}
          onInput={change(setTheme)}
          options={[
            { value: "", label: t(words.embedAuto) },
            { value: "light", label: t(words.embedLight) },
            { value: "dark", label: t(words.embedDark) },
          ]}
        />
        <TextArea name="snippet" label={t(words.embedSnippet)} value={snippet} onInput={() => undefined} rows={5} lang="en" />
        <div class="actions">
          <Button onClick={() => void navigator.clipboard.writeText(snippet).then(() => setCopied(true))}>
            {t(copied ? words.copied : words.copy)}
          </Button>
          <a class="button button--quiet" href={`${base}/find/embed${query ? `?${query}` : ""}`} target="_blank" rel="noopener">
            {t(words.embedLook)}
          </a>
        </div>
        <p>
          {t(words.feeds)} <a href={`${base}${feed}.ics`}>iCalendar</a> · <a href={`${base}${feed}.json`}>JSON Feed</a>
        </p>
      </div>
    </Card>
  );
}
