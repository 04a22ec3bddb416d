export {
  commitPastCases,
  countDecided,
  decidedToCompare,
  keptMailsOf,
  type ListedPastCase,
  pastCasePage,
  pastCases,
} from './cases.ts';
export { askForCases, endCasesLater, foundLaterCounts, mailsForCases, noteFoundLater } from './later.ts';
export { commitPastMails, loadPastMail, pastMailPage, pastMails } from './mails.ts';
export * from './runs.ts';
