import type { Details } from '../../audit/index.ts';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { Day } from '../../response/index.ts';
import {
  type Db,
  findAccountById,
  giveConsent as giveInStore,
  nameVictim,
  unnameVictim,
  withdrawConsent as withdrawInStore,
} from '../../store/index.ts';
import { act, type Doer } from '../kernel/act.ts';
import { caseNumber, choice, maybeDay, personId, usualChoice } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

const CONSENT = ['give', 'withdraw'] as const;
type Consent = (typeof CONSENT)[number];

const consentEntry = ({ do: what }: { readonly do: Consent }) =>
  what === 'give' ? ('timeline.consent' as const) : ('timeline.withdraw' as const);

/**
 * Whoever is signed in agrees that their timeline is saved, or agrees no more: from then on nothing is saved, and what was saved before is where
 * it is. Saying so twice changes nothing.
 */
export const decideOwnConsent = act({
  path: '/my-timeline/consent',
  right: 'account',
  audit: consentEntry,
  ask: { do: choice(CONSENT) },
  logged: [],
  do: (tx, { do: what }, doer) => consent(tx, doer.person!, what, { ...doer, way: 'self', day: doer.today }),
  told: (done) => done!.details,
  to: (_, done) => `account/${done!.person}`,
});

/** The consultation desk has it on paper of a day that somebody agrees, or that they agree no more. */
export const decideConsent = act({
  path: '/timelines/:person/consent',
  right: 'timelines.read',
  audit: consentEntry,
  ask: { person: personId(), do: choice(CONSENT), day: maybeDay('behind') },
  logged: [],
  do: async (tx, { person, do: what, day }, doer) => {
    if (what === 'give' && day === null) throw new Refusal({ code: 'wrong-fields', fields: { day: 'missing' } });
    const way = doer.person === person ? ('self' as const) : ('paper' as const);
    return consent(tx, person, what, { ...doer, way, day: day ?? doer.today });
  },
  told: (done) => done!.details,
  to: ({ person }) => `account/${person}`,
});

/** @returns null when it stood so already */
async function consent(
  tx: Db,
  person: PersonId,
  what: Consent,
  { by, at, way, day }: Pick<Doer, 'by' | 'at'> & { readonly way: 'self' | 'paper'; readonly day: Day },
) {
  await requireAccount(tx, person);
  const done: boolean = await (what === 'give'
    ? giveInStore(tx, person, { way, day, by, at })
    : withdrawInStore(tx, person, { by, at }));
  const details: Details = what === 'give' ? { way } : {};
  return done ? { person, details } : null;
}

/**
 * Puts a case to the person whom it befell, or takes that back. The log says whose timeline was changed, and never by which case: of
 * a confidential one it would tell whom it is about.
 */
export const nameCaseOf = act({
  path: '/timelines/:person/cases',
  right: 'timelines.read',
  audit: 'timeline.case',
  ask: { person: personId(), do: usualChoice('add', ['add', 'remove']), case: caseNumber() },
  logged: [],
  async do(tx, { person, do: what, case: caseId }, { by, at, sight }) {
    await requireAccount(tx, person);
    const add = what === 'add';
    const found = caseId !== null && (await change(tx, caseId));
    if (!found) throw new Refusal(add ? { code: 'wrong-fields', fields: { case: 'wrong' } } : { code: 'not-there' });
    return add;

    function change(tx: Db, id: CaseId): Promise<boolean> {
      return add ? nameVictim(tx, { caseId: id, person }, { by, at }, sight) : unnameVictim(tx, id, person);
    }
  },
  told: (add: boolean) => ({ add }),
  to: ({ person }) => `account/${person}`,
});

async function requireAccount(tx: Db, person: PersonId): Promise<void> {
  if ((await findAccountById(tx, person)) === null) throw new Refusal({ code: 'not-there' });
}
