import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { PackProblem, PackVerification } from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { say } from '../messages.ts';
import { MOST_PACK, readBounded } from '../terminal/files.ts';
import { readAnchors, stampJson, stampLines } from '../terminal/stamp.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { addEvidencePack } from './evidence-pack.ts';
import { addEvidenceStamp } from './evidence-stamp.ts';

const exitCodes = (): string =>
  say(
    '終了コード: 0 作られたときのまま、1 変わっている、2 使い方の誤り、またはファイルを読めない',
    'Exit codes: 0 as it was made; 1 changed; 2 wrong usage, or the file cannot be read',
  );

interface VerifyOptions {
  readonly sha256?: string;
  readonly stamp?: string;
  readonly ca?: string;
  readonly json?: true;
}

/** The response that goes with a pack: the one named, else the one beside it; null: there is none. */
async function stampBeside(cwd: string, pack: string, named: string | undefined): Promise<string | null> {
  if (named !== undefined) return named;
  const beside = `${pack}.tsr`;
  const found = await lstat(resolve(cwd, beside)).catch(() => null);
  return found?.isFile() ? beside : null;
}

export function addEvidence(program: Command, context: Context): void {
  const { io, action } = context;
  const evidence = program.command('evidence').description(say('証拠の一式', 'evidence packs'));
  addEvidencePack(evidence, context);
  addEvidenceStamp(evidence, context);
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
    .option(
      '--stamp <file>',
      say(
        'タイムスタンプの応答（既定は隣の「一式の名前.tsr」）',
        'response of a time-stamping authority (default: the name of the pack with .tsr)',
      ),
    )
    .option('--ca <file>', say('信頼する時刻認証局の証明書（PEM）', 'certificates of authorities that you trust (PEM)'))
    .option('--json', say('JSON で出力', 'print JSON'))
    .addHelpText('after', `\n${exitCodes()}`)
    .action(
      action(async (name: string, { sha256, stamp, ca, json }: VerifyOptions) => {
        const noted = sha256 === undefined ? null : hashOf(sha256);
        const anchors = await readAnchors(io, ca);
        const bytes = await readBounded(io, name, MOST_PACK);
        const { verifyPack, verifyStamp } = await import('../../../response/index.ts');
        const found = await verifyPack(bytes, noted);
        const response = await stampBeside(io.cwd, name, stamp);
        const reading =
          response === null
            ? null
            : await verifyStamp(await readBounded(io, response), { sha256: found.sha256, anchors });
        const whole = found.problems.length === 0 && (reading?.problems.length ?? 0) === 0;
        if (json) {
          const { manifest, ...rest } = found;
          io.out.write(`${jsonLine({ whole, ...rest, stamp: reading && stampJson(reading), manifest })}\n`);
        } else {
          const colour = found.problems.length === 0 ? io.colours.green : io.colours.red;
          const lines = resultLines(found, noted).map((line, nth) => (nth === 0 ? colour(line) : line));
          io.out.write(`${[...lines, ...(reading === null ? [] : stampLines(reading))].join('\n')}\n`);
        }
        return whole ? 0 : 1;
      }),
    );
}

/** @throws CommandError */
function hashOf(text: string): string {
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new CommandError(say('--sha256 は64桁の16進数です。', '--sha256 is 64 hexadecimal digits.'), 2);
  return hash;
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
