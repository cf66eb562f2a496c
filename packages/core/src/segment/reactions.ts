export { forgetFacts, noteActivity, noteInvited, noteMatched } from "./note-facts.ts";
