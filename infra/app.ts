import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { App } from "aws-cdk-lib";
import { readSettings } from "./settings.ts";
import { addStacks } from "./stacks.ts";

const root = resolve(import.meta.dirname, "..");
// The CDK command hands the context over; when run by itself, the app reads the same file.
const context = process.env["CDK_CONTEXT_JSON"] ? {} : (JSON.parse(readFileSync(resolve(root, "cdk.json"), "utf8")) as { context: object }).context;
const app = new App({ context: { ...context } });
addStacks(app, readSettings(app, root));
app.synth();
