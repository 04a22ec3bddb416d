import { isDeepStrictEqual } from 'node:util';
import { type CaseDetail, type CaseId, type CounterpartyId, reportsOf } from '../../cases/index.ts';
import {
  type Counterparty,
  DOSSIER_RECIPIENTS,
  DOSSIER_SHARES,
  type Dossier,
  type DossierCase,
  type DossierRecipient,
  type LeftOut,
  makeDossier,
  openPoints,
  type Pack,
  type PackOrder,
  senderOf,
} from '../../response/index.ts';
import {
  casesOfCounterparty,
  counterpartyOfCase,
  holdStanding,
  loadCare,
  loadCounterparty,
} from '../../store/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { ownVersion } from '../../util/paths.ts';
import { type Actor, auditActorOf, visibilityOf } from '../actor.ts';
import { admittedOrNull } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { requireUnlocked } from '../external-step.ts';
import { course, type Doer } from '../kernel/act.ts';
import { choice, rowId, tick } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { dossierCase, dossierGround } from './dossier-facts.ts';

/** What keeps a record from being made, as the page of its form says it. */
export const DOSSIER_REFUSALS = [
  'case-status',
  'care-open',
  'wish-nothing',
  'no-consent',
  'no-sender',
  'too-large',
  'case-changed',
] as const;
export type DossierRefusal = (typeof DOSSIER_REFUSALS)[number];

/** Made in memory, one at a time in a process. */
const inTurn = oneAtATime<null>();

/** As many cases of a counterparty as one dossier holds. */
const MOST_CASES = 60;

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<PackOrder, 'company' | 'acts'>;
type MadeDossier = Pick<Pack, 'bytes' | 'sha256'>;

const asked = { recipient: choice(DOSSIER_RECIPIENTS), consent: tick() }; // consent: of whoever handed something in

/**
 * Makes the rules of the company and what it did in an approved case into a PDF for somebody outside. Locked by the care list, as every pack is;
 * the log has it as one, with its hash.
 *
 * @throws Refusal `case-status`, `care-open`, `wish-nothing`, `no-consent`, `no-sender`, `too-large`, `case-changed`
 */
export const makeCaseDossier = course({
  path: '/cases/:id/dossier',
  right: 'cases.evidence',
  about: 'id',
  ask: { id: rowId<CaseId>(), ...asked },
  run: (deps: Deps, { recipient, consent }, doer) =>
    inTurn(null, async () => {
      const { detail } = doer.admitted!;
      const sight = visibilityOf(doer.actor);
      const care = await loadCare(deps.db, detail.id, sight);
      if (care === null) throw new Refusal({ code: 'no-such-case' });
      requireUnlocked({ status: detail.status, care });
      if (reportsOf(detail).length > 0 && !consent) throw new Refusal({ code: 'no-consent' });
      const told = await dossierCase(deps, doer.actor, detail, recipient);
      const counterparty = (await counterpartyOfCase(deps.db, detail.id, sight))?.counterparty ?? null;
      return made(deps, doer, recipient, {
        ...{ about: { kind: 'case', id: detail.id }, counterparty, cases: [told], leftOut: null },
        ...(await dossierGround(deps, doer.actor, counterparty, [told])),
      });
    }),
});

/**
 * The same of every approved case of a counterparty that whoever makes it may see and decide, and that nothing keeps in the house; of the others
 * only how many there are is told.
 *
 * @throws Refusal `not-there`, `case-status` where no case can be told of, and as above
 */
export const makeCounterpartyDossier = course({
  path: '/counterparties/:counterparty/dossier',
  right: 'cases.evidence',
  ask: { counterparty: rowId<CounterpartyId>(), ...asked },
  run: (deps: Deps, { counterparty: id, recipient, consent }, doer) =>
    inTurn(null, async () => {
      const counterparty = await loadCounterparty(deps.db, id);
      if (counterparty === null) throw new Refusal({ code: 'not-there' });
      const { details, leftOut } = await tellable(deps, doer.actor, counterparty, consent);
      if (details.length === 0) throw new Refusal({ code: 'case-status' });
      const cases: DossierCase[] = [];
      for (const detail of details) cases.push(await dossierCase(deps, doer.actor, detail, recipient));
      return made(deps, doer, recipient, {
        ...{ about: { kind: 'counterparty', id }, counterparty, cases, leftOut },
        ...(await dossierGround(deps, doer.actor, counterparty, cases)),
      });
    }),
});

/** Cases of a counterparty of which a dossier tells, oldest first, and how many it does not. */
async function tellable(
  deps: Deps,
  actor: Actor,
  counterparty: Counterparty,
  consent: boolean,
): Promise<{ readonly details: readonly CaseDetail[]; readonly leftOut: LeftOut }> {
  const sight = visibilityOf(actor);
  const { cases, statuses } = await casesOfCounterparty(
    deps.db,
    counterparty,
    { limit: Number.MAX_SAFE_INTEGER, offset: 0 },
    sight,
  );
  const approved = cases.filter(({ status }) => status === 'approved');
  const details: CaseDetail[] = [];
  const left = { care: 0, wish: 0, consent: 0, others: 0 };
  for (const { id } of approved.slice(0, MOST_CASES)) {
    const care = await loadCare(deps.db, id, sight);
    const detail = await admittedOrNull(deps, actor, id);
    if (detail === null || care === null) left.others++;
    else if (care.stopped) left.wish++;
    else if (openPoints(care).length > 0) left.care++;
    else if (reportsOf(detail).length > 0 && !consent) left.consent++;
    else details.push(detail);
  }
  return {
    details: details.reverse(),
    leftOut: {
      ...{ open: statuses.open, dismissed: statuses.dismissed, ...left },
      older: Math.max(0, approved.length - MOST_CASES),
    },
  };
}

/** Makes it, and writes at each of its cases that they were handed over. */
async function made(
  deps: Deps,
  { actor, by, at }: Doer,
  recipient: DossierRecipient,
  dossier: Dossier,
): Promise<MadeDossier> {
  const order = {
    ...{ recipient, at, by: actor.kind === 'operator' ? actor.name : by, company: deps.company, acts: deps.acts },
    komainu: ownVersion(),
  };
  if (senderOf(order) === '') throw new Refusal({ code: 'no-sender' });
  const { bytes, sha256 } = await makeDossier(dossier, order);
  const { purpose } = DOSSIER_SHARES[recipient];
  for (const one of dossier.cases)
    await deps.audit.during(
      async (tx) => {
        const [now, care] = [
          await holdStanding(tx, one.id, visibilityOf(actor)),
          await loadCare(tx, one.id, visibilityOf(actor)),
        ];
        if (now === null || care === null) throw new Refusal({ code: 'no-such-case' });
        requireUnlocked({ status: now.status, care });
        if (now.decisions !== one.decisions.length || !isDeepStrictEqual(care.records, one.care.records))
          throw new Refusal({ code: 'case-changed' }); // it says what was so before
      },
      () => ({
        ...auditActorOf(actor, at),
        action: 'case.evidence',
        target: `case/${one.id}`,
        details: {
          ...{ recipient, purpose, sha256, dossier: true },
          ...(one.reports.length === 0 ? {} : { consent: true }),
        },
      }),
    );
  return { bytes, sha256 };
}
