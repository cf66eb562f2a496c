export { askForData } from "./ask.ts";
export { eraseOwnData, seeOwnData, withdrawOwnData } from "./own.ts";
