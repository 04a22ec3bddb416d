import { type Command, Option } from 'commander';
import { BANDS } from '../../../detect/index.ts';
import { inLanguage } from '../../../util/both-languages.ts';
import type { Context } from '../context.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { language, say, word } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';

export function addStatus(program: Command, context: Context): void {
  const { io, action } = context;
  program
    .command('status')
    .description(say('受信元、判定数、待ちの一覧', 'sources, verdicts and what waits'))
    .addOption(new Option('--json', say('JSON で出力', 'as JSON')))
    .action(
      action(async ({ json }: { json?: true }) => {
        const found = await withLocalApi(context, (api) => answerOf(api.status.$get()));
        if (json) {
          io.out.write(`${jsonLine(found)}\n`);
          return 0;
        }
        const { sources, verdicts, foreign, waiting } = found;
        const well = (trouble: string | null) =>
          trouble === null ? say('正常', 'well') : printable(inLanguage(trouble, language()));
        const source = { title: say('受信元', 'source') };
        const state = { title: say('状態', 'state'), most: 70 };
        io.out.write(
          table(
            [source, state],
            sources.map(({ name, trouble }) => [name, well(trouble)]),
            io,
          ),
        );
        const counts = [...BANDS].reverse().map((band) => [word(band), String(verdicts[band])]);
        const rows = [
          ...counts,
          [word('unreadable'), String(verdicts.unreadable)],
          [say('学んでいない言語（30日間）', 'languages without a judge (30 days)'), String(foreign)],
          [say('判定待ち', 'waiting'), String(waiting)],
        ];
        io.out.write(
          table([{ title: say('判定', 'verdict') }, { title: say('件数', 'mails'), align: 'right' }], rows, io),
        );
        return 0;
      }),
    );
}
