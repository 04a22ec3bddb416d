import type { ChangeId } from '../../cases/index.ts';
import { compileRule, withRule } from '../../detect/index.ts';
import { type DictionaryChange, dictionaryChangeById } from '../../store/index.ts';
import { effectOf, fingerprint, locate, planReturn, THRESHOLDS } from '../../tuning/index.ts';
import { type Actor, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { previewOf } from './save-draft.ts';
import { returnThresholds } from './set-thresholds.ts';
import { type ChangeDeps, currentText, writeChange } from './write-change.ts';

/** @throws Refusal `no-such-change` */
export async function requireChange({ db }: Pick<ChangeDeps, 'db'>, id: ChangeId | null): Promise<DictionaryChange> {
  const change = id === null ? null : await dictionaryChangeById(db, id);
  if (change === null) throw new Refusal({ code: 'no-such-change' });
  return change;
}

/**
 * Takes a change back: the rule gets the lines that it had before, as a change of its own. What was changed after it stays: then
 * somebody has to look.
 *
 * @throws Refusal `not-allowed`, `no-such-change`, `entry-changed`, `entry-wrong`, `file-unwritten`
 */
export async function revertChange(
  deps: ChangeDeps,
  actor: Actor,
  id: ChangeId | null,
  reason: string,
): Promise<ChangeId> {
  requireRight(actor, 'dictionaries.write');
  const { lab } = deps;
  const change = await requireChange(deps, id);
  if (change.entry === THRESHOLDS) return returnThresholds(deps, actor, change, reason);
  const { entry, act, section, before: to, after } = change;
  if (fingerprint(await currentText(deps, entry)) !== fingerprint(after)) throw new Refusal({ code: 'entry-changed' });
  const plan = async () => {
    const files = await lab.folder.read();
    const made = await planReturn(files, { id: entry, home: act, section, to }, lab.folder.takesChanges);
    if (made === null) throw new Refusal({ code: 'file-unwritten', cause: 'denied' });
    return made;
  };
  const rules = await lab.rules();
  const rule = to === null ? null : await returned();
  const dictionary = withRule(rules.dictionary, entry, rule);
  const preview = await previewOf(lab, rules.dictionary, dictionary, entry, rule);
  return writeChange(deps, actor, fingerprint(after), plan, {
    kind: 'revert',
    entry,
    act,
    reason,
    effect: effectOf(preview),
    reverts: change.id,
  });

  /** The rule as it was. Its examples are not asked: it was in force with them. */
  async function returned() {
    const { path, fileAfter } = await plan();
    const others = (await lab.folder.read()).filter((file) => file.path !== path);
    const known = locate([...others, { path, text: fileAfter }], entry); // an overlay that is taken away leaves the folder's
    const file = known?.file ?? { path, text: fileAfter };
    const compiled = compileRule(file, entry, rules.dictionary, rules.tokenize);
    if (compiled.ok) return compiled.rule;
    const problems = compiled.problems.map((problem) => ({ code: 'written', problem }) as const);
    throw new Refusal({ code: 'entry-wrong', problems });
  }
}
