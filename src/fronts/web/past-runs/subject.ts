import type { PastRun } from '../../../store/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Which version a backtest looks at; null for a trial. */
export function subjectOf({ pastRuns: { subject } }: Messages, run: Pick<PastRun, 'subject'>): string | null {
  const [kind, ...words] = run.subject.split(' ');
  const name = words.join(' ');
  if (kind === 'before') return subject.before(name);
  if (kind === 'folder') return subject.folder(inertLine(name, 100));
  return kind === 'draft' ? subject.draft(name) : null;
}
