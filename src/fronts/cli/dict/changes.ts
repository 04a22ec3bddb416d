import type { Command } from 'commander';
import { difference } from '../../../tuning/index.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import { does } from '../local/does.ts';
import { answerOf, type LocalClient, reachLocalApi, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';

/** `dict log`, `diff` and `revert`: what was changed in the dictionaries, whoever did it. */
export function addDictChanges(dict: Command, context: Context): void {
  const { io, action } = context;
  dict
    .command('log [entry]')
    .description(say('辞書の変更の履歴', 'changes of the dictionaries, the newest first'))
    .option('--limit <n>', say('件数', 'how many'), '20')
    .option('--json', say('1件1行のJSON', 'a line of JSON per change'))
    .action(
      action(async (entry: string | undefined, { limit, json }: { limit: string; json?: true }): Promise<ExitCode> => {
        const query = { limit, offset: '0', ...(entry === undefined ? {} : { entry }) };
        const changes = await withLocalApi(context, (api) => answerOf(api.dictionaries.changes.$get({ query })));
        for (const change of changes) io.out.write(json ? `${jsonLine(change)}\n` : line(change));
        if (changes.length === 0 && !json) io.out.write(`${say('変更はありません', 'no changes')}\n`);
        return 0;
      }),
    );
  dict
    .command('diff <change>')
    .description(say('変更の違いを示す', 'what a change did to its entry'))
    .action(
      action(async (id: string): Promise<ExitCode> => {
        const change = await withLocalApi(context, (api) => changeOf(api, id));
        io.out.write(line(change));
        for (const { kind, text } of difference(change.before ?? '', change.after ?? '')) {
          const written = `${kind === 'out' ? '-' : kind === 'in' ? '+' : ' '} ${printable(text)}\n`;
          const { red, green } = io.colours;
          io.out.write(kind === 'out' ? red(written) : kind === 'in' ? green(written) : written);
        }
        return 0;
      }),
    );
  dict
    .command('revert <change>')
    .description(say('変更を取り消す', 'take a change back'))
    .option('--reason <text>', say('理由', 'why'), '')
    .action(
      action(async (id: string, { reason }: { reason: string }): Promise<ExitCode> => {
        const { change } = await reachLocalApi(context, (reached) =>
          does(reached, 'revertChange', { change: id, reason }),
        );
        io.out.write(`${say(`取り消しました（変更 ${change}）`, `taken back (change ${change})`)}\n`);
        return 0;
      }),
    );
}

const changeOf = (api: LocalClient, id: string) => answerOf(api.dictionaries.changes[':id'].$get({ param: { id } }));
type Change = Awaited<ReturnType<typeof changeOf>>;

const kindOf = ({ kind }: Change): string => {
  switch (kind) {
    case 'save':
      return say('保存', 'saved');
    case 'revert':
      return say('取り消し', 'taken back');
    case 'by-hand':
      return say('ファイルから', 'from a file');
    case 'promote':
      return say('昇格', 'promoted');
    case 'demote':
      return say('見習いに', 'made an apprentice');
  }
};

function line(change: Change): string {
  const { id, at, entry, by, reason, effect } = change;
  const did =
    effect === null
      ? ''
      : say(
          ` 新しく${effect.found.cases}件・消える${effect.lost.cases}件`,
          ` ${effect.found.cases} newly found, ${effect.lost.cases} lost`,
        );
  return (
    `#${id} ${at.slice(0, 16).replace('T', ' ')} ${entry} ${kindOf(change)} ${printable(by)}${did} ${printable(reason)}`.trimEnd() +
    '\n'
  );
}
