export { printPaper } from "./print-paper.ts";
export { sharePicture } from "./share-picture.ts";
