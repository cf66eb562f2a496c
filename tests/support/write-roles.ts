import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolesDocument } from "./rights.ts";

// Writes docs/roles.md anew from the code.
writeFileSync(join(import.meta.dirname, "../../docs/roles.md"), await rolesDocument());
