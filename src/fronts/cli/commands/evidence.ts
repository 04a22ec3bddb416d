import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { ConfigError } from '../../../config/index.ts';
import type { PackProblem, PackVerification } from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { say } from '../messages.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { addEvidencePack } from './evidence-pack.ts';

/** Bytes of a file that is looked at: no pack is as large. */
const MOST = 2 ** 30;

const exitCodes = (): string =>
  say(
    '終了コード: 0 作られたときのまま、1 変わっている、2 使い方の誤り、またはファイルを読めない',
    'Exit codes: 0 as it was made; 1 changed; 2 wrong usage, or the file cannot be read',
  );

export function addEvidence(program: Command, context: Context): void {
  const { io, action } = context;
  const evidence = program.command('evidence').description(say('証拠の一式', 'evidence packs'));
  addEvidencePack(evidence, context);
  evidence
    .command('verify <pack>')
    .description(
      say(
        '証拠の一式が作られたときのままかを確かめる（保存先も設定も要らない）',
        'find what was changed in an evidence pack; needs neither store nor configuration',
      ),
    )
    .addOption(
      new Option(
        '--sha256 <hash>',
        say('渡したときに控えた一式の SHA-256', 'SHA-256 of the pack as noted when it was handed over'),
      ),
    )
    .option('--json', say('JSON で出力', 'print JSON'))
    .addHelpText('after', `\n${exitCodes()}`)
    .action(
      action(async (name: string, { sha256, json }: { sha256?: string; json?: true }) => {
        const noted = sha256 === undefined ? null : hashOf(sha256);
        const bytes = await read(resolve(io.cwd, name), name);
        const { verifyPack } = await import('../../../response/index.ts');
        const found = await verifyPack(bytes, noted);
        const whole = found.problems.length === 0;
        if (json) {
          const { manifest, ...rest } = found;
          io.out.write(`${jsonLine({ whole, ...rest, manifest })}\n`);
        } else {
          const colour = whole ? io.colours.green : io.colours.red;
          io.out.write(
            `${[...resultLines(found, noted).map((line, nth) => (nth === 0 ? colour(line) : line))].join('\n')}\n`,
          );
        }
        return whole ? 0 : 1;
      }),
    );
}

/** @throws ConfigError */
function hashOf(text: string): string {
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new ConfigError(say('--sha256 は64桁の16進数です。', '--sha256 is 64 hexadecimal digits.'));
  return hash;
}

/** @throws ConfigError when there is no such file, or it is larger than any pack. */
async function read(path: string, name: string): Promise<Uint8Array> {
  const unreadable = (cause?: unknown) =>
    new ConfigError(say(`${name} を読めません。`, `${name} cannot be read.`), { cause });
  try {
    if ((await stat(path)).size > MOST) throw unreadable();
    return await readFile(path);
  } catch (error) {
    throw error instanceof ConfigError ? error : unreadable(error);
  }
}

function resultLines({ problems, manifest, sha256 }: PackVerification, noted: string | null): string[] {
  const about =
    manifest === null
      ? []
      : [
          say(
            `案件 ${printable(manifest.case)}、${manifest.made.at} 作成、ファイル${manifest.files.length}個`,
            `case ${printable(manifest.case)}, made at ${manifest.made.at}, ${manifest.files.length} files`,
          ),
        ];
  const hash = `SHA-256 ${sha256}`;
  if (problems.length > 0)
    return [
      say('作られたときのままではありません', 'not as it was made'),
      ...problems.map(problemLine),
      ...about,
      hash,
    ];
  return [
    say('すべて作られたときのままです', 'every byte is as it was made'),
    ...about,
    hash,
    ...(noted === null
      ? [
          say(
            '一式が丸ごと作り直されていないかは、渡したときに控えた SHA-256 と比べると分かります（--sha256）',
            'whether the pack was made anew as a whole is told by the SHA-256 noted when it was handed over (--sha256)',
          ),
        ]
      : []),
  ];
}

const words = (): Readonly<Record<PackProblem['kind'], string>> => ({
  'no-zip': say('zip として読めません', 'cannot be read as a zip'),
  'too-many': say(
    '一式としてはファイルが多すぎるため、調べていません',
    'has too many files for a pack, and was not looked at',
  ),
  missing: say('なくなっています', 'is missing'),
  added: say('あとから加えられています', 'was added'),
  changed: say('変わっています', 'was changed'),
  disagree: say(
    'manifest.sha256 と合いません（どちらかが変わっています）',
    'does not fit manifest.sha256: one of them was changed',
  ),
  duplicate: say('同じ名前のファイルが2つあります', 'is there twice'),
  'unsafe-name': say('展開先の外を指す名前です', 'has a name that leaves the folder'),
  trailing: say('終わりのあとに余分なデータがあります', 'has bytes behind its end'),
  container: say(
    'ファイルはどれも元のままですが、zip が作り直されたか変えられています',
    'every file is as it was; the zip around them was packed anew or changed',
  ),
  'other-pack': say('控えた SHA-256 の一式ではありません', 'is not the pack with the noted SHA-256'),
});

function problemLine({ kind, path, detail }: PackProblem): string {
  const what = path === null ? '' : `${printable(path)}: `;
  return `  ${what}${words()[kind]}${detail === '' ? '' : ` (${printable(detail)})`}`;
}
