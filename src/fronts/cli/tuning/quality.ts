import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { JUDGED_LANGUAGES, type JudgedLanguage } from '../../../detect/index.ts';
import type { NamedCorpus } from '../../../lab/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { withoutClassifier } from './classifier-mode.ts';
import { readBackground, readCorpora } from './corpora.ts';
import { failureLines, functionalTables, readFunctionalFolder, runFunctionalFolder } from './functional.ts';

interface Options {
  readonly background?: string;
  readonly out?: string;
  readonly floors?: string;
  readonly functional?: string;
  readonly failures?: true;
  readonly check?: true;
}

export function addQuality(program: Command, { io, load, action }: Context): void {
  program
    .command('quality [file...]')
    .description(
      say('判定の精度を測る（train-* は順に除いて学習）', 'measure the judgement (each train-* held out in turn)'),
    )
    .option('--background <file>', say('無害な実文（`background` で作る）', 'harmless texts, made by `background`'))
    .option('--out <file>', say('報告書の書き出し先', 'where to write the report'))
    .option('--floors <file>', say('--check の下限', 'the floors of --check'))
    .option('--functional <folder>', say('機能テストも測る', 'run the functional tests of a folder, too'))
    .option('--failures', say('不合格の機能テストを並べる', 'list the functional texts that fail'))
    .option(
      '--check',
      say(
        '下限のあるファイルを出荷時の判定のまま、下限のある言語を順に除いて測り、下回れば失敗する',
        'measure files that have floors by what ships, languages that have them held out in turn, and fail below them',
      ),
    )
    .action(
      action(async (files: string[], { background, out, floors, functional, failures, check }: Options) => {
        if (files.length === 0 && functional === undefined)
          throw new CommandError(say('測るものがありません', 'nothing to measure'), 2);
        const [tuning, { dictionaryFolder, loadRules, readRuleFiles, checkDictionaryFolder }] = await Promise.all([
          import('../../../lab/index.ts'),
          import('../../../screening/index.ts'),
        ]);
        const { config } = load();
        const rules = await loadRules(withoutClassifier(config));
        const ruleFiles = await readRuleFiles(config);
        const { entries, examples } = await checkDictionaryFolder(dictionaryFolder(config));
        const json = async (path: string): Promise<unknown> =>
          JSON.parse(await readFile(resolve(io.cwd, path), 'utf8'));
        const least = floors === undefined ? null : tuning.Floors.parse(await json(floors));
        const isMeasured = (one: Pick<NamedCorpus, 'name' | 'language'>) =>
          !check || least === null || one.name in least || (one.language !== undefined && one.language in least);
        const corpora = (await readCorpora(files, io))
          .filter(isMeasured)
          .map((one) => ({ ...one, training: one.name.startsWith('train-') }));
        const tests = functional === undefined ? [] : await readFunctionalFolder(functional, io);
        const beside = async (language: JudgedLanguage) => ({
          background: language === 'ja' ? await readBackground(background, io) : null,
          exercises: await tuning.exercisesOf(tests, rules.tokenize, language),
        });
        const heldOut = JUDGED_LANGUAGES.filter((language) => !check || language !== 'ja');
        const onFile = (name: string) => io.err.write(`${name}…\n`);
        const results =
          corpora.length === 0
            ? []
            : await tuning.measureQuality(
                corpora,
                Object.fromEntries(
                  await Promise.all(heldOut.map(async (language) => [language, await beside(language)] as const)),
                ),
                ruleFiles,
                onFile,
              );
        const dictionary = rules.dictionary.version;
        const tested = functional === undefined ? [] : await runFunctionalFolder(functional, ruleFiles, io);
        if (out !== undefined && !check)
          await writeFile(
            resolve(io.cwd, out),
            tuning.qualityReport(results, { dictionary, entries, examples }) +
              (functional === undefined ? '' : tuning.functionalReport(tested)),
          );
        const show = (value: number | null) => (value === null ? '–' : value.toFixed(3));
        const titles = ['file', 'mails', 'flagged R', 'flagged P', 'surfaced R', 'false flags', 'dict. R', 'dict. P'];
        const rows = results.map(({ name, whole: { mails, flagged, surfaced }, dictionaries }) => [
          name,
          String(mails),
          show(flagged.recall),
          show(flagged.precision),
          show(surfaced.recall),
          String(flagged.fp),
          show(dictionaries.flagged.recall),
          show(dictionaries.flagged.precision),
        ]);
        if (rows.length > 0)
          io.out.write(
            table(
              titles.map((title) => ({ title })),
              rows,
              io,
            ),
          );
        if (functional !== undefined) io.out.write(await functionalTables(tested, io));
        if (failures) io.out.write(failureLines(tested));
        if (!check) return 0;
        const complaints = [
          ...(least === null ? [] : tuning.belowFloors(results, least)),
          ...(functional === undefined
            ? []
            : tuning.belowFunctionalFloors(
                tested,
                tuning.FunctionalFloors.parse(await json(join(functional, 'floors.json'))),
              )),
        ];
        for (const complaint of complaints) io.err.write(`${complaint}\n`);
        return complaints.length > 0 ? 1 : 0;
      }),
    );
}
