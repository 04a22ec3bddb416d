import type { ChangeId } from '../../cases/index.ts';
import type { Dictionary, Entry, EntryId } from '../../detect/index.ts';
import { entryHits, misfires, newestChanges } from '../../store/index.ts';
import {
  type Apprentice,
  apprenticeOf,
  apprenticesIn,
  fingerprint,
  type Plan,
  planApprentice,
} from '../../tuning/index.ts';
import { type Actor, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { settleChanges } from './settle-changes.ts';
import { type ChangeDeps, writeChange } from './write-change.ts';

const DAY_MS = 86_400_000;

/**
 * How far the apprentices of a dictionary have come. What was decided of other lines than those in force teaches nothing of these:
 * cases count that were opened since an entry was last changed.
 */
export async function apprentices(
  { db, now, lab }: Pick<ChangeDeps, 'db' | 'now' | 'lab'>,
  dictionary: Pick<Dictionary, 'rules'>,
): Promise<Apprentice[]> {
  const entries = apprenticesIn(dictionary);
  if (entries.length === 0) return [];
  const rules = lab.apprenticeRules;
  const calmSince = new Date(now().getTime() - rules.calmDays * DAY_MS);
  const changedAt = new Map((await newestChanges(db)).map(({ entry, at }) => [entry, at]));
  const marks = await misfires(db, calmSince);
  const found: Apprentice[] = [];
  for (const entry of entries) {
    const { id } = entry;
    const since = changedAt.get(id) ?? null;
    const hits = (await entryHits(db, { entry: id, ...(since === null ? {} : { openedSince: since }) })).get(id);
    const recent = (await entryHits(db, { entry: id, decidedSince: calmSince })).get(id);
    const against = Math.max(recent?.dismissed ?? 0, marks.get(id) ?? 0); // a mark mostly stands on a dismissed case
    const { approved, dismissed } = hits ?? { approved: 0, dismissed: 0 };
    found.push(apprenticeOf(entry, { since, approved, dismissed, against }, rules));
  }
  return found;
}

/**
 * Makes entries like others of the apprentices that decisions have shown to be right, each as a change with its grounds. Doing it
 * twice does it once; whoever is killed in between leaves what `settleChanges` puts right.
 *
 * @returns those that were promoted
 * @throws Refusal `file-unwritten`
 */
export async function promoteApprentices(deps: ChangeDeps, dictionary: Pick<Dictionary, 'rules'>): Promise<EntryId[]> {
  if (apprenticesIn(dictionary).length === 0) return [];
  await settleChanges(deps);
  const { precision: needed, calmDays } = deps.lab.apprenticeRules;
  const promoted: EntryId[] = [];
  for (const one of await apprentices(deps, dictionary)) {
    if (!one.isReady) continue;
    const { entry, approved, dismissed, precision } = one;
    const low = Math.round(precision!.low * 1000) / 1000;
    const grounds = { approved, dismissed, low, needed, calmDays };
    const told = { kind: 'promote', reason: '', grounds } as const;
    const id = await turn(deps, { kind: 'service' }, entry, false, told).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'entry-changed') return null; // somebody was first: another time
      throw error;
    });
    if (id !== null) promoted.push(entry.id);
  }
  return promoted;
}

/**
 * Makes an apprentice of an entry; what was decided so far no longer counts for it.
 *
 * @returns null when it is one already
 * @throws Refusal `not-allowed`, `no-such-change`, `entry-changed`, `file-unwritten`
 */
export async function demoteEntry(
  deps: ChangeDeps,
  actor: Actor,
  entry: Entry,
  reason: string,
): Promise<ChangeId | null> {
  requireRight(actor, 'dictionaries.write');
  return turn(deps, actor, entry, true, { kind: 'demote', reason });
}

async function turn(
  deps: ChangeDeps,
  actor: Actor,
  { id, role }: Entry,
  apprentice: boolean,
  told: Pick<Parameters<typeof writeChange>[4], 'kind' | 'reason' | 'grounds'>,
): Promise<ChangeId | null> {
  if (role.kind === 'grammar') throw new Refusal({ code: 'no-such-change' });
  const { act } = role;
  const { folder } = deps.lab;
  const plan = async (): Promise<Plan> => {
    const made = await planApprentice(await folder.read(), { id, home: act, apprentice }, folder.takesChanges);
    if (made === null) throw new Refusal({ code: 'no-such-change' });
    return made;
  };
  const { before, after } = await plan();
  if (before === after) return null;
  return writeChange(deps, actor, fingerprint(before), plan, {
    ...told,
    entry: id,
    act,
    effect: null,
    reverts: null,
  });
}
