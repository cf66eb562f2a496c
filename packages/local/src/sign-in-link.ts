import { issueSetUpLink } from "@lingxi/core/identity";
import { openOperator } from "./operator.ts";
import { Refusal } from "./refusal.ts";

/**
 * For operators: prints a link that lets the first administrator in, once, within ten minutes, whatever became of them: at set-up, and when
 * everybody is locked out. On a deployment or on the embedded default, as `openOperator` finds it in the environment.
 */
async function main(): Promise<void> {
  const operator = await openOperator(process.env);
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
