import { z } from 'zod';
import {
  type ActionDeps,
  type Actor,
  type CounterpartyDeps,
  type CounterpartyProblem,
  changeCounterpartyFacts,
  createCounterparty,
  nameCounterpartyOf,
  Refusal,
  visibilityOf,
} from '../../../actions/index.ts';
import { type CaseId, type CounterpartyId, parseCounterpartyId } from '../../../cases/index.ts';
import {
  type Clause,
  COUNTERPARTY_KINDS,
  type Counterparty,
  type CounterpartyFacts,
  type Day,
  todayIn,
} from '../../../response/index.ts';
import { casesOfCounterparty, listCounterparties, loadCounterparty } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { ProblemError } from '../problem.ts';
import { slice } from '../schemas.ts';

type Deps = CounterpartyDeps & Pick<ActionDeps, 'read'> & Pick<FrontDeps, 'company'>;

const text = (most: number) => z.string().trim().max(most);
const senders = z.array(text(254).min(1)).max(50);
const Fields = z.strictObject({
  kind: z.enum(COUNTERPARTY_KINDS),
  name: text(200).min(1),
  domains: senders,
  addresses: senders,
  postal: text(500),
  contacts: z
    .array(z.strictObject({ name: text(100).min(1), post: text(100), email: text(254), phone: text(50) }))
    .max(50),
  clause: z.strictObject({ agreedOn: z.iso.date(), document: text(300).min(1) }).nullable(),
  capital: z.int().min(0).max(9_999_999_999_999).nullable(),
  staff: z.int().min(0).max(99_999_999).nullable(),
  notes: text(4_000),
});

export const CounterpartyQuery = z.object({ q: z.string().max(100).default(''), ...slice(50, 200) });
export const NewCounterparty = Fields.partial().required({ kind: true, name: true });
/** What is left out stays as it is; `version` is the one that was read. */
export const CounterpartyChange = z.strictObject({ version: z.int().min(1), ...Fields.partial().shape });
export const CounterpartyOfCase = z.strictObject({ counterparty: z.string().max(20).nullable() });

const NOTHING = {
  domains: [],
  addresses: [],
  postal: '',
  contacts: [],
  clause: null,
  capital: null,
  staff: null,
  notes: '',
} as const satisfies Partial<CounterpartyFacts>;

/** The register, or what of it a word finds. */
export async function counterpartiesFor({ db }: Deps, { q, limit, offset }: z.output<typeof CounterpartyQuery>) {
  const { counterparties, total } = await listCounterparties(db, { words: q, limit, offset });
  const rows = counterparties.map(({ id, kind, name, domains, addresses, clause }) => ({
    id,
    kind,
    name,
    domains,
    addresses,
    clause,
  }));
  return { counterparties: rows, total };
}

/** One of the register, with how many cases of it whoever asks may see. @throws ProblemError */
export async function counterpartyShown({ db }: Deps, actor: Actor, id: string) {
  const found = await requireCounterparty(db, id);
  const { statuses } = await casesOfCounterparty(db, found, { limit: 1, offset: 0 }, visibilityOf(actor));
  return { ...counterpartyJson(found), cases: statuses };
}

export type CounterpartyJson = ReturnType<typeof counterpartyJson>;

const counterpartyJson = ({ clauseNoted, at, ...same }: Counterparty) => ({
  ...same,
  clauseNoted: clauseNoted && { by: clauseNoted.by, at: clauseNoted.at.toISOString() },
  at: at.toISOString(),
});

/** Writes one down. @throws ProblemError, Refusal */
export async function createCounterpartyAs(deps: Deps, actor: Actor, body: z.output<typeof NewCounterparty>) {
  return savedJson(await createCounterparty(deps, actor, { ...NOTHING, ...factsOf(body, deps) }));
}

/** Changes what the body names. @throws ProblemError, Refusal */
export async function changeCounterpartyAs(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...body }: z.output<typeof CounterpartyChange>,
) {
  const before = await requireCounterparty(deps.db, id);
  return savedJson(
    await changeCounterpartyFacts(deps, actor, before.id, version, { ...factsIn(before), ...factsOf(body, deps) }),
  );
}

/** Says to which counterparty a case belongs. @throws Refusal */
export async function nameCounterpartyAs(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  { counterparty }: z.output<typeof CounterpartyOfCase>,
): Promise<{ readonly id: CaseId }> {
  const named = counterparty === null ? null : requireCounterpartyId(counterparty);
  await nameCounterpartyOf(deps, actor, id, named);
  return { id };
}

type Given = Partial<Omit<z.output<typeof Fields>, 'kind' | 'name'>>;

/** @throws Refusal `wrong-day` for a clause of tomorrow */
function factsOf<Body extends Given>({ clause, ...body }: Body, { company, now }: Pick<Deps, 'company' | 'now'>) {
  if (clause != null && (clause.agreedOn < '1900-01-01' || clause.agreedOn > todayIn(company.timeZone, now())))
    throw new Refusal({ code: 'wrong-day' });
  const agreed: Clause | null | undefined = clause && { ...clause, agreedOn: clause.agreedOn as Day };
  return { ...body, ...(agreed === undefined ? {} : { clause: agreed }) };
}

const factsIn = ({ clauseNoted: _, id: _id, by: _by, at: _at, version: _version, ...facts }: Counterparty) => facts;

function savedJson(made: Awaited<ReturnType<typeof createCounterparty>>): CounterpartyJson {
  if ('problem' in made) throw asProblem(made.problem);
  return counterpartyJson(made.saved);
}

function asProblem(found: CounterpartyProblem): ProblemError {
  switch (found.code) {
    case 'no-such-counterparty':
      return noSuch();
    case 'changed-meanwhile':
      return new ProblemError(409, found.code, 'Somebody else changed it meanwhile; read it again.');
    case 'sender-shape':
      return new ProblemError(400, found.code, `${found.sender}: neither a domain nor an address.`);
    case 'sender-shared':
      return new ProblemError(400, found.code, `${found.sender}: everybody may have an address there.`);
    case 'sender-taken':
      return new ProblemError(409, found.code, `${found.sender}: belongs to counterparty ${found.by} already.`);
  }
}

const noSuch = () => new ProblemError(404, 'no-such-counterparty', 'There is no such counterparty.');

function requireCounterpartyId(text: string): CounterpartyId {
  const id = parseCounterpartyId(text);
  if (id === null) throw noSuch();
  return id;
}

async function requireCounterparty(db: Deps['db'], id: string): Promise<Counterparty> {
  const found = await loadCounterparty(db, requireCounterpartyId(id));
  if (found === null) throw noSuch();
  return found;
}
