import { type CaseId, mayWith } from '../../cases/index.ts';
import { blindPairs, blindReaders, decidedTwice, readDifferently } from '../../store/index.ts';
import { type Agreement, agreementOf, isEnough } from '../../tuning/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import { isClosedTo } from '../cases/is-closed-to.ts';
import type { ActionDeps } from '../deps.ts';

/** Agreement in a stretch of time. */
export interface AgreementSince {
  readonly from: Date;
  readonly agreement: Agreement;
}

/** How far people agree on the same mails. No names, and nothing of anybody alone. */
export interface AgreementReport {
  readonly blind: Agreement | null; // null: too few mails or people for figures that are about nobody
  readonly quarters: readonly AgreementSince[]; // oldest first; those with too few are left out
  readonly again: { readonly cases: number; readonly same: number } | null; // that others decided once more; null: too few
  readonly talk: readonly CaseId[] | null; // cases on which people differ; null: not for whoever looks
}

const QUARTER_MS = 91 * 86_400_000;
const QUARTERS = 4;
const MOST_TO_TALK_OF = 20;
const ENOUGH_AGAIN = 10;

/**
 * What is stored of the same mail by two people: readings without knowing of each other, and cases that somebody else decided once
 * more. Confidential cases are in none of it; the list has only cases that are open to whoever looks.
 *
 * @throws Refusal `not-allowed`
 */
export async function agreementFor(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'read'>,
  actor: PersonActor,
): Promise<AgreementReport> {
  requireRight(actor, 'quality.read');
  const { db } = deps;
  const at = deps.now();
  const since = new Date(at.getTime() - QUARTERS * QUARTER_MS);
  const pairs = await blindPairs(db, since);
  const people = await blindReaders(db, since);
  const shown = isEnough(pairs.length, people);
  const quarters = Array.from({ length: QUARTERS }, (_, i) => new Date(since.getTime() + i * QUARTER_MS)).flatMap(
    (from) => {
      const end = new Date(from.getTime() + QUARTER_MS);
      const within = pairs.filter((one) => one.at >= from && one.at < end);
      return isEnough(within.length, people) ? [{ from, agreement: agreementOf(within) }] : [];
    },
  );
  const twice = await decidedTwice(db, since);
  return {
    blind: shown ? agreementOf(pairs) : null,
    quarters: shown ? quarters : [],
    again: twice.length < ENOUGH_AGAIN ? null : { cases: twice.length, same: twice.filter(({ same }) => same).length },
    talk: await casesToTalkOf(deps, actor, since),
  };
}

/** @returns null for whoever does not decide cases */
async function casesToTalkOf(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'read'>,
  actor: PersonActor,
  since: Date,
): Promise<CaseId[] | null> {
  if (!mayWith(actor.roles, 'cases.decide')) return null;
  const { db, audit, now } = deps;
  const differ = (await decidedTwice(db, since)).filter(({ same }) => !same).map(({ caseId }) => caseId);
  const listed: CaseId[] = [];
  for (const id of new Set([...(await readDifferently(db, since)), ...differ])) {
    if (listed.length === MOST_TO_TALK_OF) break;
    if (!(await isClosedTo(deps, actor, id))) listed.push(id);
  }
  await audit.record({ ...auditActorOf(actor, now()), action: 'agreement.view', target: '', details: {} });
  return listed;
}
