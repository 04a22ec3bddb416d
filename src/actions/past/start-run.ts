import type { ChangeId, PastOver, PastRunId } from '../../cases/index.ts';
import type { DictionaryFile } from '../../detect/index.ts';
import { addPastRun, dictionaryChanges, openPastRuns } from '../../store/index.ts';
import { type Draft, filesBefore, packVersions, planDraft, withPlan } from '../../tuning/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { choice, maybePick, number, usualChoice, usually } from '../kernel/ask.ts';
import { wrongFields } from '../refusal.ts';

type PastDeps = Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'>;

/** What the dictionaries in force are compared with: what they were before a change, what they would be with a draft, or those of another folder. */
export type Against =
  | { readonly before: ChangeId }
  | { readonly draft: Draft }
  | { readonly folder: string; readonly files: readonly DictionaryFile[] };

export interface PastRunInput {
  readonly days: number; // that it looks back
  readonly over: PastOver;
  readonly sources: readonly string[]; // of which mails are read; at least one, unless decided cases are
  readonly against: Against | null; // null: a trial
}

const MOST_PAST_DAYS = 730;
const MOST_OPEN_RUNS = 3; // they are worked at one after another
const MOST_CHANGES = 1_000; // that are taken back to see what was before them
const DAY_MS = 86_400_000;

/**
 * Begins a reading of the past. The dictionaries are those of this moment, whatever becomes of them while it runs.
 *
 * @returns null when too many are under way, there is no such change, or no mailbox to read
 * @throws Refusal `not-allowed`
 */
export async function startPastRun(deps: PastDeps, actor: Actor, input: PastRunInput): Promise<PastRunId | null> {
  requireRight(actor, 'past.run');
  const { db, audit, now } = deps;
  if (input.over === 'mailbox' && input.sources.length === 0) return null;
  if ((await openPastRuns(db)) >= MOST_OPEN_RUNS) return null;
  const files = await deps.lab.files();
  const other = input.against === null ? null : await otherFiles(deps, files, input.against);
  if (other === undefined) return null;
  const at = now();
  return audit.during(
    (tx) =>
      addPastRun(tx, {
        kind: other === null ? 'trial' : 'backtest',
        startedAt: at,
        person: personIdOf(actor),
        by: nameOf(actor),
        over: input.over,
        sources: input.over === 'cases' ? [] : [...input.sources],
        since: new Date(at.getTime() - input.days * DAY_MS),
        until: at,
        subject: subjectOf(input.against),
        rules: packVersions(other === null ? [files] : [files, other]),
      }),
    (run) => ({
      ...auditActorOf(actor, at),
      action: 'past.start',
      target: `past/${run}`,
      details: { kind: other === null ? 'trial' : 'backtest', over: input.over, days: input.days },
    }),
  );
}

/** The same as an act: a trial of what mailboxes would bring, or a comparison with what was before a change. `source`: one of the mailboxes alone. */
export const beginPast = course({
  path: '/past',
  right: 'past.run',
  ask: {
    kind: choice(['trial', 'backtest']),
    days: number(1, MOST_PAST_DAYS),
    over: usualChoice('mailbox', ['mailbox', 'cases']),
    source: usually(null, maybePick<string>(/^[^\p{C}]{1,100}$/u)),
    change: usually(null, maybePick<ChangeId>()),
  },
  async run(deps: PastDeps & Pick<ActionDeps, 'past'>, { kind, days, over, source, change }, { actor }) {
    const sources = deps.past.sources.filter((one) => source === null || one === source);
    if (kind === 'trial') return startPastRun(deps, actor, { days, over: 'mailbox', sources, against: null });
    if (change === null) throw wrongFields({ change: 'missing' });
    return startPastRun(deps, actor, { days, over, sources, against: { before: change } });
  },
});

/** @returns undefined when there is nothing to compare with */
async function otherFiles(
  { db }: PastDeps,
  files: readonly DictionaryFile[],
  against: Against,
): Promise<readonly DictionaryFile[] | undefined> {
  if ('files' in against) return against.files;
  if ('draft' in against) return withPlan(files, planDraft(files, against.draft));
  const changes = await dictionaryChanges(db, { limit: MOST_CHANGES });
  const at = changes.findIndex(({ id }) => id === against.before);
  return at < 0 ? undefined : filesBefore(files, changes.slice(0, at + 1));
}

function subjectOf(against: Against | null): string {
  if (against === null) return '';
  if ('files' in against) return `folder ${against.folder}`;
  return 'draft' in against ? `draft ${against.draft.id}` : `before ${against.before}`;
}
