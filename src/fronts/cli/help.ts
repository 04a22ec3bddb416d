import type { Command } from 'commander';
import type { Io } from './io.ts';
import { both } from './messages.ts';
import { columns } from './terminal/terminal.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方 Usage:',
  'Arguments:': '引数 Arguments:',
  'Options:': 'オプション Options:',
  'Commands:': 'コマンド Commands:',
};

/** Help and usage errors in Japanese with English beside it. Subcommands made from `command` inherit it. */
export function inJapanese(command: Command, { out, err, colours }: Io): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', both('使い方を表示', 'show this help'))
    .helpCommand('help [command]', both('コマンドの使い方を表示', 'show the help of a command'))
    .configureHelp({
      styleTitle: (title) => colours.bold(TITLES[title] ?? title),
      displayWidth: columns,
      helpWidth: 110,
    })
    .showHelpAfterError(both('使い方は --help で表示します', '--help shows the usage'))
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) =>
        write(text.replace(/^error: /, `${both('使い方に誤りがあります', 'Wrong usage')}: `)),
    });
}
