import { type DisclosureId, ERASED_KINDS, type ErasedKept, mayErase } from '../../response/index.ts';
import { eraseKept, loadDisclosure, noteErased } from '../../store/index.ts';
import { auditActorOf, requirePerson } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { line, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { goingOf, type KeptDeps, planOf, recusedIn, whoseOf } from './whose.ts';

/**
 * Deletes what is kept of whom a request is about, once two people granted it: all that nothing keeps, in one transaction with its entry in the log,
 * which has how much of what, how many cases stay and why, and a fingerprint. The register keeps the same.
 *
 * @throws Refusal `not-there` where nobody granted it, or there is nothing that may go; `too-large`; `case-changed`: something is kept, or kept back, that was not shown
 */
export const eraseDisclosed = course({
  path: '/disclosures/:request/erase',
  right: 'disclosures.manage',
  ask: { request: rowId<DisclosureId>(), seen: line(64) },
  async run(deps: KeptDeps, { request: id, seen }, { actor, by, at }): Promise<ErasedKept> {
    requirePerson(actor);
    const subject = (await loadDisclosure(deps.db, id))?.subject ?? null;
    if (subject === null) throw new Refusal({ code: 'not-there' });
    const whose = await whoseOf(deps, subject);
    const recused = await recusedIn(deps, actor, whose);
    return deps.audit.during(
      async (tx) => {
        const request = await loadDisclosure(tx, id);
        if (request === null || !mayErase(request)) throw new Refusal({ code: 'not-there' });
        const plan = await planOf(tx, whose, actor, recused, 'lock');
        if (isNothing(plan)) throw new Refusal({ code: 'not-there' });
        if (plan.seen !== seen) throw new Refusal({ code: 'case-changed' });
        const erased = { counts: plan.counts, left: plan.left, digest: plan.digest };
        await noteErased(tx, id, withBefore(erased, request.erased), { by, at });
        await eraseKept(tx, whose, goingOf(plan));
        return erased;
      },
      ({ counts, left, digest }) => ({
        ...auditActorOf(actor, at),
        action: 'disclosure.erase',
        target: `disclosure/${id}`,
        details: {
          ...counts,
          ...Object.fromEntries(Object.entries(left).map(([why, cases]) => [`left.${why}`, cases])),
          sha256: digest,
        },
      }),
    );
  },
});

const isNothing = ({ counts }: ErasedKept): boolean => ERASED_KINDS.every((kind) => counts[kind] === 0);

/** What the register has: all that went so far, and of the last time what stays and the fingerprint; the log has those of each. */
const withBefore = (erased: ErasedKept, before: ErasedKept | null): ErasedKept => ({
  ...erased,
  counts: Object.fromEntries(
    ERASED_KINDS.map((kind) => [kind, erased.counts[kind] + (before?.counts[kind] ?? 0)]),
  ) as ErasedKept['counts'],
});
