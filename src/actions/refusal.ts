import type { ApprovalGap, MergeProblem } from '../cases/index.ts';
import type { CarePoint, MeasureStep, Obstacle } from '../response/index.ts';
import type { DraftProblem } from '../tuning/index.ts';
import type { FieldProblems } from './kernel/ask.ts';

/** What a decision may lack: an approval, or one of several cases together. */
export type DecisionGap = ApprovalGap | 'cases';

export const DECISION_GAPS = ['acts', 'severity', 'ground', 'cases'] as const satisfies readonly DecisionGap[];

/** Why something was not done. The codes are stable: programs may test for them. */
export type RefusalReason =
  | { readonly code: 'not-allowed' } // no role gives the right
  | { readonly code: 'people-only' } // a program or a command is nobody
  | { readonly code: 'no-such-case' } // or not for the eyes of whoever asks
  | { readonly code: 'recused' } // the mails of the case speak of whoever asks
  | { readonly code: 'case-status' } // not the status that it needs: decided already, or open already
  | { readonly code: 'case-claimed' } // someone else is at it
  | { readonly code: 'case-assigned' } // to someone else
  | { readonly code: 'wrong-fields'; readonly fields: FieldProblems } // of what an act asks
  | { readonly code: 'not-there' } // or done already, or not for the eyes of whoever asks
  | { readonly code: 'incomplete'; readonly missing: readonly DecisionGap[] }
  | { readonly code: 'words-nowhere'; readonly words: string } // no mail of the case holds them
  | { readonly code: 'wrong-recipient' } // does not decide this case
  | { readonly code: 'care-open'; readonly points: readonly CarePoint[] } // nobody has seen to them: nothing leaves the house
  | { readonly code: 'wish-nothing' } // a person concerned wishes that nothing is done towards the other side
  | { readonly code: 'not-named' } // a letter would name a person concerned who has not agreed to it
  | { readonly code: 'no-consent' } // whoever handed it in has not agreed
  | { readonly code: 'wrong-purpose' } // not one for which this recipient is given anything
  | { readonly code: 'too-large' } // for one file
  | { readonly code: 'not-merged'; readonly problem: MergeProblem } // nor taken apart
  | { readonly code: 'case-changed' } // while something was made of it
  | { readonly code: 'names-left' } // the mails name more people, or others, than are covered unasked
  | { readonly code: 'names-unconfirmed' } // nobody has said that the texts name nobody uncovered
  | { readonly code: 'no-sender' } // the company has no name in the configuration
  | { readonly code: 'no-such-letter' } // in this case, or not for the eyes of whoever asks
  | { readonly code: 'letter-status' } // not as far as it needs, or further
  | { readonly code: 'own-letter' } // whoever drafted it does not approve it
  | { readonly code: 'letter-stale' } // its case was reopened since
  | { readonly code: 'no-clause' } // of the contract on file
  | { readonly code: 'wrong-day' } // before what it follows, or not come yet
  | { readonly code: 'no-rules' } // the company has not written any yet
  | { readonly code: 'no-counterparty' } // of the case in the register
  | { readonly code: 'gates-open'; readonly obstacles: readonly Obstacle[] } // what keeps a step from being taken
  | { readonly code: 'own-proposal' } // nobody is their own second person
  | { readonly code: 'involved' } // they proposed or approved what somebody objects to, and others could answer
  | { readonly code: 'wrong-role' } // not one that the rules name for this step
  | { readonly code: 'measure-waits' } // another proposal on the case does
  | { readonly code: 'measure-decided' } // somebody was first
  | { readonly code: 'measure-stale' } // its case was reopened since
  | { readonly code: 'company-only' } // the register knows the other side as no company
  | { readonly code: 'no-measure'; readonly step: MeasureStep } // in force on the case, as heavy as what the letter says
  | { readonly code: 'rules-changed' } // somebody else wrote the next version meanwhile
  | { readonly code: 'set-in-file' } // komainu.yaml says it, and wins
  | { readonly code: 'settings-changed' } // since what somebody looked at
  | { readonly code: 'no-such-change' } // of the dictionaries
  | { readonly code: 'entry-changed' } // since what somebody looked at
  | { readonly code: 'entry-wrong'; readonly problems: readonly DraftProblem[] }
  | { readonly code: 'reason-needed'; readonly perWeek: number | null } // new cases a week; null: it asks for more than grey at once
  | { readonly code: 'loses-approved'; readonly cases: number } // that a change of the dictionaries would find no longer
  | { readonly code: 'clock-ahead' }; // of all that is known: what depends on it is not done

export type RefusalCode = RefusalReason['code'];

/** The usual sentence of each, in English for programs; what has none is no reason. */
const SENTENCES: { readonly [C in RefusalCode]: (reason: Extract<RefusalReason, { readonly code: C }>) => string } = {
  'not-allowed': () => 'No role allows that.',
  'people-only': () => 'That takes a person who is signed in to the review app; a program or a command is nobody.',
  'no-such-case': () => 'There is no such case.',
  recused: () => 'The mails of the case speak of you; others decide it.',
  'case-status': () => 'The case was decided already; reopen it first.',
  'case-claimed': () => 'Someone else is looking at the case; wait, or ask them.',
  'case-assigned': () => 'The case is assigned to someone else.',
  'wrong-fields': (reason) =>
    Object.entries(reason.fields)
      .map(([name, problem]) => `${name}: ${problem}`)
      .join('; '),
  'not-there': () => 'There is no such thing, or it was done already.',
  incomplete: (reason) => `${reason.missing.join(', ')}: missing for the decision`,
  'words-nowhere': () => 'missed: no mail of the case holds these words',
  'wrong-recipient': () => 'to.id: nobody with this id decides cases',
  'care-open': (reason) => `${reason.points.join(', ')}: open in the care list; nothing leaves the house before.`,
  'wish-nothing': () =>
    'A person concerned wishes that nothing is done towards the other side; only danger goes over that.',
  'not-named': () => 'The letter names a person concerned who has not agreed to it; say their role and the day.',
  'no-consent': () => 'Whoever handed it in must agree before it leaves the house.',
  'wrong-purpose': () => 'This recipient is given nothing for this purpose.',
  'too-large': () => 'The case has more mails than one file takes; save them one by one.',
  'not-merged': (reason) => `The cases stay as they are: ${reason.problem}.`,
  'case-changed': () => 'The case was changed meanwhile; try again.',
  'names-left': () =>
    'The mails name people who cannot be covered unasked (one letter, too long, too many); name the words to cover.',
  'names-unconfirmed': () => 'Somebody must have read that the texts leave no name uncovered.',
  'no-sender': () => 'A pack says who hands it over: set company.name in the configuration.',
  'no-such-letter': () => 'The case has no such letter.',
  'letter-status': () => 'The letter was approved, sent or withdrawn already, or was not yet.',
  'own-letter': () => 'Someone else approves a letter than drafted it.',
  'letter-stale': () => 'The case was reopened since the letter was drafted; draft it anew.',
  'no-clause': () => 'No clause of a contract is on file that allows it.',
  'wrong-day': () => 'The day lies before what it follows, or has not come yet.',
  'no-rules': () => 'The company has written no rules of measures yet.',
  'no-counterparty': () => 'The case belongs to no counterparty of the register.',
  'gates-open': (reason) =>
    `${reason.obstacles.map(({ gate, needs }) => `${gate}: ${needs}`).join(', ')}: in the way of this step.`,
  'own-proposal': () => 'Nobody approves their own proposal.',
  involved: () => 'They proposed or approved what the objection is against; somebody else answers it.',
  'wrong-role': () => 'The rules name other roles for this step.',
  'measure-waits': () => 'Another proposal on the case waits.',
  'measure-decided': () => 'Somebody else decided it meanwhile.',
  'measure-stale': () => 'The case was reopened since the step was proposed; propose it anew.',
  'company-only': () => 'Employers help each other: the case belongs to no company of the register.',
  'no-measure': (reason) =>
    `Such a letter takes an approved measure in force on the case: ${reason.step}, or a heavier one.`,
  'rules-changed': () => 'Somebody else changed the rules meanwhile; look at theirs first.',
  'set-in-file': () => 'komainu.yaml says it; change it there, or take its lines out.',
  'settings-changed': () => 'Somebody else changed it meanwhile; look at theirs first.',
  'no-such-change': () => 'There is no such change of the dictionaries.',
  'entry-changed': () => 'The entry was changed meanwhile; nothing was written.',
  'entry-wrong': (reason) =>
    `The entry cannot be used: ${reason.problems.map(({ code }) => code).join(', ')}; nothing was written.`,
  'reason-needed': (reason) =>
    reason.perWeek === null
      ? 'The entry asks for more than grey at once; give a reason.'
      : `The change is expected to add ${reason.perWeek} cases a week; give a reason.`,
  'loses-approved': (reason) => `The change would no longer find ${reason.cases} approved cases; nothing was written.`,
  'clock-ahead': () => 'The clock is far ahead of the newest entry.',
};

export const REFUSAL_CODES = Object.keys(SENTENCES) as readonly RefusalCode[];

/** What a decision and whatever else is done to a case may be refused for; the other reasons are asked by what has pages of its own. */
const OF_CASES = [
  'not-allowed',
  'no-such-case',
  'recused',
  'case-status',
  'case-claimed',
  'case-assigned',
  'incomplete',
  'words-nowhere',
  'wrong-recipient',
] as const satisfies readonly RefusalCode[];

export type CaseRefusal = Extract<RefusalReason, { readonly code: (typeof OF_CASES)[number] }>;

export const isCaseRefusal = (reason: RefusalReason): reason is CaseRefusal =>
  (OF_CASES as readonly RefusalCode[]).includes(reason.code);

/** An action that was not done; nothing was changed. Fronts translate the reason and add no rule of their own. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly reason: RefusalReason;
  /** `message` is a sentence in English for programs; the usual one of the reason unless given. */
  constructor(reason: RefusalReason, message = sentenceOf(reason)) {
    super(message);
    this.code = reason.code;
    this.reason = reason;
  }
}

/** Of what an act asks, what its schema could not tell. */
export const wrongFields = (fields: FieldProblems): Refusal => new Refusal({ code: 'wrong-fields', fields });

const sentenceOf = (reason: RefusalReason): string => (SENTENCES[reason.code] as (of: RefusalReason) => string)(reason);
