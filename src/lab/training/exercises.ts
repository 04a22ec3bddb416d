import { hashedFeatures, type JudgedLanguage, sentencesIn, toLines } from '../../detect/index.ts';
import { ownSentences, readMail } from '../../screening/index.ts';
import type { Tokenize } from '../../text/index.ts';
import type { FunctionalTest } from '../functional/file.ts';
import { functionalMail } from '../functional/mail.ts';
import { textsOf } from '../functional/texts.ts';
import type { Exercise } from './training-texts.ts';

/**
 * The functional texts of a language that may be developed on, for learning what is plain: what must be flagged beside its
 * harmless neighbours. Hints and worries are neither. `hold` is left alone, so that it goes on measuring.
 */
export async function exercisesOf(
  tests: readonly FunctionalTest[],
  tokenize: Tokenize,
  language: JudgedLanguage = 'ja',
): Promise<Exercise[]> {
  const exercises: Exercise[] = [];
  for (const test of tests) {
    const positive = test.lang === language ? isHarassment(test) : null;
    if (positive === null) continue;
    for (const text of textsOf(test)) {
      if (text.use !== 'develop') continue;
      const { own } = ownSentences(await readMail(functionalMail(text)));
      exercises.push({ hashes: hashedFeatures(sentencesIn(language, toLines(own, tokenize)), language), positive });
    }
  }
  return exercises;
}

function isHarassment({ group, expected }: FunctionalTest): boolean | null {
  switch (group) {
    case 'grave':
    case 'milder':
      return 'atLeast' in expected && expected.atLeast !== 'grey' ? true : null;
    case 'neighbour':
    case 'demand':
      return 'atMost' in expected ? false : null;
    case 'worry':
    case 'line': // what is hostile in it is one line, and an exercise is learned as a whole
      return null;
  }
}
