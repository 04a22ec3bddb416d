import type { ChangeId } from '../../cases/index.ts';
import { compileRule, type Dictionary, type EntryId, siteFile, withRule } from '../../detect/index.ts';
import { type DictionaryChange, dictionaryChangeById } from '../../store/index.ts';
import { effectOf, fingerprint, isEditable, isThresholds, planRule } from '../../tuning/index.ts';
import { type Actor, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { previewOf } from './save-draft.ts';
import { type ChangeDeps, writeChange } from './write-change.ts';

/** @throws Refusal `no-such-change` */
export async function requireChange({ db }: Pick<ChangeDeps, 'db'>, id: ChangeId | null): Promise<DictionaryChange> {
  const change = id === null ? null : await dictionaryChangeById(db, id);
  if (change === null) throw new Refusal({ code: 'no-such-change' });
  return change;
}

/**
 * Takes a change back: the rule gets the lines that it had before, as a change of its own. What was changed after it stays: then
 * somebody has to look. Exceptions of a new entry alone go with it.
 *
 * @throws Refusal `not-allowed`, `no-such-change`, `entry-changed`, `entry-wrong`
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
  const { entry, act, section } = change;
  const files = await lab.files();
  const plan = planRule(files, { entry, act, section }, change.before);
  if (fingerprint(plan.before) !== fingerprint(change.after)) throw new Refusal({ code: 'entry-changed' });
  const told = { kind: 'revert', reason, reverts: change.id } as const;
  // Two numbers that were in force together: nothing is compiled to know what they are.
  if (isThresholds(entry)) return writeChange(deps, actor, plan, { ...told, effect: null });
  const rules = await lab.rules();
  const rule = plan.after === null ? null : returned(plan.after);
  const preview = await previewOf(lab, rules.dictionary, withRule(rules.dictionary, entry, rule), entry, rule);
  const idle = plan.after === null ? ofNothingElse(entry, rules.dictionary) : [];
  const beside = idle.map((id) => planRule(files, { entry: id, act: null, section: 'contexts' }, null));
  return writeChange(deps, actor, plan, { ...told, effect: effectOf(preview) }, beside);

  /** The rule as it was. Its examples are not asked: it was in force with them. */
  function returned(text: string) {
    const compiled = compileRule(siteFile({ entry, act, section, text }), entry, rules.dictionary, rules.tokenize);
    if (compiled.ok) return compiled.rule;
    const problems = compiled.problems.map((problem) => ({ code: 'written', problem }) as const);
    throw new Refusal({ code: 'entry-wrong', problems });
  }
}

/** Exceptions that are of this entry and of no other. */
const ofNothingElse = (entry: EntryId, { rules }: Dictionary): EntryId[] =>
  [...rules.values()].flatMap((rule) =>
    rule.kind === 'context' && rule.entries?.size === 1 && rule.entries.has(entry) && isEditable(rule) ? [rule.id] : [],
  );
