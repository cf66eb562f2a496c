export { askForData } from "./ask.ts";
export { eraseMine, eraseOwnData, seeMine, seeOwnData, withdrawMine, withdrawOwnData } from "./own.ts";
