import { useState } from "preact/hooks";
import { t } from "../text.ts";
import { Button, Dialog, PageTitle } from "../ui.tsx";
import { Controls } from "./controls.tsx";
import { Feedback, Things } from "./display.tsx";
import { words } from "./words.ts";

const tokens = [
  "paper",
  "wash",
  "line",
  "line-strong",
  "ink",
  "muted",
  "accent",
  "accent-wash",
  "success",
  "warning",
  "error",
  "info",
];

/** Every component of the product on one page, in both themes. */
export function Design() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t(words.openDialog)}
        </Button>
      </PageTitle>
      <div class="samples">
        {(["light", "dark"] as const).map((theme) => (
          <section key={theme} class="sample stack--loose" data-theme={theme} aria-label={t(words[theme])}>
            <h2>{t(words[theme])}</h2>
            <div class="stack">
              <h3>{t(words.type)}</h3>
              <p class="hero__title">{t(words.heading)}</p>
              <p>{t(words.body)}</p>
            </div>
            <div class="stack">
              <h3>{t(words.colour)}</h3>
              <ul class="swatches">
                {tokens.map((token) => (
                  <li key={token} class={`swatch swatch--${token}`}>
                    {token}
                  </li>
                ))}
              </ul>
            </div>
            <Controls prefix={theme} />
            <Feedback />
            <Things />
          </section>
        ))}
      </div>
      <Dialog open={open} title={t(words.dialog)} onClose={() => setOpen(false)}>
        <p>{t(words.dialogText)}</p>
      </Dialog>
    </>
  );
}
