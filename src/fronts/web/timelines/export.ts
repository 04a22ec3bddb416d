import { exportTimeline, Refusal } from '../../../actions/index.ts';
import type { PersonId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext } from '../shell/page.tsx';
import { timelineCsv } from './csv.ts';

/** A timeline as a file; where the person has not agreed, what `refused` says. */
export async function saveTimeline(
  c: WebContext,
  deps: FrontDeps,
  person: PersonId,
  refused: () => Promise<Response>,
): Promise<Response> {
  try {
    const timeline = await exportTimeline({ ...deps, timeZone: deps.company.timeZone }, actorOf(c, deps), person);
    if (timeline === null) return c.notFound();
    return c.body(timelineCsv(timeline, c.get('messages'), c.get('clock'), deps.company.timeZone), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="komainu-timeline-${timeline.today}.csv"`,
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no-consent') return refused();
    throw error;
  }
}
