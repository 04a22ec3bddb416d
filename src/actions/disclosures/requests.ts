import {
  DISCLOSURE_OUTCOMES,
  DISCLOSURE_ROLES,
  DISCLOSURE_WANTS,
  type Disclosure,
  type DisclosureId,
} from '../../response/index.ts';
import {
  addDisclosure,
  disclosureList,
  draftDisclosure as draftInStore,
  giveDisclosure as giveInStore,
  loadDisclosure,
} from '../../store/index.ts';
import { type Actor, auditActorOf, requirePerson, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { choice, choices, day, line, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** Writes down what somebody asks about what is kept of them. The log has as whom they ask, what, and by when; never who. */
export const recordDisclosure = act({
  path: '/disclosures',
  right: 'disclosures.manage',
  audit: 'disclosure.record',
  ask: {
    from: line(200),
    role: choice(DISCLOSURE_ROLES),
    identity: line(500),
    wants: choices(DISCLOSURE_WANTS),
    words: text(4000),
    received: day('behind'),
    due: day('ahead'),
  },
  logged: ['role', 'wants', 'due'],
  to: (_, id: DisclosureId) => `disclosure/${id}`,
  do: addDisclosure,
});

/** What somebody would answer, or on what ground it would be refused. It waits for a second person. */
export const draftDisclosure = act({
  path: '/disclosures/:request/draft',
  right: 'disclosures.manage',
  audit: 'disclosure.draft',
  ask: { request: rowId<DisclosureId>(), outcome: choice(DISCLOSURE_OUTCOMES), words: text(4000) },
  logged: ['outcome'],
  to: ({ request }) => `disclosure/${request}`,
  async do(tx, { request, outcome, words }, { actor, by, at }) {
    const { id: person } = requirePerson(actor);
    if (!(await draftInStore(tx, request, { outcome, words, by, person, at })))
      throw new Refusal({ code: 'not-there' });
  },
});

/** Writes down that the answer that somebody else wrote was given. @throws Refusal `own-proposal` */
export const giveDisclosure = act({
  path: '/disclosures/:request/give',
  right: 'disclosures.manage',
  audit: 'disclosure.answer',
  ask: { request: rowId<DisclosureId>(), day: day('behind') },
  logged: ['day'],
  to: ({ request }) => `disclosure/${request}`,
  async do(tx, { request, day }, { actor, by, at }) {
    const { id: person } = requirePerson(actor);
    const draft = (await loadDisclosure(tx, request))?.draft ?? null;
    if (draft === null) throw new Refusal({ code: 'not-there' });
    if (draft.person === person) throw new Refusal({ code: 'own-proposal' });
    if (!(await giveInStore(tx, request, draft.at, { day, by, at }))) throw new Refusal({ code: 'not-there' });
  },
});

const AT_ONCE = 200;

/** Requests: what waits, the first due first, and what was answered last. @throws Refusal `not-allowed` */
export async function disclosuresFor(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  actor: Actor,
): Promise<{ readonly waiting: readonly Disclosure[]; readonly answered: readonly Disclosure[] }> {
  requireRight(actor, 'disclosures.manage');
  await audit.record({ ...auditActorOf(actor, now()), action: 'disclosure.view', target: '', details: {} });
  return {
    waiting: await disclosureList(db, { answered: false, limit: AT_ONCE, offset: 0 }),
    answered: await disclosureList(db, { answered: true, limit: AT_ONCE, offset: 0 }),
  };
}
