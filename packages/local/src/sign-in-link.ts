import { parseArgs } from "node:util";
import { issueSetUpLink } from "@lingxi/core/identity";
import { envNames } from "@lingxi/core/platform/env";
import { openOperator } from "./operator.ts";
import { Refusal } from "./refusal.ts";

/**
 * For operators: prints a link that lets the first administrator in, once, within ten minutes, whatever became of them: at set-up, and when
 * everybody is locked out. On the deployment that is named, with the shell's credentials; else on the embedded default in `DATA_DIR`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { table: { type: "string" }, origin: { type: "string" } } });
  if (Boolean(values.table) !== Boolean(values.origin))
    throw new Refusal(
      "用法：npm run sign-in-link -- --table <表名> --origin <网址>；本机运行的不用参数。",
      "Usage: npm run sign-in-link -- --table <TableName> --origin <Origin>; without both for the one on this machine.",
    );
  const none = "none";
  const cloud = {
    [envNames.table]: values.table,
    [envNames.origin]: values.origin,
    [envNames.siteBucket]: none,
    [envNames.privateBucket]: none,
  };
  const operator = await openOperator(values.table ? { ...process.env, ...cloud } : process.env);
  try {
    const link = await issueSetUpLink(operator.ctx, { restore: true });
    console.log(`${operator.ctx.origin}/console/sign-in#${link?.token}`);
  } finally {
    await operator.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.zh}\n${error.message}`);
  process.exit(1);
});
