import { type CaseDetail, type CaseId, reportsOf } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import {
  type CarePoint,
  type CaseEntry,
  type Concerned,
  type Counterparty,
  type Letter,
  type LetterKind,
  type MeasureStep,
  openPoints,
  type QuoteChoice,
  quoteChoices,
  type Redactions,
  standsOnApproval,
  stepFor,
  suffices,
  suggestedRedactions,
  type Talk,
} from '../../response/index.ts';
import {
  caseEntries,
  concernedIn,
  counterpartyOfCase,
  lastContact,
  lettersOf,
  ownTemplates,
  talksOf,
} from '../../store/index.ts';
import { type Actor, auditActorOf, visibilityOf } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { foundIn, type LetterDeps, letterCase, quotedMails } from './case.ts';
import { stepsInForce } from './measure.ts';

/** What stands between a case and its letters, and those there are. */
export interface LettersState {
  readonly detail: CaseDetail;
  readonly open: readonly CarePoint[]; // while there is one, no letter is written
  readonly stopped: boolean; // by the wish of a person concerned
  readonly inForce: readonly MeasureStep[]; // measures of this case, on which some letters stand
  readonly counterparty: Counterparty | null; // of the register; without a clause on file nothing ends at once
  readonly letters: readonly Letter[]; // in the order of their numbers
  readonly contact: string; // of the company, as its newest letter has it; '': there is none
  readonly own: readonly string[]; // kinds and languages with a template of the company's own: notice.ja
}

/** @throws Refusal `not-allowed`, `no-such-case` or `recused` */
export async function lettersState(deps: LetterDeps, actor: Actor, id: CaseId): Promise<LettersState> {
  const { detail, care } = await letterCase(deps, actor, id);
  return {
    detail,
    open: openPoints(care),
    stopped: care.stopped,
    inForce: await stepsInForce(deps.db, actor, id),
    counterparty: (await counterpartyOfCase(deps.db, id, visibilityOf(actor)))?.counterparty ?? null,
    letters: await lettersOf(deps.db, id, visibilityOf(actor)),
    contact: await lastContact(deps.db),
    own: (await ownTemplates(deps.db)).map(({ kind, language }) => `${kind}.${language}`),
  };
}

/** What is in the way of a letter of some kind, the first that has to be seen to. */
export type LetterObstacle = 'wish' | 'approval' | 'care' | 'company' | 'clause' | 'measure';

/** @returns null when it can be drafted */
export function inTheWay(
  {
    detail,
    open,
    stopped,
    inForce,
    counterparty,
  }: Pick<LettersState, 'detail' | 'open' | 'stopped' | 'inForce' | 'counterparty'>,
  kind: LetterKind,
): LetterObstacle | null {
  if (stopped) return 'wish';
  if (detail.status !== 'approved' && standsOnApproval(kind)) return 'approval';
  if (detail.status === 'approved' && open.length > 0) return 'care';
  if (kind === 'cooperation' && counterparty?.kind !== 'company') return 'company';
  if (kind === 'immediate-termination' && !counterparty?.clause) return 'clause';
  const step = stepFor(kind);
  return step === null || suffices(inForce, step) ? null : 'measure';
}

/** What somebody who drafts a letter may choose from. */
export interface DraftingState {
  readonly choices: readonly QuoteChoice[];
  readonly acts: readonly Act[]; // of the approval that stands
  readonly entries: readonly CaseEntry[]; // of the case file
  readonly concerned: readonly Concerned[]; // who says whether the letter may name them
  readonly redactions: Redactions; // proposed
  readonly talks: readonly Talk[]; // for which the other side was asked before
}

/** Reads the mails of a case for a draft: the case is seen. @throws as `lettersState`, and Refusal `case-status` or `care-open` */
export async function draftingState(
  deps: LetterDeps,
  actor: Actor,
  id: CaseId,
  kind: LetterKind,
): Promise<DraftingState> {
  const { detail, care } = await letterCase(deps, actor, id);
  requireUnlocked({ status: detail.status, care }, { neutral: !standsOnApproval(kind) });
  const mails = await quotedMails(deps, actor, detail);
  await deps.audit.record({
    ...auditActorOf(actor, deps.now()),
    action: 'case.view',
    target: `case/${id}`,
    details: {},
  });
  const concerned = await concernedIn(deps.db, id);
  const party = (await counterpartyOfCase(deps.db, id, visibilityOf(actor)))?.counterparty ?? null;
  const messages = mails.map(({ message }) => message);
  return {
    choices: quoteChoices(mails),
    acts: foundIn(detail),
    entries: await caseEntries(deps.db, [id, ...detail.merging.parts.map((part) => part.id)], visibilityOf(actor)),
    concerned,
    talks: party === null ? [] : await talksOf(deps.db, party.id),
    redactions: suggestedRedactions(messages, [
      ...reportsOf(detail).map(({ reporter }) => reporter),
      ...concerned.map(({ name }) => name),
    ]),
  };
}
