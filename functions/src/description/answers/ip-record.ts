import {
  changePatent,
  enterPatent,
  getPatent,
  listPatentImports,
  listPatents,
  movePatent,
  readPatentImport,
  stopPatentImport,
} from "@lingxi/core/ip-record";
import {
  ImportAsked,
  PatentDetail,
  PatentImport,
  PatentImportMade,
  PatentImportReport,
  PatentKept,
  PatentRow,
} from "@lingxi/core/ip-record/answer-schema";
import { importPatents } from "@lingxi/core/ip-record/reactions";
import { pageOf, Versioned } from "@lingxi/core/platform/answer-schema";
import { answer } from "./answer.ts";

export const ipRecord = [
  answer(listPatents, pageOf(PatentRow)),
  answer(getPatent, PatentDetail),
  answer(enterPatent, PatentKept),
  answer(changePatent, PatentKept),
  answer(movePatent, Versioned),
  answer(importPatents, PatentImportMade),
  answer(listPatentImports, pageOf(PatentImport)),
  answer(readPatentImport, PatentImportReport),
  answer(stopPatentImport, ImportAsked),
];
