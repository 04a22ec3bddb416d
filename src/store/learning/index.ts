export {
  dropUnstanding,
  forgetTaught,
  type ListedTaught,
  listTaught,
  noteTaught,
  standingDecisions,
  taughtBy,
  taughtFeatures,
  taughtHash,
  taughtTexts,
  untaughtDecisions,
} from './taught.ts';
export * from './versions.ts';
