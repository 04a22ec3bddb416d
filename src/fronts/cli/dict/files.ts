import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkDictionary, compileDictionary, siteFile } from '../../../detect/index.ts';
import { folderOf, rulesIn } from '../../../tuning/index.ts';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import { installed } from '../local/installed.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { siteRulesOf } from '../local/site-files.ts';
import { say } from '../messages.ts';
import { complain, told } from './told.ts';

/** `dict export` and `import`: the entries of the site as files, for an editor and for git. */
export function addDictFiles(dict: Command, context: Context): void {
  const { io, load, action } = context;
  dict
    .command('export <folder>')
    .description(
      say('自社の項目としきい値を YAML のファイルに書き出す', "write the site's entries and thresholds as YAML"),
    )
    .action(
      action(async (given: string): Promise<ExitCode> => {
        installed(load(), io);
        const { readDictionaryFiles } = await import('../../../screening/index.ts');
        const folder = resolve(io.cwd, given);
        const there = await readDictionaryFiles(folder).catch(() => []);
        if (there.length > 0)
          // what was taken out since would come back with the next import
          throw new CommandError(
            say(
              `${folder} に YAML があります。空のフォルダーを指定してください`,
              `${folder} holds YAML: name an empty one`,
            ),
            2,
          );
        const rules = await siteRulesOf(context);
        for (const { path, text } of folderOf(rules)) {
          const file = join(folder, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, text);
        }
        io.out.write(`${say(`${rules.length}項目を書き出しました`, `${rules.length} entries written`)}\n`);
        return 0;
      }),
    );
  dict
    .command('import <folder>')
    .description(
      say(
        'YAML のファイルの項目を使い始める（例文を実行し、誤りがあれば何も変えない）',
        'put the entries of YAML files in force; their examples are run first, and what is wrong changes nothing',
      ),
    )
    .option('--remove', say('ファイルにない自社の項目を外す', "take out the site's entries that the files have not"))
    .option('--reason <text>', say('理由', 'why'), '')
    .action(
      action(
        async (given: string, { remove, reason }: { remove?: true; reason: string }): Promise<ExitCode> =>
          told(context, given, async (folder) => {
            const [{ readDictionaryFiles, readFolderInUse }, { loadTokenizer }] = await Promise.all([
              import('../../../screening/index.ts'),
              import('../../../text/index.ts'),
            ]);
            const shipped = await readFolderInUse(load().config);
            const known = new Map(rulesIn(shipped).map(({ entry, text }) => [entry, text]));
            const rules = rulesIn(await readDictionaryFiles(folder));
            const own = rules.filter(({ entry, text }) => known.get(entry) !== text);
            const tokenize = await loadTokenizer();
            const dictionary = compileDictionary([...shipped, ...own.map(siteFile)], tokenize);
            const ids = new Set<string>(own.map(({ entry }) => entry));
            const checked = new Map([...dictionary.rules].filter(([id]) => ids.has(id)));
            const { problems } = checkDictionary({ ...dictionary, rules: checked }, tokenize);
            if (problems.length > 0) return complain(io, problems, null);
            const mode = remove ? 'exactly' : 'over';
            const { changed, gone, left } = await withLocalApi(context, (api) =>
              answerOf(api.dictionaries.rules.$post({ json: { rules, mode, reason } })),
            );
            const [c, g] = [changed.length, gone.length];
            io.out.write(`${say(`${c}項目を取り込み、${g}項目を外しました`, `${c} entries taken, ${g} taken out`)}\n`);
            if (left.length > 0)
              io.out.write(
                `${say(`ファイルにない${left.length}項目は残しました（外すには --remove）`, `${left.length} that the files have not stay (--remove takes them out)`)}: ${left.join(' ')}\n`,
              );
            return 0;
          }),
      ),
    );
}
