import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ACTS, type Act } from '../../detect/index.ts';
import { formatProblem, readYaml } from '../../util/located-yaml.ts';
import { shipped } from '../../util/paths.ts';

const words = z.string().min(1);

/** An invented mail to be decided, with what speaks for the decision. */
const WorkedMail = z.strictObject({ mail: words, decide: z.enum(['approve', 'dismiss']), why: words });
export type WorkedMail = z.output<typeof WorkedMail>;

/** A short lesson on one act. Every example is invented. */
const Lesson = z.strictObject({
  what: words, // what it is
  counts: words, // an example
  fine: words, // one that is close to it and is none
  why: words, // what the difference is
  act: words, // what to do
  check: z.strictObject({
    sentences: z.tuple([words, words]),
    which: z.literal([0, 1]), // the one that counts
    because: words,
  }),
  mails: z.tuple([WorkedMail, WorkedMail]), // of which at most one is to be approved; the order tells nothing
});
export type Lesson = z.output<typeof Lesson>;

type Language = 'ja' | 'en';

const kept = new Map<Language, Readonly<Record<Act, Lesson>>>();

/** The lesson on an act. @throws Error that names the place in the file, where one was changed and does not fit */
export function lessonOn(act: Act, language: Language): Lesson {
  const known = kept.get(language) ?? lessonsIn(language);
  kept.set(language, known);
  return known[act];
}

function lessonsIn(language: Language): Readonly<Record<Act, Lesson>> {
  const file = `src/actions/knowing/lessons.${language}.yaml`;
  const read = readYaml(file, readFileSync(shipped(file), 'utf8'), z.record(z.enum(ACTS), Lesson));
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.value;
}
