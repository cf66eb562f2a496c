import { resolve } from "node:path";
import { App } from "aws-cdk-lib";
import { readSettings } from "./settings.ts";
import { addStacks } from "./stacks.ts";

// The context comes from cdk.json and from `-c`, through the CDK command.
const app = new App();
addStacks(app, readSettings(app, resolve(import.meta.dirname, "..")));
app.synth();
