import { BANDS, type Band } from '../../detect/index.ts';
import { ratio } from '../metrics.ts';
import type { FunctionalTest } from './file.ts';
import type { Group } from './schema.ts';
import { type FunctionalText, textsOf, USES, type Use } from './texts.ts';

/** How a mail is judged, by whatever rules. */
export type JudgeText = (text: FunctionalText) => Promise<Band>;

export interface FunctionalFailure {
  readonly text: FunctionalText;
  readonly band: Band;
}

export interface FunctionalResult {
  readonly id: string;
  readonly group: Group;
  readonly lang: FunctionalTest['lang'];
  readonly expected: FunctionalTest['expected'];
  readonly counts: Readonly<Record<Use, Passed>>;
  readonly failures: readonly FunctionalFailure[];
}

export interface Passed {
  readonly texts: number;
  readonly passed: number;
}

export const passes = (band: Band, expected: FunctionalTest['expected']): boolean =>
  'atLeast' in expected
    ? BANDS.indexOf(band) >= BANDS.indexOf(expected.atLeast)
    : BANDS.indexOf(band) <= BANDS.indexOf(expected.atMost);

/** Judges all texts of all functions, in order. */
export async function runFunctionalTests(
  tests: readonly FunctionalTest[],
  judge: JudgeText,
): Promise<FunctionalResult[]> {
  const results: FunctionalResult[] = [];
  for (const test of tests) {
    const texts = textsOf(test);
    const failures: FunctionalFailure[] = [];
    for (const text of texts) {
      const band = await judge(text);
      if (!passes(band, test.expected)) failures.push({ text, band });
    }
    const count = (use: Use): Passed => {
      const all = texts.filter((text) => text.use === use).length;
      return { texts: all, passed: all - failures.filter(({ text }) => text.use === use).length };
    };
    const { id, group, lang, expected } = test;
    results.push({ id, group, lang, expected, counts: { develop: count('develop'), hold: count('hold') }, failures });
  }
  return results;
}

/** The share that passed, null where there was no text. */
export const passRate = (results: readonly FunctionalResult[], uses: readonly Use[] = USES): number | null => {
  const counts = results.flatMap(({ counts: by }) => uses.map((use) => by[use]));
  return ratio(
    counts.reduce((sum, { passed }) => sum + passed, 0),
    counts.reduce((sum, { texts }) => sum + texts, 0),
  );
};
