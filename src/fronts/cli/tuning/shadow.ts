import type { Command } from 'commander';
import { BANDS } from '../../../detect/index.ts';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { say, word } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { draftFolder } from './past-options.ts';

interface Options {
  readonly folder?: string;
  readonly end?: true;
  readonly json?: true;
}

/** `shadow`: a folder of dictionaries judges living mails beside those in force; what it would have done is counted. */
export function addShadow(program: Command, context: Context): void {
  const { io, action } = context;
  program
    .command('shadow')
    .description(
      say(
        '使用中の辞書の隣で、下書きの辞書にも届くメールを判定させる（数えるだけ）',
        'let a draft of the dictionaries judge incoming mails beside those in force; it only counts',
      ),
    )
    .option('--folder <folder>', say('下書きの辞書のフォルダーで始める', 'begin with the dictionaries of a folder'))
    .option('--end', say('終えて、数えたものを消す', 'end it, and what it counted'))
    .option('--json', say('JSONで出力', 'print JSON'))
    .action(
      action(async ({ folder, end, json }: Options): Promise<ExitCode> => {
        if (folder !== undefined && end === true)
          throw new CommandError(
            say('--folder と --end は一緒に使えません', '--folder and --end exclude each other'),
            2,
          );
        if (folder !== undefined) return begin(folder);
        if (end === true) {
          const { ended } = await withLocalApi(context, (api) => answerOf(api.shadow.end.$post({ json: {} })));
          io.out.write(
            json
              ? `${jsonLine({ ended })}\n`
              : `${ended ? say('終えました', 'ended') : say('動いていません', 'none runs')}\n`,
          );
          return 0;
        }
        return show(json);
      }),
    );

  async function begin(folder: string): Promise<ExitCode> {
    const body = await draftFolder(context, folder);
    await withLocalApi(context, (api) => answerOf(api.shadow.$post({ json: body })));
    io.out.write(
      say(
        `${printable(folder)} を試し始めました。件数は「影で試す」の画面か komainu shadow で見られます\n`,
        `${printable(folder)} is being tried; its counts are on the page of the shadow, and shown by komainu shadow\n`,
      ),
    );
    return 0;
  }

  async function show(json: true | undefined): Promise<ExitCode> {
    const answer = await withLocalApi(context, (api) => answerOf(api.shadow.$get()));
    const { shadow, counts } = answer;
    if (json) {
      io.out.write(`${jsonLine(answer)}\n`);
      return 0;
    }
    if (shadow === null) {
      io.out.write(`${say('動いていません', 'none runs')}\n`);
      return 0;
    }
    const of = (band: string, would: string) =>
      counts.find((one) => one.band === band && one.would === would)?.mails ?? 0;
    const looked = counts.reduce((sum, { mails }) => sum + mails, 0);
    const tried = printable(shadow.folder ?? shadow.entries.join(' '));
    io.out.write(
      [
        say(
          `${tried}：${looked}通を比べました（間に合わなかったもの ${shadow.skipped}通、判定できなかったもの ${shadow.failed}通）\n`,
          `${tried}: ${looked} mails were compared (${shadow.skipped} left out, ${shadow.failed} that could not be judged)\n`,
        ),
        ...(shadow.trouble === null ? [] : [`${printable(shadow.trouble)}\n`]),
        table(
          [
            { title: say('使用中 ＼ 下書き', 'in force ＼ draft') },
            ...BANDS.map((band) => ({ title: word(band), align: 'right' as const })),
          ],
          BANDS.map((band) => [word(band), ...BANDS.map((would) => String(of(band, would)))]),
          io,
        ),
      ].join(''),
    );
    return 0;
  }
}
