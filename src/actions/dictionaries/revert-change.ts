import type { ChangeId } from '../../cases/index.ts';
import { compileRule, type Dictionary, type EntryId, siteFile, withRule } from '../../detect/index.ts';
import { type DictionaryChange, dictionaryChangeById } from '../../store/index.ts';
import { effectOf, fingerprint, isEditable, isThresholds, planRule } from '../../tuning/index.ts';
import type { Actor } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { rowId, text } from '../kernel/ask.ts';
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
 * @throws Refusal `no-such-change`, `entry-changed`, `entry-wrong`
 */
export const revertChange = course({
  path: '/dictionaries/log/:change/revert',
  right: 'dictionaries.write',
  for: ['commands'],
  api: { path: '/dictionaries/changes/:change/revert' },
  ask: { change: rowId<ChangeId>(), reason: text(500, 'maybe') },
  run: (deps: ChangeDeps, { change, reason }, { actor }) => takeBack(deps, actor, change, reason),
});

async function takeBack(
  deps: ChangeDeps,
  actor: Actor,
  id: ChangeId,
  reason: string,
): Promise<{ readonly change: ChangeId; readonly entry: EntryId }> {
  const { lab } = deps;
  const change = await requireChange(deps, id);
  const { entry, act, section } = change;
  const files = await lab.files();
  const plan = planRule(files, { entry, act, section }, change.before);
  if (fingerprint(plan.before) !== fingerprint(change.after)) throw new Refusal({ code: 'entry-changed' });
  const told = { kind: 'revert', reason, reverts: change.id } as const;
  // Two numbers that were in force together: nothing is compiled to know what they are.
  if (isThresholds(entry)) return { change: await writeChange(deps, actor, plan, { ...told, effect: null }), entry };
  const rules = await lab.rules();
  const rule = plan.after === null ? null : returned(plan.after);
  const preview = await previewOf(lab, rules.dictionary, withRule(rules.dictionary, entry, rule), entry, rule);
  const idle = plan.after === null ? ofNothingElse(entry, rules.dictionary) : [];
  const beside = idle.map((id) => planRule(files, { entry: id, act: null, section: 'contexts' }, null));
  return { change: await writeChange(deps, actor, plan, { ...told, effect: effectOf(preview) }, beside), entry };

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
