import type { ActionDeps } from '../../actions/index.ts';
import type { Forwarded } from '../../cases/index.ts';
import { inThread } from '../../util/in-thread.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { shipped } from '../../util/paths.ts';

/**
 * Takes mails to the consultation address apart in a thread, one after another: whoever is forwarded wrote them to do harm, perhaps.
 *
 * @param company patterns of the addresses of the company's people
 */
export function openForwarded(
  company: () => readonly string[],
  thread = shipped('dist/services/consulting/forwarded-thread.js'),
): ActionDeps['forwarded'] {
  const inTurn = oneAtATime<null>();
  return (mail, receivedAt) =>
    inTurn(null, () => inThread<Forwarded>(thread, { mail, receivedAt, company: company() }));
}
