import type { PastRun } from '../../../store/index.ts';
import type { Messages } from '../shell/messages.ts';

/** Which version a backtest looks at; null for a trial. */
export function subjectOf({ pastRuns: { subject } }: Messages, run: Pick<PastRun, 'subject'>): string | null {
  const [kind, name = ''] = run.subject.split(' ');
  if (kind === 'before') return subject.before(name);
  return kind === 'draft' ? subject.draft(name) : null;
}
