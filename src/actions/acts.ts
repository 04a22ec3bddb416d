import * as caseNotes from './case-file/note.ts';
import * as answersToReports from './cases/answer.ts';
import * as comments from './cases/comment.ts';
import * as watches from './cases/watch-sender.ts';
import * as reportNotes from './consultations/add-note.ts';
import * as forwarded from './consultations/settle-forwarded.ts';
import * as cooperation from './cooperation/requests.ts';
import * as ofCase from './counterparties/of-case.ts';
import * as counterparties from './counterparties/save.ts';
import * as askedExperts from './experts/ask.ts';
import * as experts from './experts/contacts.ts';
import type { DeclaredAct } from './kernel/act.ts';
import * as measures from './measures/decide-measure.ts';
import * as proposals from './measures/propose.ts';
import * as answers from './objections/answer.ts';
import * as objections from './objections/record.ts';
import * as accounts from './people/accounts.ts';
import * as links from './people/links.ts';
import * as timelines from './person-timeline/change.ts';
import * as tokens from './tokens/tokens.ts';

const isAct = (one: object): one is DeclaredAct => 'shapes' in one;

/** Everything that is declared as an act. What is not here nobody can do. */
export const ACTS: readonly DeclaredAct[] = [
  comments,
  watches,
  caseNotes,
  answersToReports,
  reportNotes,
  forwarded,
  cooperation,
  counterparties,
  ofCase,
  experts,
  askedExperts,
  measures,
  proposals,
  answers,
  objections,
  accounts,
  links,
  timelines,
  tokens,
].flatMap((of) => Object.values<object>(of).filter(isAct));
