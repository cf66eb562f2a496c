import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { readSettings } from "../../infra/settings.ts";
import { addStacks } from "../../infra/stacks.ts";

export const repository = resolve(import.meta.dirname, "../..");

/** A small tree with every kind of entry file, for what must not depend on the real ones. It lies inside the repository, so that packages resolve. */
export function sampleTree(files: Readonly<Record<string, string>>, name: string): string {
  const root = join(repository, ".cache", "test-trees", name);
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export interface Synthesis {
  readonly data: Template;
  readonly app: Template;
  readonly folder: string;
  /** What cdk-nag found and nobody acknowledged: `rule: construct path`. */
  readonly findings: readonly string[];
}

/** Synthesises the real tree without network. */
export function synthesise(context: Readonly<Record<string, string>> = {}, root = repository): Synthesis {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-synth-"));
  const renderer = join(root, "site/dist/server");
  const app = new App({
    outdir: folder,
    context: { stage: "test", mailDomain: "lingxi.example", skipNative: "true", renderer: existsSync(renderer) ? renderer : sampleRenderer(), ...context },
  });
  addStacks(app, readSettings(app, root));
  return { ...templates(app), folder, findings: findingsOf(app) };
}
