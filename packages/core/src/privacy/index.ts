export { askForData } from "./ask.ts";
export { openOwnData } from "./open.ts";
export { eraseMine, eraseOwnData, seeMine, seeOwnData, withdrawMine, withdrawOwnData } from "./own.ts";
export { seeMyMails, seeOwnMails } from "./sent.ts";
