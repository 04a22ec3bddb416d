import type { CaseId } from '../../cases/index.ts';
import {
  isStale,
  type Letter,
  type LetterId,
  type LetterLayout,
  layoutOf,
  stageOf,
  standsOnApproval,
} from '../../response/index.ts';
import { letterFile } from '../../store/index.ts';
import { type Actor, auditActorOf, visibilityOf } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { course } from '../kernel/act.ts';
import { named, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { detailsOf, type LetterDeps, letterCase, requireLetter } from './case.ts';
import { requireMeasureFor } from './measure.ts';
import { requireNaming } from './naming.ts';

/** A letter as its page shows it, at whatever stage. @throws Refusal `not-allowed`, `no-such-case`, `recused` or `no-such-letter` */
export async function viewLetter(
  deps: LetterDeps,
  actor: Actor,
  id: CaseId,
  which: LetterId,
): Promise<{ readonly letter: Letter; readonly layout: LetterLayout }> {
  await letterCase(deps, actor, id);
  const letter = await requireLetter(deps.db, actor, id, which);
  const docx = await letterFile(deps.db, id, which, 'docx', visibilityOf(actor));
  if (docx === null) throw new Refusal({ code: 'no-such-letter' });
  await deps.audit.record({
    ...auditActorOf(actor, deps.now()),
    action: 'letter.view',
    target: `case/${id}`,
    details: detailsOf(letter),
  });
  return { letter, layout: await layoutOf(docx) };
}

export const LETTER_FILES = ['docx', 'pdf'] as const;

/**
 * A file of an approved letter, to be saved. One whose case was reopened is locked, unless it has gone out: then it is what the
 * other side has.
 *
 * @throws Refusal `no-such-letter`, `letter-status`, `letter-stale`, `case-status`, `care-open`, `wish-nothing`, `not-named` or `no-measure`
 */
export const saveLetterFile = course({
  path: '/cases/:id/letters/:letter/files/:file',
  right: 'cases.letters',
  about: 'id',
  ask: { id: rowId<CaseId>(), letter: rowId<LetterId>(), file: named(LETTER_FILES) },
  async run(
    deps: Pick<LetterDeps, 'db' | 'audit' | 'read' | 'now'>,
    { id, letter: which, file },
    { actor, at, sight },
  ): Promise<{ readonly letter: Letter; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const { detail, care } = await letterCase(deps, actor, id);
    const letter = await requireLetter(deps.db, actor, id, which);
    const stage = stageOf(letter);
    if (stage === 'draft' || stage === 'withdrawn') throw new Refusal({ code: 'letter-status' });
    if (stage === 'approved') {
      if (isStale(letter, { status: detail.status, decisions: detail.decisions.length }))
        throw new Refusal({ code: 'letter-stale' });
      requireUnlocked({ status: detail.status, care }, { neutral: !standsOnApproval(letter.kind) });
      await requireNaming(deps.db, id, letter);
      await requireMeasureFor(deps.db, actor, id, letter.kind); // it may have been lifted since
    }
    const bytes = await letterFile(deps.db, id, which, file, sight);
    if (bytes === null) throw new Refusal({ code: 'no-such-letter' });
    await deps.audit.record({
      ...auditActorOf(actor, at),
      action: 'letter.download',
      target: `case/${id}`,
      details: { ...detailsOf(letter), file },
    });
    return { letter, bytes: Uint8Array.from(bytes) };
  },
});
