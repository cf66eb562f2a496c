interface Policies {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): string };
}

/** The one policy that `templates/console.astro` allows; browsers without Trusted Types need none. */
const policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy("lingxi-preview", {
  createHTML: (html) => html,
});

/** A page or a mail that our own renderer made, for a frame in which no script runs. */
export const framed = (html: string): string => policy?.createHTML(html) ?? html;
