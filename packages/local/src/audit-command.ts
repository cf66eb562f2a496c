import { parseArgs } from "node:util";
import { findHead, publicKey, publicText, signingKey, verifyTrail, wholeTrail } from "@lingxi/core/audit/reactions";
import { envNames } from "@lingxi/core/platform/env";
import { openOperator } from "./operator.ts";
import { Refusal } from "./refusal.ts";

/** `npm run audit:verify`: walks the whole trail and says what in it is not as it was written. Ends with 1 where anything is. */
const words = {
  changed: ["内容被改动", "was changed"],
  missing: ["缺失", "is missing"],
  "out-of-order": ["顺序被改动", "is out of order"],
  surplus: ["链尾之后多出条目", "follows the signed end of the chain"],
  "head-missing": ["链尾缺失", "the head is missing"],
  "head-changed": ["链尾的签名不对", "the head's signature does not hold"],
  "not-as-anchored": ["与此前记下的链尾不符", "is not what was noted earlier"],
} as const;

const usage = new Refusal(
  "用法：npm run audit:verify [-- --since <条数>:<哈希>] [--public-key <公钥>]",
  "Usage: npm run audit:verify [-- --since <length>:<hash>] [--public-key <key>], as an earlier run printed them",
);

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { since: { type: "string" }, "public-key": { type: "string" } } });
  const noted = values.since === undefined ? undefined : /^(\d+):([0-9a-f]{64})$/.exec(values.since);
  if (noted === null) throw usage;
  const operator = await openOperator(process.env);
  try {
    const secrets = (operator.auditKeys ?? "").split(",").filter(Boolean);
    const keys = values["public-key"]
      ? [publicKey(values["public-key"])]
      : secrets.map((s) => publicKey(publicText(signingKey(s))));
    if (!keys.length)
      throw new Refusal(
        `没有公钥：请用 --public-key，或设环境变量 ${envNames.auditKeys}（密钥 lingxi/<stage>/audit-keys 的内容）。`,
        `There is no public key: give --public-key, or ${envNames.auditKeys} (the secret lingxi/<stage>/audit-keys) in the environment.`,
      );
    const head = await findHead(operator.ctx);
    const items = head ? wholeTrail(operator.ctx, head.since) : [];
    const anchor = noted ? { n: Number(noted[1]), hash: noted[2] ?? "" } : undefined;
    const { entries, findings } = await verifyTrail(items, head, keys, anchor);
    for (const { n, what } of findings.slice(0, 20))
      console.log(`${n ? `#${n} ` : ""}${words[what][0]}\n${n ? `#${n} ` : ""}${words[what][1]}`);
    if (findings.length)
      console.log(`共 ${findings.length} 处不符，${entries} 条。\n${findings.length} faults, ${entries} entries.`);
    else console.log(`${entries} 条，链条完整。\n${entries} entries; the chain is whole.`);
    if (head && !findings.length) {
      console.log(`下次核对请带上：\nNote for the next time: --since ${head.n}:${head.hash}`);
      if (secrets[0]) console.log(`--public-key ${publicText(signingKey(secrets[0]))}`);
    }
    return !findings.length;
  } finally {
    await operator.close();
  }
}

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  if (error instanceof Refusal) console.error(`${error.zh}\n${error.message}`);
  else if (/^ERR_PARSE_ARGS/.test((error as NodeJS.ErrnoException).code ?? "")) console.error(`${usage.zh}\n${usage.message}`);
  else console.error(error);
  process.exitCode = 1;
}
