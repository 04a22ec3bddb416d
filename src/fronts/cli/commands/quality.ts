import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { both } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { readCorpora } from './corpora.ts';

interface Options {
  readonly out?: string;
  readonly floors?: string;
  readonly check?: true;
}

export function addQuality(program: Command, { io, load, action }: Context): void {
  program
    .command('quality <file...>')
    .description(
      both(
        '辞書と判定器の精度を測る（train-* は交差検証）',
        'measure dictionaries and classifier (train-* cross-validated)',
      ),
    )
    .option('--out <file>', both('報告書の書き出し先', 'where to write the report'))
    .option('--floors <file>', both('--check の下限', 'the floors of --check'))
    .option('--check', both('下限を下回れば失敗し、報告書は書かない', 'fail below the floors, write no report'))
    .action(
      action(async (files: string[], { out, floors, check }: Options) => {
        const [tuning, { dictionaryFolder, loadRules, checkDictionaryFolder }] = await Promise.all([
          import('../../../tuning/index.ts'),
          import('../../../screening/rules.ts'),
        ]);
        const { config } = load();
        const rules = await loadRules(config);
        const { entries, examples } = await checkDictionaryFolder(dictionaryFolder(config));
        const corpora = (await readCorpora(files, io)).map((one) => ({
          ...one,
          training: one.name.startsWith('train-'),
        }));
        const results = await tuning.measureQuality(corpora, rules, (name) => io.err.write(`${name}…\n`));
        const dictionary = rules.dictionary.version;
        if (out !== undefined && !check)
          await writeFile(resolve(io.cwd, out), tuning.qualityReport(results, { dictionary, entries, examples }));
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
        io.out.write(
          table(
            titles.map((title) => ({ title })),
            rows,
            io,
          ),
        );
        if (!check || floors === undefined) return 0;
        const limits = tuning.Floors.parse(JSON.parse(await readFile(resolve(io.cwd, floors), 'utf8')));
        const complaints = tuning.belowFloors(results, limits);
        for (const complaint of complaints) io.err.write(`${complaint}\n`);
        return complaints.length > 0 ? 1 : 0;
      }),
    );
}
