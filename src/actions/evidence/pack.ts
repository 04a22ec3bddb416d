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
  type Purpose,
  type Recipient,
  type Redactions,
  suggestedRedactions,
  suits,
} from '../../response/index.ts';
import { holdStanding, type KeptStamp, loadCare, newestAudit, stampsOf } from '../../store/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { ownVersion } from '../../util/paths.ts';
import { type Actor, auditActorOf, nameOf, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { requireUnlocked } from '../external-step.ts';
import { Refusal } from '../refusal.ts';
import { gatherEvidence } from './gather.ts';

/** A pack is made in memory, of as much as one takes: one of them at a time in a process. */
const inTurn = oneAtATime<null>();

/** To whom evidence goes, what for, and what is covered in copies. */
export interface EvidenceInput {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly redactions: readonly string[] | null; // null: everybody whom the mails name beside their sender
  readonly consent: boolean; // whoever handed something in agrees that it leaves the house
}

export type EvidenceDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<PackOrder, 'company' | 'acts'>;

/**
 * Makes the evidence of an approved case into a pack for somebody outside. Locked until every point of the care list is done or
 * declined by the person concerned. The log has recipient, purpose and the hash of the pack, by which it can be told for ever after.
 *
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, `case-status`, `care-open`, `no-consent`, `wrong-purpose`, `too-large`, `case-changed`, or `names-left`
 * where no words are given and some that the mails name cannot be covered unasked.
 *
 * @example
 * const { bytes } = await packEvidence(deps, actor, id, { recipient: 'lawyer', purpose: 'advice', redactions: [], consent: false });
 */
export async function packEvidence(
  deps: EvidenceDeps,
  actor: Actor,
  id: CaseId,
  input: EvidenceInput,
): Promise<Pick<Pack, 'bytes' | 'sha256'>> {
  requireRight(actor, 'cases.evidence');
  return inTurn(null, () => makeAndRecord(deps, actor, id, input));
}

async function makeAndRecord(
  deps: EvidenceDeps,
  actor: Actor,
  id: CaseId,
  input: EvidenceInput,
): Promise<Pick<Pack, 'bytes' | 'sha256'>> {
  const { evidence, order, left } = await ordered(deps, actor, id, input);
  if (left.length > 0) throw new Refusal({ code: 'names-left' });
  const { bytes, sha256 } = await makePack(evidence, order);
  await deps.audit.during(
    async (tx) => {
      const visibility = visibilityOf(actor);
      const [now, care] = [await holdStanding(tx, id, visibility), await loadCare(tx, id, visibility)];
      if (now === null || care === null) throw new Refusal({ code: 'no-such-case' });
      requireUnlocked({ status: now.status, care });
      if (now.decisions !== evidence.decisions.length || !isDeepStrictEqual(care.records, evidence.care.records))
        throw new Refusal({ code: 'case-changed' }); // the pack says what was so before
    },
    () => ({
      ...auditActorOf(actor, order.at),
      action: 'case.evidence',
      target: `case/${id}`,
      details: {
        recipient: input.recipient,
        purpose: input.purpose,
        sha256,
        redactions: order.redactions.length,
        ...(evidence.reports.length === 0 ? {} : { consent: true }),
      },
    }),
  );
  return { bytes, sha256 };
}

/** What a pack would hold, before anybody makes it, and what keeps it from being made. It shows whom the mails name: the case is seen. */
export async function previewEvidence(
  deps: EvidenceDeps,
  actor: Actor,
  id: CaseId,
  input: Pick<EvidenceInput, 'recipient' | 'purpose'>,
): Promise<{ readonly files: readonly PackFile[]; readonly redactions: Redactions }> {
  requireRight(actor, 'cases.evidence');
  return inTurn(null, () => preview(deps, actor, id, input));
}

async function preview(
  deps: EvidenceDeps,
  actor: Actor,
  id: CaseId,
  input: Pick<EvidenceInput, 'recipient' | 'purpose'>,
): ReturnType<typeof previewEvidence> {
  const { evidence, order, left } = await ordered(deps, actor, id, { ...input, redactions: null, consent: true });
  await deps.audit.record({
    ...auditActorOf(actor, order.at),
    action: 'case.view',
    target: `case/${id}`,
    details: {},
  });
  return { files: await composePack(evidence, order), redactions: { words: order.redactions, left } };
}

/** Whether a case may leave the house, whose word it takes, and what left before. */
export interface EvidenceState {
  readonly approved: boolean;
  readonly open: readonly CarePoint[]; // while there is one, nothing leaves
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
  id: CaseId,
  { recipient, purpose, redactions, consent }: EvidenceInput,
): Promise<{ readonly evidence: EvidenceCase; readonly order: PackOrder } & Pick<Redactions, 'left'>> {
  const detail = await admitted(deps, actor, id);
  const care = await loadCare(deps.db, id, visibilityOf(actor));
  if (care === null) throw new Refusal({ code: 'no-such-case' });
  requireUnlocked({ status: detail.status, care }); // before anything large is read
  if (!suits(recipient, purpose)) throw new Refusal({ code: 'wrong-purpose' });
  if (reportsOf(detail).length > 0 && !consent) throw new Refusal({ code: 'no-consent' });
  const evidence = await gatherEvidence(deps, actor, detail);
  const named = evidence.mails.flatMap(({ message }) => message ?? []);
  const { words, left } =
    redactions === null
      ? suggestedRedactions(
          named,
          evidence.reports.map(({ reporter }) => reporter),
        )
      : { words: redactions, left: [] };
  return {
    evidence,
    left,
    order: {
      recipient,
      purpose,
      redactions: words,
      at: deps.now(),
      by: nameOf(actor),
      company: deps.company,
      acts: deps.acts,
      komainu: ownVersion(),
    },
  };
}
