import type { Config } from '../../../config/index.ts';
import { withoutEntries } from '../../../detect/index.ts';
import type { Rules } from '../../../screening/index.ts';
import { CommandError } from '../errors.ts';
import { say } from '../messages.ts';

/** With the classifier, without it, or it alone without the dictionaries. */
export const CLASSIFIER_MODES = ['on', 'off', 'only'] as const;
export type ClassifierMode = (typeof CLASSIFIER_MODES)[number];

/** The rules with the classifier as asked for; null leaves them as configured. @throws CommandError without a classifier. */
export function withClassifier(rules: Rules, mode: ClassifierMode | null): Rules {
  if (mode === null) return rules;
  if (mode === 'off') return { ...rules, classifier: null };
  if (rules.classifier === null)
    throw new CommandError(
      say(
        '学習した判定器がありません。--classifier off を付けてください',
        'there is no learned classifier; use --classifier off',
      ),
      2,
    );
  if (mode === 'on') return rules;
  return { ...rules, dictionary: withoutEntries(rules.dictionary) };
}

/** For commands that train one: the one that is there may be of another kind. */
export const withoutClassifier = (config: Config): Config => ({
  ...config,
  settings: { ...config.settings, classifier: false },
});
