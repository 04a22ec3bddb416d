import type { CaseId } from '../../cases/index.ts';
import { answerConsultation } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { reportEntry } from '../report-entry.ts';
import { admit } from './admit.ts';

/**
 * Answers whoever handed a case in, or asks them back. Also once it is decided: how it ended is an answer, too.
 *
 * @throws Refusal `not-allowed`, `recused`, or `no-such-case`, also where nobody handed the case in.
 */
export async function answer(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  words: string,
): Promise<void> {
  const { report } = (await admit(deps, actor, id)).detail;
  if (report === null) throw new Refusal({ code: 'no-such-case' });
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      if (!(await answerConsultation(tx, id, words, { by: nameOf(actor), at }, visibilityOf(actor))))
        throw new Refusal({ code: 'no-such-case' });
    },
    () => reportEntry(auditActorOf(actor, at), 'report.answer', report),
  );
}
