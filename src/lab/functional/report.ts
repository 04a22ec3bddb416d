import { z } from 'zod';
import { type FunctionalResult, passRate } from './run.ts';
import { GROUPS, type Group, LANGUAGES } from './schema.ts';
import { USES } from './texts.ts';

const share = z.number().min(0).max(1);

/** Pass rates that must not be undercut, by language and group; kept beside the functions and only ever raised. */
export const FunctionalFloors = z.partialRecord(
  z.enum(LANGUAGES),
  z.partialRecord(z.enum(GROUPS), z.strictObject({ develop: share, hold: share })),
);
export type FunctionalFloors = z.output<typeof FunctionalFloors>;

/** A line of figures: the functions of one group and language together. */
export interface GroupRates {
  readonly lang: FunctionalResult['lang'];
  readonly group: Group;
  readonly functions: number;
  readonly texts: number;
  readonly develop: number | null;
  readonly hold: number | null;
}

export function groupRates(results: readonly FunctionalResult[]): GroupRates[] {
  return LANGUAGES.flatMap((lang) =>
    GROUPS.flatMap((group) => {
      const of = results.filter((result) => result.lang === lang && result.group === group);
      if (of.length === 0) return [];
      const texts = of.reduce((sum, { counts }) => sum + counts.develop.texts + counts.hold.texts, 0);
      const rates = { develop: passRate(of, ['develop']), hold: passRate(of, ['hold']) };
      return [{ lang, group, functions: of.length, texts, ...rates }];
    }),
  );
}

/** @returns a sentence for each rate below its floor. */
export function belowFunctionalFloors(results: readonly FunctionalResult[], floors: FunctionalFloors): string[] {
  const rates = groupRates(results);
  return Object.entries(floors).flatMap(([lang, groups]) =>
    Object.entries(groups).flatMap(([group, floor]) => {
      const found = rates.find((one) => one.lang === lang && one.group === group);
      if (!found) return [`functional ${lang} ${group}: not measured`];
      return USES.flatMap((use) =>
        (found[use] ?? 0) < floor[use]
          ? [`functional ${lang} ${group}: ${use} ${(found[use] ?? 0).toFixed(3)} < ${floor[use]}`]
          : [],
      );
    }),
  );
}

export const rateText = (rate: number | null): string => (rate === null ? '–' : rate.toFixed(3));

export const expectationText = ({ expected }: Pick<FunctionalResult, 'expected'>): string =>
  'atLeast' in expected ? `≥ ${expected.atLeast}` : `≤ ${expected.atMost}`;

/** Two Markdown tables: by group, and by function. Figures only. */
export function functionalReport(results: readonly FunctionalResult[]): string {
  const groups = groupRates(results).map(({ lang, group, functions, texts, develop, hold }) =>
    [lang, group, functions, texts, rateText(develop), rateText(hold)].join(' | '),
  );
  const functions = results.map((result) =>
    [
      result.id,
      expectationText(result),
      result.counts.develop.texts + result.counts.hold.texts,
      rateText(passRate([result], ['develop'])),
      rateText(passRate([result], ['hold'])),
    ].join(' | '),
  );
  return `
## Functional tests

Share of generated texts at or above their floor, or at or below their ceiling (\`test/functional\`). Dictionary authors
see what fails of *develop*; *hold* is only counted.

| language | group | functions | texts | develop | hold |
| --- | --- | --- | --- | --- | --- |
${groups.map((row) => `| ${row} |`).join('\n')}

| function | expected | texts | develop | hold |
| --- | --- | --- | --- | --- |
${functions.map((row) => `| ${row} |`).join('\n')}
`;
}
