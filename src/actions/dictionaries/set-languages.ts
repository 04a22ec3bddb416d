import type { ChangeId } from '../../cases/index.ts';
import { OTHER_LANGUAGES, type OtherLanguages } from '../../detect/index.ts';
import { fingerprint, LANGUAGES_RULE, languagesIn, languagesLine, planRule } from '../../tuning/index.ts';
import { course } from '../kernel/act.ts';
import { choice, line, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeDeps, currentText, writeChange } from './write-change.ts';

/** What becomes of mails in languages without a judge, and by what a form knows it again. */
export async function otherLanguagesNow(
  deps: Pick<ChangeDeps, 'lab'>,
): Promise<{ readonly value: OtherLanguages; readonly base: string }> {
  const said = await currentText(deps, LANGUAGES_RULE.entry);
  return { value: languagesIn(said ?? '') ?? 'ordinary', base: fingerprint(said) };
}

/**
 * Has mails in languages without a judge surfaced, or not: a change of the dictionaries as thresholds are, with author and reason, taken back like any
 * other.
 *
 * @returns null when it was so already
 * @throws Refusal `entry-changed`
 */
export const setOtherLanguages = course({
  path: '/past/other-languages',
  right: 'thresholds.set',
  ask: {
    otherLanguages: choice(OTHER_LANGUAGES),
    base: line(100, 'maybe'), // fingerprint of what whoever acts has looked at
    reason: text(500, 'maybe'),
  },
  async run(deps: ChangeDeps, { otherLanguages, base, reason }, { actor }): Promise<ChangeId | null> {
    const now = await otherLanguagesNow(deps);
    if (now.base !== base) throw new Refusal({ code: 'entry-changed' });
    if (now.value === otherLanguages) return null;
    const plan = planRule(await deps.lab.files(), LANGUAGES_RULE, languagesLine(otherLanguages));
    const withoutRow = plan.below === null && otherLanguages === 'ordinary'; // what no file says
    return writeChange(deps, actor, withoutRow ? { ...plan, after: null } : plan, {
      kind: 'save',
      reason,
      effect: null,
      reverts: null,
    });
  },
});
