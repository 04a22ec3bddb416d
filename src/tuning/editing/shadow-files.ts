import type { DictionaryFile } from '../../detect/index.ts';
import type { ShadowRule } from '../../store/index.ts';
import { planText } from './plan.ts';

/** The files of a folder with other lines for some rules, as a shadow judges by them; nothing is written. */
export async function withRules(
  files: readonly DictionaryFile[],
  rules: readonly Pick<ShadowRule, 'entry' | 'act' | 'section' | 'after'>[],
): Promise<readonly DictionaryFile[]> {
  let changed = files;
  for (const { entry, act, section, after } of rules) {
    const plan = await planText(changed, { id: entry, home: act, section, after }, async () => true);
    if (plan === null) continue;
    const file = { path: plan.path, text: plan.fileAfter };
    const isThere = changed.some(({ path }) => path === plan.path);
    changed = isThere ? changed.map((one) => (one.path === plan.path ? file : one)) : [...changed, file];
  }
  return changed;
}
