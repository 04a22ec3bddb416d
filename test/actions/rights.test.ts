import { describe, expect, it } from 'vitest';
import * as actions from '../../src/actions/index.ts';
import { ROLES, type Role } from '../../src/cases/index.ts';
import type { LetterId } from '../../src/response/index.ts';
import { caseId, feedbackId, personId } from '../support/ids.ts';

/** Nothing to stand on: an action that asks for the right first never gets that far. */
const nothing = {} as never;
const deps = { now: () => new Date(0) } as never as actions.ActionDeps;
const DECIDERS: readonly Role[] = ['management', 'lead', 'reviewer', 'desk'];
const QUALITY: readonly Role[] = ['admin', 'management', 'lead', 'reviewer', 'desk', 'auditor'];

const LETTER = '1' as LetterId;

/** Every action that asks for a right, and who may do it, written out apart from the program's own table. */
const ACTIONS: readonly (readonly [string, readonly Role[], (actor: actions.PersonActor) => Promise<unknown>])[] = [
  ['dismiss', DECIDERS, (actor) => actions.perform(actions.dismiss, nothing, actor, {})],
  ['approve', DECIDERS, (actor) => actions.perform(actions.approve, nothing, actor, {})],
  ['hand over', DECIDERS, (actor) => actions.perform(actions.handOver, nothing, actor, {})],
  ['undo', DECIDERS, (actor) => actions.perform(actions.reopen, nothing, actor, {})],
  ['claim', DECIDERS, (actor) => actions.claim(nothing, actor, caseId('1'))],
  ['release', DECIDERS, (actor) => actions.release(nothing, actor, caseId('1'))],
  ['claim the next', DECIDERS, (actor) => actions.claimNext(deps, actor)],
  ['skip', DECIDERS, (actor) => actions.perform(actions.skip, nothing, actor, {})],
  ['decline', DECIDERS, (actor) => actions.perform(actions.decline, nothing, actor, {})],
  ['open', DECIDERS, (actor) => actions.openCase(deps, actor, nothing)],
  ['dismiss near-duplicates', DECIDERS, (actor) => actions.dismissSimilar(nothing, actor, caseId('1'), [], {})],
  ['decide together', DECIDERS, (actor) => actions.decideTogether(nothing, actor, [], nothing, {})],
  ['choose near-duplicates, too', DECIDERS, (actor) => actions.withSimilar(nothing, actor, [], 9)],
  ['assign to oneself', DECIDERS, (actor) => actions.perform(actions.assign, nothing, actor, {})],
  ['assign to others', ['lead'], async (actor) => actions.requireAssigning(actor, personId('p2'))],
  ['comment', DECIDERS, (actor) => actions.perform(actions.comment, nothing, actor, {})],
  ['see mentions', DECIDERS, (actor) => actions.seeMentions(deps, actor)],
  ['watch a sender', DECIDERS, (actor) => actions.perform(actions.watchSender, nothing, actor, {})],
  ['see watches', DECIDERS, (actor) => actions.watchesFor(deps, actor)],
  ['end a watch', DECIDERS, (actor) => actions.perform(actions.endSenderWatch, nothing, actor, {})],
  ['hold', ['lead', 'desk'], (actor) => actions.perform(actions.hold, nothing, actor, {})],
  ['pack evidence', ['lead', 'desk'], (actor) => actions.perform(actions.packEvidence, nothing, actor, {})],
  ['merge cases', DECIDERS, (actor) => actions.perform(actions.merge, nothing, actor, {})],
  ['split a case', DECIDERS, (actor) => actions.perform(actions.split, nothing, actor, {})],
  ['note in a case file', DECIDERS, (actor) => actions.perform(actions.noteInCase, nothing, actor, {})],
  ['strike a note', DECIDERS, (actor) => actions.perform(actions.strikeInCase, nothing, actor, {})],
  ['propose a measure', DECIDERS, (actor) => actions.perform(actions.proposeMeasure, nothing, actor, {})],
  ['decide a measure', ['management', 'lead'], (actor) => actions.perform(actions.decideMeasure, nothing, actor, {})],
  ['withdraw a measure', DECIDERS, (actor) => actions.perform(actions.withdrawMeasure, nothing, actor, {})],
  ['lift a measure', ['management', 'lead'], (actor) => actions.perform(actions.endMeasure, nothing, actor, {})],
  ['note an answer to a demand', DECIDERS, (actor) => actions.perform(actions.noteDemandAnswer, nothing, actor, {})],
  ['change the times', ['admin', 'lead'], (actor) => actions.perform(actions.changeEscalation, nothing, actor, {})],
  ['use earlier rules again', ['admin', 'lead'], (actor) => actions.perform(actions.restoreRules, nothing, actor, {})],
  [
    'change the rules of measures',
    ['admin', 'lead'],
    (actor) => actions.perform(actions.changeMeasureRules, nothing, actor, {}),
  ],
  [
    'write a counterparty down',
    ['lead', 'desk'],
    (actor) => actions.perform(actions.createCounterparty, nothing, actor, {}),
  ],
  [
    'change a counterparty',
    ['lead', 'desk'],
    (actor) => actions.perform(actions.changeCounterparty, nothing, actor, {}),
  ],
  ['see the counterparty of a case', DECIDERS, (actor) => actions.counterpartyFor(nothing, actor, caseId('1'))],
  [
    'name the counterparty of a case',
    DECIDERS,
    (actor) => actions.perform(actions.nameCounterpartyOf, nothing, actor, {}),
  ],
  ['see the letters of a case', DECIDERS, (actor) => actions.lettersState(nothing, actor, caseId('1'))],
  ['see a letter', DECIDERS, (actor) => actions.viewLetter(nothing, actor, caseId('1'), LETTER)],
  ['begin a letter', DECIDERS, (actor) => actions.draftingState(nothing, actor, caseId('1'), 'notice')],
  ['draft a letter', DECIDERS, (actor) => actions.perform(actions.draftLetter, nothing, actor, {})],
  [
    'approve a letter',
    ['management', 'lead', 'desk'],
    (actor) => actions.perform(actions.approveLetter, nothing, actor, {}),
  ],
  ['withdraw a letter', DECIDERS, (actor) => actions.perform(actions.withdrawLetter, nothing, actor, {})],
  ['save a letter', DECIDERS, (actor) => actions.perform(actions.saveLetterFile, nothing, actor, {})],
  ['note a sending', DECIDERS, (actor) => actions.perform(actions.noteLetterSent, nothing, actor, {})],
  ['note a reply', DECIDERS, (actor) => actions.perform(actions.noteLetterReply, nothing, actor, {})],
  ['see templates', ['lead', 'desk'], async (actor) => actions.templatesInUse(nothing, actor)],
  ['take a template', ['lead', 'desk'], (actor) => actions.perform(actions.saveTemplate, nothing, actor, {})],
  ['set a template aside', ['lead', 'desk'], (actor) => actions.perform(actions.setTemplateAside, nothing, actor, {})],
  ['save a view', DECIDERS, (actor) => actions.perform(actions.saveView, nothing, actor, {})],
  ['delete a view', DECIDERS, (actor) => actions.perform(actions.deleteView, nothing, actor, {})],
  ['change an entry', ['tuner'], (actor) => actions.saveDraft(deps, actor, nothing)],
  ['preview a change', ['tuner'], (actor) => actions.lookAtDraft(deps, actor, nothing)],
  ['take a change back', ['tuner'], (actor) => actions.perform(actions.revertChange, nothing, actor, {})],
  ['try a mailbox', ['admin'], (actor) => actions.perform(actions.tryPastOf, nothing, actor, {})],
  ['end a trial', ['admin'], (actor) => actions.perform(actions.steerTrial, nothing, actor, {})],
  ['change the thresholds', ['admin'], (actor) => actions.perform(actions.chooseThresholds, nothing, actor, {})],
  ['set aside what was marked', ['tuner'], (actor) => actions.perform(actions.settleFeedback, nothing, actor, {})],
  ['begin an entry from a case', [], (actor) => actions.propose(deps, actor, feedbackId('1'), '')], // takes two roles
  ['retry mails', ['admin'], (actor) => actions.perform(actions.retryMails, nothing, actor, {})],
  ['test a channel', ['admin', 'lead'], (actor) => actions.perform(actions.testChannel, nothing, actor, {})],
  ['invite', ['admin'], (actor) => actions.perform(actions.invite, nothing, actor, {})],
  ['reset a password', ['admin'], (actor) => actions.resetPassword(deps, actor, '')],
  ['change roles', ['admin'], (actor) => actions.perform(actions.changeRoles, nothing, actor, {})],
  ['reset the password of an account', ['admin'], (actor) => actions.perform(actions.resetPerson, nothing, actor, {})],
  ['renew an invitation', ['admin'], (actor) => actions.perform(actions.renewInvitation, nothing, actor, {})],
  ['revoke an invitation', ['admin'], (actor) => actions.perform(actions.revokeInvitation, nothing, actor, {})],
  ['deactivate or activate', ['admin'], (actor) => actions.perform(actions.switchAccount, nothing, actor, {})],
  ['sign someone out', ['admin'], (actor) => actions.perform(actions.signOutEverywhere, nothing, actor, {})],
  ['remove a second factor', ['admin'], (actor) => actions.perform(actions.removeSecondFactor, nothing, actor, {})],
  ['close the guide', ['admin'], (actor) => actions.perform(actions.closeGuide, nothing, actor, {})],
  ['make a token', ['admin'], (actor) => actions.perform(actions.createToken, nothing, actor, {})],
  ['end a token', ['admin'], (actor) => actions.perform(actions.revokeToken, nothing, actor, {})],
  ['purge', [], (actor) => actions.purge(nothing, actor)],
  ['back up', [], (actor) => actions.backup(nothing, actor)],
  ['see held mails', ['desk'], (actor) => actions.forwardedFor(nothing, actor)],
  ['confirm a held mail', ['desk'], (actor) => actions.perform(actions.confirmForwarded, nothing, actor, {})],
  ['reject a held mail', ['desk'], (actor) => actions.perform(actions.rejectForwarded, nothing, actor, {})],
  ['publish the policy', ['admin', 'lead'], (actor) => actions.perform(actions.publishPolicy, nothing, actor, {})],
  ['see who has read what', ['admin', 'lead'], (actor) => actions.knowingFor(nothing, actor, nothing)],
  [
    'see the proof of duties',
    ['admin', 'management', 'lead', 'auditor'],
    (actor) => actions.dutyFacts(deps, actor, nothing, nothing, 'view'),
  ],
  ['be given a mail to read', DECIDERS, (actor) => actions.nextSpot(deps, actor, nothing, new Date(0))],
  ['see a mail to read', DECIDERS, (actor) => actions.viewSpot(deps, actor, '1' as never)],
  ['answer for a mail to read', DECIDERS, (actor) => actions.perform(actions.answerSpotCheck, nothing, actor, {})],
  ['see what was missed', QUALITY, (actor) => actions.missedFor(deps, actor, nothing)],
  ['see how far people agree', QUALITY, (actor) => actions.agreementFor(deps, actor)],
  ['see experts', ['lead', 'desk'], (actor) => actions.expertsFor(nothing, actor)],
  ['add an expert', ['lead', 'desk'], (actor) => actions.perform(actions.addExpert, nothing, actor, {})],
  ['end an expert', ['lead', 'desk'], (actor) => actions.perform(actions.endExpert, nothing, actor, {})],
  [
    'note a request among employers',
    ['lead', 'desk'],
    (actor) => actions.perform(actions.recordCooperation, nothing, actor, {}),
  ],
  [
    'answer a request among employers',
    ['lead', 'desk'],
    (actor) => actions.perform(actions.answerCooperation, nothing, actor, {}),
  ],
  ['see what experts were asked', ['lead', 'desk'], (actor) => actions.caseExperts(nothing, actor, caseId('1'))],
  ['ask an expert', ['lead', 'desk'], (actor) => actions.perform(actions.askExpert, nothing, actor, {})],
  [
    'note the answer of an expert',
    ['lead', 'desk'],
    (actor) => actions.perform(actions.noteExpertAnswer, nothing, actor, {}),
  ],
  ['restore', [], (actor) => actions.restore(nothing, actor, nothing)],
];

const outcome = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: Error & { code?: string }) => error.code ?? error.name,
  );

describe('without a role for it nobody may', () => {
  it.each(ACTIONS)('%s', async (_, roles, act) => {
    for (const role of ROLES) {
      const actor = {
        kind: 'person',
        id: personId('p'),
        name: '人',
        email: 'p@example.jp',
        roles: [role],
        address: null,
      } as const;
      const refused = (await outcome(act(actor))) === 'not-allowed';
      expect({ role, refused }).toEqual({ role, refused: !roles.includes(role) });
    }
  });
});

it('a program may what its token may; whoever gives commands, and the service, may all', async () => {
  const retry = (actor: actions.Actor) => outcome(actions.perform(actions.retryMails, deps as never, actor, {}));
  const program = { kind: 'program', id: 't', name: '連携', owner: null, address: null } as const;
  expect(await retry({ ...program, roles: ['lead'] })).toBe('not-allowed');
  for (const actor of [
    { ...program, roles: ['admin'] },
    { kind: 'operator', name: 'taro' },
    { kind: 'service' },
  ] as const)
    expect(await retry(actor)).toBe('TypeError'); // there is no store here
});
