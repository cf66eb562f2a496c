import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { issueSignInLink } from "@lingxi/core/identity";
import { createKeys } from "@lingxi/core/platform/keys";
import { runtime } from "@lingxi/core/platform/runtime";

/** For operators of a deployment: prints a link that signs the first administrator in, once, within ten minutes. Uses the credentials of the shell. */
const { values } = parseArgs({ options: { table: { type: "string" }, origin: { type: "string" } } });
if (!values.table || !values.origin) {
  console.error("用法 Usage: npm run sign-in-link -- --table <TableName> --origin <Origin>");
  process.exit(1);
}
const make = runtime(
  { TABLE_NAME: values.table, SITE_ORIGIN: values.origin },
  { client: new DynamoDBClient({}), keys: createKeys(["sign-in links need none"]) },
);
const ctx = make({ kind: "system", name: "operator" }, "sign-in-link");
const { token } = await issueSignInLink(ctx, { staffId: "stf_first", name: "管理员", roles: ["administrator"] });
console.log(`${ctx.origin}/console/sign-in#${token}`);
