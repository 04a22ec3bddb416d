import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { language, say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { fold, printable } from '../terminal/terminal.ts';
import { checkRows } from './check-rows.ts';
import { supportText } from './support-text.ts';

/** What fits beside the other columns on a wide terminal. */
const SENTENCE_COLUMNS = 100;

export function addCheck(program: Command, context: Context): void {
  const { io } = context;
  program
    .command('check')
    .description(
      say('設定、受信元、保存先、キュー、辞書を確かめる', 'try configuration, sources, store, queue and dictionaries'),
    )
    .addOption(
      new Option(
        '--support',
        say(
          '質問に貼るための文。名前、アドレス、パスは伏せる',
          'as a text for a question, without names, addresses or paths',
        ),
      ),
    )
    .action(
      context.action(async ({ support }: { support?: true }) => {
        const { rows, store } = await checkRows(context);
        const well = rows.every(({ ok }) => ok) ? 0 : 1;
        if (support) {
          const { config } = context.load();
          const named = config.sample ? null : config;
          io.out.write(supportText(rows, { config: named, store, language: language() }));
          return well;
        }
        const cells = rows.map(({ part, name, ok, sentence }) => [
          ok ? io.colours.green('✓ OK') : io.colours.red('✗ NG'),
          name === null ? part : `${part} ${name}`,
          fold(printable(sentence), SENTENCE_COLUMNS),
        ]);
        io.out.write(
          table(
            [{ title: say('結果', 'Result') }, { title: say('対象', 'Part') }, { title: say('内容', 'What') }],
            cells,
            io,
          ),
        );
        return well;
      }),
    );
}
