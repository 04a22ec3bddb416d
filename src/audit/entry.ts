import type { Decision, PersonId } from '../cases/index.ts';

/** What is written down. Nothing else may be, so that an auditor knows what to expect. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in.fail', // wrong password, or an address nobody has
  'sign-out',
  'account.invite',
  'invitation.revoke', // a link that nobody had used
  'account.open', // an invitation was used
  'account.reset', // a link to a new password was made
  'account.password', // and used
  'account.roles',
  'account.deactivate',
  'account.activate',
  'factor.on', // a second factor was set up
  'factor.off',
  'factor.codes', // new backup codes were made
  'token.create', // for programs that ask the API
  'token.revoke',
  'token.refuse', // one that has ended was used
  'session.end', // someone is signed out elsewhere
  'case.view',
  'case.reveal', // the same with the hidden words shown
  'case.similar', // near-duplicates of a case
  'case.skip', // or declined: the log does not tell which
  'case.unskip', // undone
  'case.take-over', // from whoever was at it
  'case.assign', // to a person, or to nobody
  'case.comment', // never its words
  'case.approve',
  'case.dismiss',
  'case.hand-over',
  'case.reopen',
  'case.hold', // kept whatever its age
  'case.release',
  'sender.watch', // whoever wrote the newest mail of the case; never the address
  'sender.unwatch',
  'cases.export', // a list of cases as a file
  'case.concerned', // it was put to somebody, or taken back; never to whom
  'case.care', // what was seen to for the person concerned; never the note
  'case.care-view',
  'case.counterparty', // put to a counterparty by a person, or left to its sender again
  'counterparty.create', // never a name or an address
  'counterparty.change', // which facts, not what they say
  'case.note', // in its file: of which kind, never the words
  'case.merge', // another case was put into it, also once it was decided
  'case.added-seen', // what came to it after it was decided
  'case.split', // and taken out again
  'case.file-view', // its timeline and notes
  'case.evidence', // a pack was made for somebody outside: to whom, what for, its hash
  'case.evidence-stamp', // the time stamp of a pack was kept: of which, from when
  'letter.draft', // of which kind, by which template, with the hashes of its files; never its words
  'letter.approve', // by a second person
  'letter.withdraw',
  'letter.view',
  'letter.download',
  'letter.sent', // somebody wrote down how and when
  'letter.reply',
  'letter.template', // of the company's own, with its hash
  'letter.template-aside', // the shipped one is used again
  'case.demand-answer', // a demand was answered where no sent mail shows it
  'measure.view',
  'measure.propose', // which step, under which version of the rules; never the reason
  'measure.approve', // by a second person
  'measure.decline',
  'measure.withdraw',
  'measure.lift',
  'objection.record', // against what; never from whom, nor words
  'objection.view',
  'objection.place', // to what it is; of a mail nobody knew
  'objection.aside', // no objection, or one again
  'objection.assign',
  'objection.draft', // an answer: with which effect, never its reasons
  'objection.return', // by the second person
  'objection.answer', // made final by the second person
  'complaint.refer', // a justified one, to whoever betters the service; never to whom, nor words
  'cooperation.view', // requests among employers
  'cooperation.record', // in which direction, for which day; never who or what
  'cooperation.answer',
  'talk.note', // a request for talks: when and how, never who or what
  'talk.answer', // what was answered, never the words
  'disclosure.view', // what people ask about what is kept of them
  'disclosure.record', // as whom, what, by when; never who, nor words
  'disclosure.draft', // an answer: with which outcome
  'disclosure.answer', // given by the second person
  'disclosure.subject', // of whom what is kept is meant: address, employee or counterparty; never who
  'disclosure.bundle', // all that is kept of them was made into a file: its hash, what was left out
  'disclosure.erase', // what is kept of them was deleted: how much of what, what stays and why, a fingerprint
  'case.expert', // somebody outside was asked: of which kind, what was handed over; never the question
  'case.expert-answer',
  'expert.add',
  'expert.end',
  'mail.retry', // given-up mails are screened again
  'store.purge', // what was kept long enough was deleted
  'store.backup',
  'store.restore', // from a backup: what came after it is gone
  'store.accept-key', // another secret key counts from here on
  'report.hand-in', // of a confidential one nobody is named: the report itself says who
  'report.view', // by whoever handed it in
  'report.note',
  'report.wishes', // of whoever is concerned, as the next two
  'report.care', // received or declined, never why
  'report.naming', // whether a letter may name them
  'report.answer', // to whoever handed it in
  'timeline.view', // of one person, what they met in six months
  'timeline.export', // with their consent
  'timeline.consent', // they agree that it is saved, on their page or on paper
  'timeline.withdraw',
  'timeline.case', // a case was put to them, or taken back; never which
  'forwarded.view', // mails at the consultation address that wait for the consultation desk
  'forwarded.confirm', // one of them became a consultation
  'forwarded.reject',
  'policy.publish', // a version of the policy
  'policy.read', // somebody says that they have read one
  'lesson.finish', // never an answer
  'knowing.view', // who has read what was looked at
  'proof.view', // the duties beside their records
  'proof.export',
  'file.download', // an attachment, or a mail as it was received
  'rules.change', // of the company, a new version: which rules, which number
  'spot.view', // an ordinary mail that was kept to be read was opened
  'spot.answer', // somebody said what they make of it; never what, but the case that was opened
  'agreement.view', // cases on which people differ were listed
  'settings.change',
  'settings.save', // of the company: which keys and secrets are others, never what they say
  'settings.pause',
  'settings.resume',
  'settings.take-out',
  'settings.take-over', // from komainu.yaml into the store
  'channel.test',
  'numbers.export',
  'dictionary.try', // somebody had a text judged; nothing of the text
  'dictionary.change', // an entry or an exception was added, changed or taken out; never its words
  'dictionary.revert', // a change was taken back
  'dictionary.import', // rules of files were taken over: how many
  'dictionary.propose', // a change was begun from a case
  'dictionary.suggest', // words of a case were put before whoever tunes; never the words
  'dictionary.handle', // what a reviewer marked was set aside, or set back
  'dictionary.missed', // words of mails that reviewers marked were looked at
  'mailbox.find', // where a mailbox is was looked up by its address: by which way; never the address
  'mailbox.try', // a connection was tried, and whether it went well
  'past.start', // a trial of a mailbox: how many days
  'past.steer', // resumed or cancelled
  'access.refuse', // someone asked for what their roles do not allow
  'audit.view',
  'audit.export',
  // Written by earlier releases alone; the chain keeps what it has.
] as const satisfies readonly (`case.${Decision['kind']}` | string)[];
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who acts, when, and from where. */
export interface AuditActor {
  readonly at: Date;
  readonly person: PersonId | null; // null on the command line, and for strangers
  readonly name: string; // as shown: a name, cli:<OS user>, or api:<name of a token>
  readonly address: string | null; // of the client; null on the command line
}

/** Ids and choices only: no mail text, no e-mail address, no note, no token. */
export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What was done to what. */
export interface Deed {
  readonly action: AuditAction;
  readonly target: string; // case/7, case/7/mail/3/file/0, account/<id>, token/<id>; '' for the service as a whole
  readonly details: Details;
}

export type AuditEntry = AuditActor & Deed;

/** An entry in its place in the chain. */
export interface AuditRow extends AuditEntry {
  readonly seq: number; // from 1, without a gap
  readonly hash: string; // of the row before and of this one, hex
}
