export { type TalentTelling, tellTalent } from "./tell-talent.ts";
