import type { AuditAction } from '../../audit/index.ts';
import { type Disclosure, type DisclosureId, makeBundle, type Pack, type PackOrder } from '../../response/index.ts';
import { loadDisclosure } from '../../store/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { ownVersion } from '../../util/paths.ts';
import { auditActorOf } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { rowId, tick } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { bundleOf } from './bundle-facts.ts';
import type { KeptDeps } from './whose.ts';

/** Made in memory, one at a time in a process. */
const inTurn = oneAtATime<null>();

type Deps = KeptDeps & Pick<PackOrder, 'company' | 'acts'>;

/**
 * Makes all that is kept of whom a request is about into one file, for whoever answers it to read and to hand over. It is sent at once and kept
 * nowhere. The log has its hash, of how many cases, and how much was left out.
 *
 * @throws Refusal `not-there` where nobody has said of whom, `too-large`, `no-sender`
 */
export const bundleDisclosed = course({
  path: '/disclosures/:request/bundle',
  right: 'disclosures.manage',
  ask: { request: rowId<DisclosureId>(), held: tick() }, // held: with cases on hold
  run: (deps: Deps, { request: id, held }, { actor, at }): Promise<Pick<Pack, 'bytes' | 'sha256'>> =>
    inTurn(null, async () => {
      const request = await loadDisclosure(deps.db, id);
      if (request?.subject == null) throw new Refusal({ code: 'not-there' });
      if (deps.company.name === '') throw new Refusal({ code: 'no-sender' });
      const bundle = await bundleOf(deps, actor, request as Disclosure & { subject: object }, held);
      const order = { at, company: deps.company, acts: deps.acts, komainu: ownVersion() };
      const { bytes, sha256 } = await makeBundle(bundle, order);
      const left = Object.entries(bundle.leftOut).filter(([, count]) => count > 0);
      await deps.audit.record({
        ...auditActorOf(actor, at),
        action: 'disclosure.bundle' satisfies AuditAction,
        target: `disclosure/${id}`,
        details: {
          sha256,
          cases: bundle.cases.length,
          ...Object.fromEntries(left.map(([why, count]) => [`left.${why}`, count])),
        },
      });
      return { bytes, sha256 };
    }),
});
