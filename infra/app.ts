import { resolve } from "node:path";
import { App } from "aws-cdk-lib";
import { readSettings } from "./settings.ts";
import { addStacks } from "./stacks.ts";

// The context comes from cdk.json and from `-c`, through the CDK command.
try {
  const app = new App();
  addStacks(app, readSettings(app, resolve(import.meta.dirname, "..")));
  app.synth();
} catch (error) {
  // What is wrong with a setting or a file says so itself; anything else is a mistake of ours and keeps its stack.
  console.error(error instanceof Error && error.constructor === Error ? error.message : error);
  process.exitCode = 1;
}
