export { additionsFor, additionsTo, additionsToTell, seeAdditions } from './additions.ts';
export {
  endFollowUp,
  loadCare,
  planFollowUp,
  type Written,
  writeCarePoint,
  writeRecurrence,
} from './care.ts';
export { type CareInList, careList, careToTell } from './care-list.ts';
export { addCaseNote, caseEntries, type FiledEntry, strikeCaseNote } from './case-notes.ts';
export {
  type ClocksAsked,
  clockList,
  clockSubject,
  clocksToTell,
  countLate,
  firstClocks,
  type RunningClock,
} from './clock-list.ts';
export { changedCases, clockFactsOf, type FactsOfCase, noteLooked, writeClocks } from './clocks.ts';
export {
  addCounterparty,
  changeCounterparty,
  counterpartyNames,
  type ListedCounterparty,
  listCounterparties,
  loadCounterparty,
  sendersTaken,
} from './counterparties.ts';
export {
  type CaseCounterparty,
  type CounterpartyCases,
  casesOfCounterparty,
  counterpartyOfCase,
  nameCounterparty,
} from './counterparty-cases.ts';
export { type Provenance, provenanceOf } from './evidence.ts';
export type { FileDeed } from './file-deed.ts';
export { fileDeeds } from './file-deeds.ts';
export { joinableFor, joinDecided } from './join-decided.ts';
export * from './letter-templates.ts';
export * from './letters.ts';
export * from './measures.ts';
export { type MergeEvent, type Merger, mergeCases, mergesOf, splitCase } from './merging.ts';
export { addNoteFiles, filesOfNotes, type NoteFiles } from './note-files.ts';
export { addDemandAnswer, type Demanded, demandsAround } from './repeats.ts';
export { addRules, currentRules, rulesOf } from './rules.ts';
export { addStamp, type KeptStamp, stampResponse, stampsOf } from './stamps.ts';
export { addTalk, answerTalk, loadTalk, talksOf } from './talks.ts';
export { type FileEvent, fileEvents } from './timeline.ts';
