export { type StoredPicture, storePicture } from "./store-picture.ts";
