import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  PURPOSES,
  type Purpose,
  parseRedactions,
  RECIPIENTS,
  REDACTIONS,
  type Recipient,
  sha256Of,
} from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { isThere, writeNew } from '../terminal/files.ts';
import { printable } from '../terminal/terminal.ts';

interface PackOptions {
  readonly for: Recipient;
  readonly purpose: Purpose;
  readonly out: string;
  readonly redact?: string;
  readonly consent?: true;
  readonly namesConfirmed?: true;
  readonly danger?: true;
}

export function addEvidencePack(evidence: Command, context: Context): void {
  const { io, action } = context;
  evidence
    .command('pack <case>')
    .description(
      say(
        '認定した案件の証拠を、渡す相手が見てよいものだけ1つのファイルにまとめる',
        'put the evidence of an approved case into one file, with what its recipient may see',
      ),
    )
    .addOption(
      new Option('--for <recipient>', say('渡す相手', 'who is given it')).choices(RECIPIENTS).makeOptionMandatory(),
    )
    .addOption(new Option('--purpose <purpose>', say('目的', 'what for')).choices(PURPOSES).makeOptionMandatory())
    .requiredOption('--out <file>', say('作るファイル', 'file to write'))
    .option(
      '--redact <file>',
      say(
        '本文の写しで伏せる名前や住所（1行に1つ。既定は差出人のほかに名前の出る人）',
        'names and addresses to cover in copies, one a line (default: all whom the mails name beside their sender)',
      ),
    )
    .option(
      '--consent',
      say('申し出た本人が、外に渡すことに同意している', 'whoever handed it in agrees that it leaves the house'),
    )
    .option(
      '--names-confirmed',
      say(
        '本文に出る名前が、伏せる言葉にすべて入っている（相手方の会社に渡すとき）',
        'no name in the texts is left out of what is covered (for the company of the other side)',
      ),
    )
    .option(
      '--danger',
      say(
        '危険があるため、ケアのリストが済む前に弁護士か警察に渡す（理由は記録に残る）',
        'there is danger: for lawyer or police before the care list is done (the reason is kept)',
      ),
    )
    .action(
      action(async (id: string, options: PackOptions) => {
        const file = resolve(io.cwd, options.out);
        if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw isThere(options.out);
        const redactions =
          options.redact === undefined ? null : await redactionsIn(resolve(io.cwd, options.redact), options.redact);
        const json = {
          recipient: options.for,
          purpose: options.purpose,
          ...(redactions !== null && { redactions }),
          consent: options.consent === true,
          namesConfirmed: options.namesConfirmed === true,
          danger: options.danger === true,
        };
        const bytes = await withLocalApi(context, async (api) => {
          const response = await api.cases[':id'].evidence.$post({ param: { id }, json });
          if (!response.ok) await answerOf<unknown>(Promise.resolve(response)); // says why
          return new Uint8Array(await response.arrayBuffer());
        });
        await writeNew(io, options.out, bytes);
        io.out.write(
          `${[
            say(`${options.out} に保存しました`, `written to ${options.out}`),
            `SHA-256 ${sha256Of(bytes)}`,
            say(
              '監査記録にも同じ SHA-256 があります。渡す相手に伝えてください',
              'the audit log has the same SHA-256; tell it to whoever is given the file',
            ),
          ].join('\n')}\n`,
        );
        return 0;
      }),
    );
}

/** @throws CommandError when it cannot be read, or not every line of it can be covered. */
async function redactionsIn(path: string, name: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CommandError(say(`${name} を読めません。`, `${name} cannot be read.`), 2, { cause });
  });
  const { left } = parseRedactions(text);
  if (left.length === 0) return text;
  const { most, longest } = REDACTIONS;
  const lines = left.slice(0, 10).map((line) => `\n  ${printable(line.slice(0, 200))}`);
  throw new CommandError(
    say(
      `${name} の次の行は伏せられません（${most}行まで、1行${longest}文字まで、ほかも含め${left.length}行）:${lines.join('')}`,
      `${name} has lines that cannot be covered (at most ${most} lines of ${longest} characters), ${left.length} in all:${lines.join('')}`,
    ),
    2,
  );
}
