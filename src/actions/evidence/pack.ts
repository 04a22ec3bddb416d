import { isDeepStrictEqual } from 'node:util';
import type { AuditRow } from '../../audit/index.ts';
import { type CaseDetail, type CaseId, reportsOf } from '../../cases/index.ts';
import {
  type CarePoint,
  composePack,
  type EvidenceCase,
  makePack,
  openPoints,
  type Pack,
  type PackFile,
  type PackOrder,
  PURPOSES,
  parseRedactions,
  RECIPIENTS,
  REDACTIONS,
  type Redactions,
  SHARES,
  senderOf,
  suggestedRedactions,
  suits,
} from '../../response/index.ts';
import { holdStanding, type KeptStamp, loadCare, newestAudit, stampsOf, type Visibility } from '../../store/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { ownVersion } from '../../util/paths.ts';
import { type Actor, auditActorOf, nameOf, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { requireUnlocked } from '../external-step.ts';
import { course } from '../kernel/act.ts';
import { choice, type Given, leftOut, rowId, tick, words } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { gatherEvidence } from './gather.ts';

/** A pack is made in memory, of as much as one takes: one of them at a time in a process. */
const inTurn = oneAtATime<null>();

/** To whom evidence goes, what for, and what is covered in copies. */
const ask = {
  id: rowId<CaseId>(),
  recipient: choice(RECIPIENTS),
  purpose: choice(PURPOSES),
  redactions: leftOut(words(REDACTIONS.most * (REDACTIONS.longest + 1))), // one a line; left out: everybody whom the mails name beside their sender
  consent: tick(), // whoever handed something in agrees that it leaves the house
  namesConfirmed: tick(), // somebody has read that no name in the texts is left uncovered: asked before they go to the other side's company
  danger: tick(), // the reason for which it goes to lawyer or police before the care list is done
};
type Asked = Given<typeof ask>;

export type EvidenceDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<PackOrder, 'company' | 'acts'>;

/**
 * Makes the evidence of an approved case into a pack for somebody outside. Locked until every point of the care list is done or
 * declined by the person concerned, but for lawyer and police where there is danger: that reason stays in the log and in the course of the
 * case, and the care stays due. The log has recipient, purpose and the hash of the pack, by which it can be told for ever after.
 *
 * @throws Refusal `case-status`, `care-open`, `no-consent`, `wrong-purpose`, `too-large`, `case-changed`, `no-sender`, `names-unconfirmed`, or `names-left`
 * where no words are given and some that the mails name cannot be covered unasked.
 */
export const packEvidence = course({
  path: '/cases/:id/evidence',
  right: 'cases.evidence',
  for: ['commands'],
  about: 'id',
  ask,
  async run(deps: EvidenceDeps, given, { actor, sight }): Promise<Pick<Pack, 'bytes' | 'sha256'>> {
    const covered = given.redactions === undefined ? null : parseRedactions(given.redactions);
    if (covered !== null && covered.left.length > 0) throw wrongFields({ redactions: 'wrong' });
    return inTurn(null, () => makeAndRecord(deps, actor, sight, given, covered));
  },
});

async function makeAndRecord(
  deps: EvidenceDeps,
  actor: Actor,
  sight: Visibility,
  given: Asked,
  covered: Redactions | null,
): Promise<Pick<Pack, 'bytes' | 'sha256'>> {
  const { id, recipient, purpose } = given;
  const { evidence, order, left, inDanger } = await ordered(deps, actor, given, covered);
  if (left.length > 0) throw new Refusal({ code: 'names-left' });
  if (recipient === 'company' && !given.namesConfirmed) throw new Refusal({ code: 'names-unconfirmed' });
  if (senderOf(order) === '') throw new Refusal({ code: 'no-sender' });
  const { bytes, sha256 } = await makePack(evidence, order);
  await deps.audit.during(
    async (tx) => {
      const [now, care] = [await holdStanding(tx, id, sight), await loadCare(tx, id, sight)];
      if (now === null || care === null) throw new Refusal({ code: 'no-such-case' });
      requireUnlocked({ status: now.status, care }, { inDanger });
      if (now.decisions !== evidence.decisions.length || !isDeepStrictEqual(care.records, evidence.care.records))
        throw new Refusal({ code: 'case-changed' }); // the pack says what was so before
    },
    () => ({
      ...auditActorOf(actor, order.at),
      action: 'case.evidence',
      target: `case/${id}`,
      details: {
        recipient,
        purpose,
        sha256,
        redactions: order.redactions.length,
        ...(evidence.reports.length === 0 ? {} : { consent: true }),
        ...(inDanger && openPoints(evidence.care).length > 0 ? { reason: 'danger' } : {}),
      },
    }),
  );
  return { bytes, sha256 };
}

/** What a pack would hold, before anybody makes it, and what keeps it from being made. It shows whom the mails name; the page of the case, in which it stands, writes down that the case is seen. */
export async function previewEvidence(
  deps: EvidenceDeps,
  actor: Actor,
  id: CaseId,
  input: Pick<Asked, 'recipient' | 'purpose' | 'danger'>,
): Promise<{ readonly files: readonly PackFile[]; readonly redactions: Redactions }> {
  requireRight(actor, 'cases.evidence');
  return inTurn(null, async () => {
    const { evidence, order, left } = await ordered(deps, actor, { ...input, id, consent: true }, null);
    return { files: await composePack(evidence, order), redactions: { words: order.redactions, left } };
  });
}

/** Whether a case may leave the house, whose word it takes, and what left before. */
export interface EvidenceState {
  readonly approved: boolean;
  readonly open: readonly CarePoint[]; // while there is one, nothing leaves
  readonly stopped: boolean; // by the wish of a person concerned
  readonly handedIn: boolean; // somebody must agree
  readonly made: readonly AuditRow[]; // packs, newest first
  readonly stamps: readonly KeptStamp[]; // of these packs
}

/** @throws Refusal `not-allowed`, `no-such-case` or `recused`. */
export async function evidenceState(deps: EvidenceDeps, actor: Actor, id: CaseId): Promise<EvidenceState> {
  const detail = await admitted(deps, actor, id);
  const care = await loadCare(deps.db, id, visibilityOf(actor));
  if (care === null) throw new Refusal({ code: 'no-such-case' });
  return {
    approved: detail.status === 'approved',
    open: openPoints(care),
    stopped: care.stopped,
    handedIn: reportsOf(detail).length > 0,
    made: await newestAudit(deps.db, { target: `case/${id}`, action: 'case.evidence' }, { below: null, limit: 50 }),
    stamps: await stampsOf(deps.db, id, visibilityOf(actor)),
  };
}

async function admitted(deps: EvidenceDeps, actor: Actor, id: CaseId): Promise<CaseDetail> {
  requireRight(actor, 'cases.evidence');
  return (await admit(deps, actor, id)).detail;
}

async function ordered(
  deps: EvidenceDeps,
  actor: Actor,
  { id, recipient, purpose, consent, danger }: Omit<Asked, 'redactions' | 'namesConfirmed'>,
  covered: Redactions | null,
): Promise<
  { readonly evidence: EvidenceCase; readonly order: PackOrder; readonly inDanger: boolean } & Pick<Redactions, 'left'>
> {
  const detail = await admitted(deps, actor, id);
  const care = await loadCare(deps.db, id, visibilityOf(actor));
  if (care === null) throw new Refusal({ code: 'no-such-case' });
  const inDanger = danger && SHARES[recipient].inDanger;
  requireUnlocked({ status: detail.status, care }, { inDanger }); // before anything large is read
  if (!suits(recipient, purpose)) throw new Refusal({ code: 'wrong-purpose' });
  if (reportsOf(detail).length > 0 && !consent) throw new Refusal({ code: 'no-consent' });
  const evidence = await gatherEvidence(deps, actor, detail);
  const named = evidence.mails.flatMap(({ message }) => message ?? []);
  const { words, left } =
    covered ??
    suggestedRedactions(
      named,
      evidence.reports.map(({ reporter }) => reporter),
    );
  return {
    evidence,
    left,
    inDanger,
    order: {
      recipient,
      purpose,
      redactions: words,
      at: deps.now(),
      by: actor.kind === 'operator' ? actor.name : nameOf(actor),
      company: deps.company,
      acts: deps.acts,
      komainu: ownVersion(),
    },
  };
}
