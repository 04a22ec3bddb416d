import type { Command } from 'commander';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { columns } from './terminal/terminal.ts';

/** What commander calls the sections of a help, in Japanese. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
};

/** Help and usage errors in the language of the command. Subcommands made from `command` inherit it. */
export function withOwnHelp(command: Command, { out, err, colours }: Io): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', say('使い方を表示', 'show this help'))
    .helpCommand('help [command]', say('コマンドの使い方を表示', 'show the help of a command'))
    .configureHelp({
      styleTitle: (title) => colours.bold(say(TITLES[title] ?? title, title)),
      displayWidth: columns,
      helpWidth: 110,
    })
    .showHelpAfterError(say('使い方は --help で表示します', '--help shows the usage'))
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) =>
        write(text.replace(/^error: /, `${say('使い方に誤りがあります', 'Wrong usage')}: `)),
    });
}
