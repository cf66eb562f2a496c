import { storePicture } from "@lingxi/core/picture";
import { StoredPicture } from "@lingxi/core/picture/answer-schema";
import { Versioned } from "@lingxi/core/platform/answer-schema";
import { listPageFailures, readOfficialText, removeOfficialText, setOfficialText, storeDocument } from "@lingxi/core/publication";
import { OfficialText, PageFailures, StoredDocument } from "@lingxi/core/publication/answer-schema";
import { answer } from "./answer.ts";

export const publication = [
  answer(storePicture, StoredPicture),
  answer(storeDocument, StoredDocument),
  answer(readOfficialText, OfficialText),
  answer(setOfficialText, Versioned),
  answer(removeOfficialText, Versioned),
  answer(listPageFailures, PageFailures),
];
