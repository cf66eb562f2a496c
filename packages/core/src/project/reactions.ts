export { tellSupplier } from "./tell-supplier.ts";
