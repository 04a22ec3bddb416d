import type { ApprovalGap } from '../cases/index.ts';
import type { CarePoint, LetterField, Obstacle } from '../response/index.ts';
import type { UnwrittenCause } from '../screening/index.ts';
import type { DraftProblem } from '../tuning/index.ts';

/** What a decision may lack: an approval, a dismissal, a hand-over, or one of several cases together. */
export type DecisionGap = ApprovalGap | 'reason' | 'to' | 'cases';

export const DECISION_GAPS = [
  'acts',
  'severity',
  'ground',
  'reason',
  'to',
  'cases',
] as const satisfies readonly DecisionGap[];

/** Why something was not done. The codes are stable: programs may test for them. */
export type RefusalReason =
  | { readonly code: 'not-allowed' } // no role gives the right
  | { readonly code: 'people-only' } // a program or a command is nobody
  | { readonly code: 'no-such-case' } // or not for the eyes of whoever asks
  | { readonly code: 'recused' } // the mails of the case speak of whoever asks
  | { readonly code: 'case-status' } // not the status that it needs: decided already, or open already
  | { readonly code: 'case-claimed' } // someone else is at it
  | { readonly code: 'case-assigned' } // to someone else
  | { readonly code: 'incomplete'; readonly missing: readonly DecisionGap[] }
  | { readonly code: 'words-nowhere'; readonly words: string } // no mail of the case holds them
  | { readonly code: 'wrong-recipient' } // does not decide this case
  | { readonly code: 'care-open'; readonly points: readonly CarePoint[] } // nobody has seen to them: nothing leaves the house
  | { readonly code: 'no-consent' } // whoever handed it in has not agreed
  | { readonly code: 'wrong-purpose' } // not one for which this recipient is given anything
  | { readonly code: 'too-large' } // for one file
  | { readonly code: 'case-changed' } // while something was made of it
  | { readonly code: 'names-left' } // the mails name more people, or others, than are covered unasked
  | { readonly code: 'no-such-letter' } // in this case, or not for the eyes of whoever asks
  | { readonly code: 'letter-incomplete'; readonly fields: readonly LetterField[] } // nothing stands in them
  | { readonly code: 'letter-status' } // not as far as it needs, or further
  | { readonly code: 'own-letter' } // whoever drafted it does not approve it
  | { readonly code: 'letter-stale' } // its case was reopened since
  | { readonly code: 'no-clause' } // of the contract on file
  | { readonly code: 'wrong-day' } // before what it follows, or not come yet
  | { readonly code: 'no-rules' } // the company has not written any yet
  | { readonly code: 'no-counterparty' } // of the case in the register
  | { readonly code: 'gates-open'; readonly obstacles: readonly Obstacle[] } // what keeps a step from being taken
  | { readonly code: 'own-proposal' } // nobody is their own second person
  | { readonly code: 'wrong-role' } // not one that the rules name for this step
  | { readonly code: 'measure-waits' } // another proposal on the case does
  | { readonly code: 'measure-decided' } // somebody was first
  | { readonly code: 'rules-changed' } // somebody else wrote the next version meanwhile
  | { readonly code: 'no-such-change' } // of the dictionaries
  | { readonly code: 'entry-changed' } // since what somebody looked at
  | { readonly code: 'entry-wrong'; readonly problems: readonly DraftProblem[] }
  | { readonly code: 'reason-needed'; readonly perWeek: number | null } // new cases a week; null: it is to count in full at once
  | { readonly code: 'file-unwritten'; readonly cause: Exclude<UnwrittenCause, 'changed'> }
  | { readonly code: 'clock-ahead' }; // of all that is known: what depends on it is not done

export type RefusalCode = RefusalReason['code'];

export const REFUSAL_CODES = [
  'not-allowed',
  'people-only',
  'no-such-case',
  'recused',
  'case-status',
  'case-claimed',
  'case-assigned',
  'incomplete',
  'words-nowhere',
  'wrong-recipient',
  'care-open',
  'no-consent',
  'wrong-purpose',
  'too-large',
  'case-changed',
  'names-left',
  'no-such-letter',
  'letter-incomplete',
  'letter-status',
  'own-letter',
  'letter-stale',
  'no-clause',
  'wrong-day',
  'no-rules',
  'no-counterparty',
  'gates-open',
  'own-proposal',
  'wrong-role',
  'measure-waits',
  'measure-decided',
  'rules-changed',
  'no-such-change',
  'entry-changed',
  'entry-wrong',
  'reason-needed',
  'file-unwritten',
  'clock-ahead',
] as const satisfies readonly RefusalCode[];

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

function sentenceOf(reason: RefusalReason): string {
  switch (reason.code) {
    case 'not-allowed':
      return 'No role allows that.';
    case 'people-only':
      return 'That takes a person who is signed in to the review app; a program or a command is nobody.';
    case 'no-such-case':
      return 'There is no such case.';
    case 'recused':
      return 'The mails of the case speak of you; others decide it.';
    case 'case-status':
      return 'The case was decided already; reopen it first.';
    case 'case-claimed':
      return 'Someone else is looking at the case; wait, or ask them.';
    case 'case-assigned':
      return 'The case is assigned to someone else.';
    case 'incomplete':
      return `${reason.missing.join(', ')}: missing for the decision`;
    case 'words-nowhere':
      return 'missed: no mail of the case holds these words';
    case 'wrong-recipient':
      return 'to.id: nobody with this id decides cases';
    case 'care-open':
      return `${reason.points.join(', ')}: open in the care list; nothing leaves the house before.`;
    case 'no-consent':
      return 'Whoever handed it in must agree before it leaves the house.';
    case 'wrong-purpose':
      return 'This recipient is given nothing for this purpose.';
    case 'too-large':
      return 'The case has more mails than one file takes; save them one by one.';
    case 'case-changed':
      return 'The case was changed meanwhile; try again.';
    case 'names-left':
      return 'The mails name people who cannot be covered unasked (one letter, too long, too many); name the words to cover.';
    case 'no-such-letter':
      return 'The case has no such letter.';
    case 'letter-incomplete':
      return `${reason.fields.join(', ')}: missing for such a letter`;
    case 'letter-status':
      return 'The letter was approved, sent or withdrawn already, or was not yet.';
    case 'own-letter':
      return 'Someone else approves a letter than drafted it.';
    case 'letter-stale':
      return 'The case was reopened since the letter was drafted; draft it anew.';
    case 'no-clause':
      return 'No clause of a contract is on file that allows it.';
    case 'wrong-day':
      return 'The day lies before what it follows, or has not come yet.';
    case 'no-rules':
      return 'The company has written no rules of measures yet.';
    case 'no-counterparty':
      return 'The case belongs to no counterparty of the register.';
    case 'gates-open':
      return `${reason.obstacles.map(({ gate, needs }) => `${gate}: ${needs}`).join(', ')}: in the way of this step.`;
    case 'own-proposal':
      return 'Nobody approves their own proposal.';
    case 'wrong-role':
      return 'The rules name other roles for this step.';
    case 'measure-waits':
      return 'Another proposal on the case waits.';
    case 'measure-decided':
      return 'Somebody else decided it meanwhile.';
    case 'rules-changed':
      return 'Somebody else changed the rules meanwhile; look at theirs first.';
    case 'no-such-change':
      return 'There is no such change of the dictionaries.';
    case 'entry-changed':
      return 'The entry was changed meanwhile; nothing was written.';
    case 'entry-wrong':
      return `The entry cannot be used: ${reason.problems.map(({ code }) => code).join(', ')}; nothing was written.`;
    case 'reason-needed':
      return reason.perWeek === null
        ? 'The entry is to count in full without an apprenticeship; give a reason.'
        : `The change is expected to add ${reason.perWeek} cases a week; give a reason.`;
    case 'file-unwritten':
      return reason.cause === 'full'
        ? 'The disk is full; the file is as it was.'
        : 'The file may not be written; it is as it was.';
    case 'clock-ahead':
      return 'The clock is far ahead of the newest entry.';
  }
}
