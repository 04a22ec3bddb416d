import { Refusal } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import type { LetterId } from '../../../response/index.ts';
import type { WebContext } from '../shell/page.tsx';

/** The letter of an address. @throws Refusal `no-such-letter` when none can have such an id */
export function letterIdOf(c: WebContext): LetterId {
  const id = parseRowId<LetterId>(c.req.param('letter') ?? '');
  if (id === null) throw new Refusal({ code: 'no-such-letter' });
  return id;
}
