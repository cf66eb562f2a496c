import { synthesise } from "/work/wt/infra/tests/infra/support.ts";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
const s = synthesise(JSON.parse(process.argv[2] ?? "{}"));
console.log(s.folder, s.findings.length);
const r = new AwsSolutionsChecks().validateScope(s.tree); console.log(JSON.stringify(r).slice(0,1500));
