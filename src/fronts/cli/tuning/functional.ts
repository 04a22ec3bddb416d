import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FunctionalResult, FunctionalTest } from '../../../lab/index.ts';
import type { RuleFiles } from '../../../screening/index.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { table } from '../terminal/table.ts';

/** The functional tests of a folder. @throws CommandError with the place of each mistake in its files. */
export async function readFunctionalFolder(folder: string, io: Io): Promise<readonly FunctionalTest[]> {
  const { readFunctionalTests } = await import('../../../lab/index.ts');
  const { formatProblem } = await import('../../../util/located-yaml.ts');
  const path = resolve(io.cwd, folder);
  const file = async (name: string) => ({ path: name, text: await readFile(join(path, name), 'utf8') });
  const names = (await readdir(path)).filter((name) => name.endsWith('.yaml') && name !== 'frames.yaml').sort();
  const read = readFunctionalTests(await file('frames.yaml'), await Promise.all(names.map(file)));
  if (!read.ok) throw new CommandError(read.problems.map(formatProblem).join('\n'), 2);
  return read.tests;
}

/** Runs the functional tests of a folder. @throws CommandError with the place of each mistake in its files. */
export async function runFunctionalFolder(folder: string, rules: RuleFiles, io: Io): Promise<FunctionalResult[]> {
  const { runFunctionalInThreads } = await import('../../../lab/index.ts');
  return runFunctionalInThreads(await readFunctionalFolder(folder, io), rules);
}

/** Pass rates per function and group. */
export async function functionalTables(results: readonly FunctionalResult[], io: Io): Promise<string> {
  const { expectationText, groupRates, passRate, rateText } = await import('../../../lab/index.ts');
  const columns = (titles: readonly string[]) => titles.map((title) => ({ title }));
  const functions = results.map((result) => [
    result.id,
    expectationText(result),
    String(result.counts.develop.texts + result.counts.hold.texts),
    rateText(passRate([result], ['develop'])),
    rateText(passRate([result], ['hold'])),
  ]);
  const groups = groupRates(results).map((one) => [
    `${one.lang} ${one.group}`,
    String(one.functions),
    String(one.texts),
    rateText(one.develop),
    rateText(one.hold),
  ]);
  return (
    table(columns(['function', 'expected', 'texts', 'develop', 'hold']), functions, io) +
    table(columns(['group', 'functions', 'texts', 'develop', 'hold']), groups, io)
  );
}

/** What fails of `develop`, a line each; held-out texts are never shown. */
export const failureLines = (results: readonly FunctionalResult[]): string =>
  results
    .flatMap(({ id, failures }) =>
      failures
        .filter(({ text }) => text.use === 'develop')
        .map(({ text, band }) => `${id}\t${band}\t${text.frame}\t${text.text.replaceAll('\n', ' ')}\n`),
    )
    .join('');
