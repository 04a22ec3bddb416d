import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkDictionary, compileDictionary, meaningOf, problemsInWords } from '../../../detect/index.ts';
import { formatProblem } from '../../../util/located-yaml.ts';
import type { Context } from '../context.ts';
import { siteFilesOf } from '../local/site-files.ts';
import { language, say } from '../messages.ts';
import { printable } from '../terminal/terminal.ts';
import { addDictChanges } from './changes.ts';
import { addDictFiles } from './files.ts';
import { complain, told } from './told.ts';

export function addDict(program: Command, context: Context): void {
  const { io, action } = context;
  const dict = program.command('dict').description(say('辞書', 'dictionaries'));
  dict
    .command('list [folder]')
    .description(say('各項目が何に当たるかを文で示す', 'tell what each entry means (in Japanese)'))
    .action(
      action(async (given: string | undefined) =>
        told(context, given, async () => {
          for (const rule of (await compiled(context, given)).dictionary.rules.values())
            if (rule.kind === 'entry') io.out.write(`${io.colours.bold(rule.id)}\n  ${printable(meaningOf(rule))}\n`);
          return 0;
        }),
      ),
    );
  dict
    .command('check [folder]')
    .description(
      say(
        '辞書を検査し、各項目の例文を実行（既定は使用中の辞書）',
        "check the dictionaries in use, or a folder, and run every entry's own examples",
      ),
    )
    .action(
      action(async (given: string | undefined) =>
        told(context, given, async () => {
          const { dictionary, tokenize } = await compiled(context, given);
          const { entries, examples, gaps, problems } = checkDictionary(dictionary, tokenize);
          const counts = say(
            `${entries}項目、例文${examples}件、既知の漏れ${gaps.known}件`,
            `${entries} entries, ${examples} examples, ${gaps.known} known gaps`,
          );
          for (const gap of gaps.closed) io.out.write(`${problemsInWords(formatProblem(gap), language())}\n`);
          if (problems.length > 0) return complain(io, problems, counts);
          io.out.write(`${io.colours.green('✓')} ${counts}\n`);
          return 0;
        }),
      ),
    );
  dict
    .command('migrate [folder]')
    .description(
      say(
        '前の書き方（weight、floor、apprentice）の項目を、いまの書き方（at_least）に直す',
        'write entries in the earlier form (weight, floor, apprentice) as they are written today (at_least)',
      ),
    )
    .action(
      action(async (given: string | undefined) => {
        const [{ migrated }, { readDictionaryFiles }] = await Promise.all([
          import('../../../tuning/index.ts'),
          import('../../../screening/index.ts'),
        ]);
        return told(context, given, async (folder) => {
          const files = migrated(await readDictionaryFiles(folder));
          for (const { path, text, entries } of files) {
            await writeFile(join(folder, path), text);
            io.out.write(`${path}: ${say(`${entries}項目`, `${entries} entries`)}\n`);
          }
          if (files.length === 0) io.out.write(say('直すところはありません\n', 'Nothing is in the earlier form\n'));
          return 0;
        });
      }),
    );

  addDictFiles(dict, context);
  addDictChanges(dict, context);
}

/** A folder as it is, or the dictionaries in use: with the rules of the site. @throws DictionaryError */
async function compiled(context: Context, given: string | undefined) {
  const [{ readDictionaryFiles, readFolderInUse }, { loadTokenizer }] = await Promise.all([
    import('../../../screening/index.ts'),
    import('../../../text/index.ts'),
  ]);
  const files =
    given === undefined
      ? [...(await readFolderInUse(context.load().config)), ...(await siteFilesOf(context))]
      : await readDictionaryFiles(resolve(context.io.cwd, given));
  const tokenize = await loadTokenizer();
  return { dictionary: compileDictionary(files, tokenize), tokenize };
}
