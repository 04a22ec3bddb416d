import { z } from 'zod';
import {
  type ActionDeps,
  type Actor,
  type CounterpartyProblem,
  type DoneBy,
  type nameCounterpartyOf,
  type SavedCounterparty,
  visibilityOf,
} from '../../../actions/index.ts';
import { parseCounterpartyId } from '../../../cases/index.ts';
import type { Counterparty } from '../../../response/index.ts';
import { casesOfCounterparty, listCounterparties, loadCounterparty } from '../../../store/index.ts';
import { ProblemError } from '../problem.ts';
import { slice } from '../schemas.ts';

type Deps = Pick<ActionDeps, 'db'>;

export const CounterpartyQuery = z.object({ q: z.string().max(100).default(''), ...slice(50, 200) });
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

/** What is told of one that was written down or changed. @throws ProblemError */
export function savedJson(made: SavedCounterparty): CounterpartyJson {
  if ('problem' in made) throw asProblem(made.problem);
  return counterpartyJson(made.saved);
}

export const namedOfCase = ({ id }: DoneBy<typeof nameCounterpartyOf>) => ({ id });

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

async function requireCounterparty(db: Deps['db'], text: string): Promise<Counterparty> {
  const id = parseCounterpartyId(text);
  const found = id && (await loadCounterparty(db, id));
  if (found === null) throw noSuch();
  return found;
}
