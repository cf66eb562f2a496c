/** The door for what events and clocks start; nobody asks for notices. */
export { openNotice } from "./open-notice.ts";
export { sendNotices } from "./send-notices.ts";
