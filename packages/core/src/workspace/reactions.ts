export { forgetViews, viewsPerson } from "./forget-views.ts";
export { tellStaff } from "./tell-staff.ts";
