import * as merging from './case-file/merge.ts';
import * as caseNotes from './case-file/note.ts';
import * as answersToReports from './cases/answer.ts';
import * as assigning from './cases/assign.ts';
import * as comments from './cases/comment.ts';
import * as decisions from './cases/decide.ts';
import * as holds from './cases/hold.ts';
import * as passing from './cases/pass-on.ts';
import * as care from './cases/record-care.ts';
import * as takeovers from './cases/take-over.ts';
import * as watches from './cases/watch-sender.ts';
import * as reportNotes from './consultations/add-note.ts';
import * as forwarded from './consultations/settle-forwarded.ts';
import * as cooperation from './cooperation/requests.ts';
import * as ofCase from './counterparties/of-case.ts';
import * as counterparties from './counterparties/save.ts';
import * as stamps from './evidence/stamp.ts';
import * as askedExperts from './experts/ask.ts';
import * as experts from './experts/contacts.ts';
import type { DeclaredAct } from './kernel/act.ts';
import * as lessons from './knowing/finish-lesson.ts';
import * as policies from './knowing/publish-policy.ts';
import * as policyReadings from './knowing/read-policy.ts';
import * as letterApprovals from './letters/approve.ts';
import * as letterRecords from './letters/record.ts';
import * as templates from './letters/templates.ts';
import * as measures from './measures/decide-measure.ts';
import * as demandAnswers from './measures/note-answer.ts';
import * as proposals from './measures/propose.ts';
import * as answers from './objections/answer.ts';
import * as objections from './objections/record.ts';
import * as pastCases from './past/ask-for-cases.ts';
import * as pastSteps from './past/steer-run.ts';
import * as accounts from './people/accounts.ts';
import * as links from './people/links.ts';
import * as timelines from './person-timeline/change.ts';
import * as escalation from './rules/change-escalation.ts';
import * as measureRules from './rules/change-measures.ts';
import * as guide from './settings/close-guide.ts';
import * as sessions from './settings/own-sessions.ts';
import * as views from './settings/saved-views.ts';
import * as spots from './spot-checks/read.ts';
import * as tokens from './tokens/tokens.ts';

const isAct = (one: object): one is DeclaredAct => 'shapes' in one;

/** Everything that is declared as an act. What is not here nobody can do. */
export const ACTS: readonly DeclaredAct[] = [
  decisions,
  assigning,
  holds,
  passing,
  care,
  takeovers,
  comments,
  watches,
  merging,
  caseNotes,
  answersToReports,
  reportNotes,
  forwarded,
  cooperation,
  counterparties,
  ofCase,
  stamps,
  experts,
  askedExperts,
  lessons,
  policies,
  policyReadings,
  letterApprovals,
  letterRecords,
  templates,
  measures,
  demandAnswers,
  proposals,
  answers,
  objections,
  pastCases,
  pastSteps,
  accounts,
  links,
  timelines,
  escalation,
  measureRules,
  guide,
  sessions,
  spots,
  views,
  tokens,
].flatMap((of) => Object.values<object>(of).filter(isAct));
