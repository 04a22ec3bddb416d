import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/fronts/cli/errors.ts';
import type { Io } from '../../src/fronts/cli/index.ts';
import { type Language, speaking } from '../../src/fronts/cli/messages.ts';
import { createProgram } from '../../src/fronts/cli/program.ts';
import { shipped } from '../../src/util/paths.ts';
import { expectGenerated, markdownTable } from './generated.ts';

const programIn = (language: Language): Command =>
  speaking(language, () => createProgram({ colours: createColors(false) } as Io, () => {}));
const program = programIn('ja');

/** The commands that do something, with the names of those above them. */
const leaves = (command: Command, above: readonly string[] = []): { name: string; command: Command }[] =>
  command.commands.length === 0
    ? [{ name: above.join(' '), command }]
    : command.commands.flatMap((inner) => leaves(inner, [...above, inner.name()]));

const commands = leaves(program);
const inEnglish = leaves(programIn('en'));

/** Japanese first, English beside it. */
const both = (ja: string, en: string): string => (ja === en ? ja : `${ja} / ${en}`);

const usageOf = ({ name, command }: (typeof commands)[number]): string =>
  [
    name,
    ...command.registeredArguments.map((one) => {
      const argument = `${one.name()}${one.variadic ? '...' : ''}`;
      return one.required ? `<${argument}>` : `[${argument}]`;
    }),
  ].join(' ');

const optionsOf = (command: Command, english: Command): string =>
  command.options
    .map((option, index) => ({ ...option, english: english.options[index]!.description }))
    .filter(({ hidden }) => !hidden)
    .map(({ flags, description, english, argChoices, mandatory }) => {
      const choices = argChoices === undefined ? '' : ` (${argChoices.map((one) => `\`${one}\``).join(', ')})`;
      const required = mandatory ? ' (required / 必須)' : '';
      return `\`${flags}\` ${both(description, english)}${choices}${required}`;
    })
    .join('<br>');

describe('docs/commands.md', () => {
  it('lists every command with its options, and what exit codes mean', async () => {
    const rows = commands.map(({ name, command }, index) => {
      const english = inEnglish[index]!.command;
      return [
        `\`${usageOf({ name, command })}\``,
        both(command.description(), english.description()),
        optionsOf(command, english),
      ];
    });
    const codes = Object.entries<readonly [string, string]>(EXIT_CODES).map(([code, meaning]) => [
      `\`${code}\``,
      both(...meaning),
    ]);
    await expectGenerated('docs/commands.md', {
      commands: markdownTable(['command / コマンド', 'what / 内容', 'options / オプション'], rows),
      'exit-codes': markdownTable(['code / コード', 'meaning / 意味'], codes),
    });
  });
});

const pages = [
  'README.md',
  'README.ja.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(shipped('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('commands that a page names', () => {
  const globals = program.options.map(({ long }) => long);

  it.each(pages)('%s names only those that there are, with options that they have', (page) => {
    const known = new Map<string, Command | null>([
      ['help', null],
      ...commands.flatMap(({ name, command }): [string, Command][] => [
        [name.split(' ')[0]!, command],
        [name, command],
      ]),
    ]);
    const named = readFileSync(shipped(page), 'utf8').matchAll(
      /(?:^|`|npx |main\.js |; )(?:komainu |(?<=main\.js ))([a-z][a-z-]*)(?: ([a-z-]+))?([^`\n#]*)/gm,
    );
    for (const [, first, second, rest] of named) {
      expect([...known.keys()]).toContain(first);
      const isGroup = [...known.keys()].some((name) => name.startsWith(`${first} `));
      const name = isGroup && second !== undefined ? `${first} ${second}` : first!;
      expect([...known.keys()]).toContain(name);
      const has = [...globals, ...(known.get(name)?.options.map(({ long }) => long) ?? [])];
      if (!isGroup || second !== undefined)
        for (const [option] of rest!.matchAll(/--[a-z0-9-]+/g)) expect(has, `${name} ${option}`).toContain(option);
    }
  });
});
