import { type Command, Option } from 'commander';
import type { LoadedConfig } from '../../../config/index.ts';
import type { Ahead } from '../../../store/index.ts';
import { ownVersion } from '../../../util/paths.ts';
import { type CheckRow, row } from '../commands/check-row.ts';
import type { Context } from '../context.ts';
import { installed } from '../local/installed.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { fold, jsonLine, printable } from '../terminal/terminal.ts';

const SENTENCE_COLUMNS = 100;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** What a start of this version would change here. Nothing is changed: the start does the upgrade. */
export function addUpgrade(program: Command, { io, load, action }: Context): void {
  program
    .command('upgrade')
    .description(
      say(
        '入れた版で起動すると、ここで何が変わるか（更新そのものは起動が行う）',
        'what a start of the installed version changes here; the start does it',
      ),
    )
    .requiredOption('--check', say('調べるだけで、何も変えない', 'look, and change nothing'))
    .addOption(new Option('--json', say('JSON で出力', 'as JSON')))
    .action(
      action(async ({ json }: { json?: true }) => {
        const loaded = installed(load(), io); // names what is unknown or gone in komainu.yaml, with its line
        const { ahead, rows } = await look(loaded);
        const ready = rows.every(({ ok }) => ok);
        if (json) {
          const { rules, ...found } = ahead ?? { rules: [] };
          io.out.write(
            `${jsonLine({ version: ownVersion(), ready, store: ahead === null ? null : { ...found, rules: rules.length }, rows })}\n`,
          );
        } else {
          const cells = rows.map(({ part, ok, sentence }) => [
            ok ? io.colours.green('✓ OK') : io.colours.red('✗ NG'),
            part,
            fold(printable(sentence), SENTENCE_COLUMNS),
          ]);
          const titles = [say('結果', 'Result'), say('対象', 'Part'), say('内容', 'What')];
          io.out.write(
            table(
              titles.map((title) => ({ title })),
              cells,
              io,
            ),
          );
        }
        return ready ? 0 : 1;
      }),
    );
}

async function look({ config, secrets }: LoadedConfig): Promise<{ ahead: Ahead | null; rows: readonly CheckRow[] }> {
  const file: CheckRow = {
    part: say('設定', 'Configuration'),
    name: null,
    ok: true,
    sentence: say('どのキーも、この版で読めます', 'this version reads every key'),
  };
  let ahead: Ahead | null = null;
  const store = await row(say('保存先', 'Store'), async () => {
    const { lookAhead } = await import('../../../store/index.ts');
    ahead = await lookAhead(secrets.store, config.dataPath);
    return pendingText(ahead);
  });
  const found = ahead as Ahead | null; // assigned within
  const rows = [file, store, ...(found === null ? [] : [...(await around(found)), await dictionaries(found, config)])];
  return { ahead: found, rows };
}

/** What a migration takes away that somebody may miss. */
const LEAVES: Readonly<Record<string, () => string>> = {
  '0061_trials_of_a_mailbox_alone': () =>
    say(
      '過去との比較と、あとで見つかった印（受信箱の試し読みは残ります）',
      'readings that compared versions, and the mark “found later” (trials of a mailbox stay)',
    ),
  '0062_letters_in_two_languages': () =>
    say(
      '中国語の文書のひな形（会社のものも。書いた文書は残ります）',
      'templates of letters in Chinese, the company’s own, too (letters stay)',
    ),
};

const leaving = (pending: readonly string[]): string[] => pending.flatMap((name) => LEAVES[name]?.() ?? []);

function pendingText(ahead: Ahead | null): string {
  if (ahead === null) return say('まだありません。最初の起動で作ります', 'not there yet; the first start makes it');
  const { pending } = ahead;
  if (pending.length === 0) return say('表は変わりません', 'its tables stay as they are');
  const names = pending.length === 1 ? pending[0]! : `${pending[0]!} … ${pending.at(-1)!}`;
  return say(
    `表の変更${pending.length}件（${names}）。1つのトランザクションで、失敗すれば元のまま`,
    `${pending.length} changes of its tables (${names}), in one transaction: one that fails leaves it as it was`,
  );
}

/** The copy of before, the hosts that run, and programs. */
function around({ pending, copy, hosts, tokens }: Ahead): Promise<CheckRow[]> {
  const rows: Promise<CheckRow>[] = [];
  const gone = leaving(pending);
  if (gone.length > 0) rows.push(row(say('なくなるもの', 'What leaves'), async () => gone.join(say('。', '; '))));
  if (pending.length > 0)
    rows.push(
      row(say('前の写し', 'Copy of before'), async () => {
        if (copy === null)
          return say(
            'PostgreSQL の写しは取りません。先に komainu backup を',
            'none is made of PostgreSQL: run komainu backup first',
          );
        const { bytes, free } = copy;
        if (free < bytes)
          throw new Error(
            say(
              `${megabytes(bytes)} の写しを取りますが、空きは ${megabytes(free)} です`,
              `it takes ${megabytes(bytes)}, and ${megabytes(free)} are free`,
            ),
          );
        return say(
          `${megabytes(bytes)} の写しを取ります（空き ${megabytes(free)}、14日で消えます）`,
          `takes ${megabytes(bytes)} of the ${megabytes(free)} that are free, for 14 days`,
        );
      }),
      row(say('ほかのホスト', 'Other hosts'), async () => {
        if (hosts.length === 0) return say('動いていません', 'none runs');
        const names = [...new Set(hosts)].join(', ');
        throw new Error(
          say(
            `前の版が ${names} で動いています。表が変わると判定を続けられないため、先に止めるか、続けて更新してください`,
            `the version of before runs on ${names}; once the tables have changed it may fail, and it cannot start again: stop it first, or update it next`,
          ),
        );
      }),
    );
  rows.push(
    row(say('プログラム', 'Programs'), async () =>
      say(
        `有効な API トークン${tokens}個。プログラムに関わる変更は CHANGELOG.md にあります`,
        `${tokens} API tokens in force; CHANGELOG.md says what changes for programs`,
      ),
    ),
  );
  return Promise.all(rows);
}

/** Whether entries of the site stand beside those that ship now. */
const dictionaries = ({ rules }: Ahead, config: LoadedConfig['config']): Promise<CheckRow> =>
  row(say('辞書', 'Dictionaries'), async () => {
    const [{ readRuleFiles, usableRules }, { siteFile }, { migrated }] = await Promise.all([
      import('../../../screening/index.ts'),
      import('../../../detect/index.ts'),
      import('../../../tuning/index.ts'),
    ]);
    const files = rules.map(siteFile);
    const { problem } = await usableRules(await readRuleFiles(config, files), config.dataPath);
    if (problem !== null) throw new Error(problem);
    const earlier = migrated(files).reduce((sum, { entries }) => sum + entries, 0);
    const note =
      earlier === 0
        ? ''
        : say(
            `。うち${earlier}項目は前の書き方で、そのまま読みます（dict migrate）`,
            `; ${earlier} in the earlier form, read as before (dict migrate)`,
          );
    return say(
      `自社の${rules.length}項目は、出荷時の辞書と合います${note}`,
      `${rules.length} entries of this site fit those that ship${note}`,
    );
  });
