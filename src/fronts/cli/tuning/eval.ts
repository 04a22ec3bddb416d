import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { siteFilesOf } from '../local/site-files.ts';
import { say } from '../messages.ts';
import { createProgress } from '../terminal/progress.ts';
import { CLASSIFIER_MODES, type ClassifierMode, withClassifier } from './classifier-mode.ts';
import { readCorpora } from './corpora.ts';
import { evaluationText } from './evaluation-text.ts';

interface Options {
  readonly classifier?: ClassifierMode;
  readonly json?: true;
}

export function addEval(program: Command, { io, load, action }: Context): void {
  program
    .command('eval <file...>')
    .description(
      say('ラベル付きメール（JSON Lines）で精度を測る', 'measure precision and recall on labelled mails (JSON Lines)'),
    )
    .addOption(
      new Option('--classifier <mode>', say('学習した判定器', 'the learned classifier')).choices(CLASSIFIER_MODES),
    )
    .option('--json', say('JSONで出力', 'print JSON'))
    .action(
      action(async (files: string[], { classifier, json }: Options) => {
        const { config } = load();
        const { addresses } = config.company;
        const [{ evaluate, matchesAddress }, { loadRules, screen }] = await Promise.all([
          import('../../../lab/index.ts'),
          import('../../../screening/index.ts'),
        ]);
        const corpora = (await readCorpora(files, io)).map(({ file }) => file);
        const rules = withClassifier(await loadRules(config, await siteFilesOf({ io, load })), classifier ?? null);
        const rows = corpora.reduce((sum, corpus) => sum + corpus.rows.length, 0);
        const progress = createProgress(rows, io);
        const result = await evaluate(corpora, (mail, historyOf) => screen(mail, rules, historyOf), {
          own: addresses.length > 0 ? matchesAddress(addresses) : null,
          onMail: () => progress.advance(1),
        });
        progress.end();
        io.out.write(json ? `${JSON.stringify(result)}\n` : evaluationText(result, io));
        return 0;
      }),
    );
}
