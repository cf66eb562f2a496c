export { tellEnterprise } from "./tell-enterprise.ts";
