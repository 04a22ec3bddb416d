import type { StampProblem, StampReading } from '../../../response/index.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';
import { readBounded } from './files.ts';
import { printable } from './terminal.ts';

/** The certificates that whoever asks trusts. @throws CommandError for a file that holds none */
export async function readAnchors(io: Pick<Io, 'cwd'>, name: string | undefined) {
  if (name === undefined) return null;
  const { parseAnchors } = await import('../../../response/index.ts');
  const anchors = parseAnchors(Buffer.from(await readBounded(io, name)).toString('latin1'));
  if (anchors === null)
    throw new CommandError(say(`${name} に証明書（PEM）がありません。`, `${name} holds no certificate (PEM).`), 2);
  return anchors;
}

const words = (): Readonly<Record<StampProblem, string>> => ({
  unreadable: say('タイムスタンプの応答として読めません', 'cannot be read as a response of a time-stamping authority'),
  refused: say('時刻認証局がタイムスタンプを発行していません', 'the authority gave no time stamp'),
  'other-pack': say('別のファイルのタイムスタンプです', 'is the time stamp of another file'),
  'other-request': say('別の要求への応答です', 'answers another request'),
  changed: say('署名と内容が合いません（変えられています）', 'does not say what was signed: it was changed'),
  'unknown-algorithm': say(
    '使えない、または古い暗号方式です',
    'uses an algorithm that is unknown, or too old to be believed',
  ),
  'no-certificate': say('署名した証明書が入っていません', 'does not have the certificate of who signed'),
  'wrong-certificate': say(
    'タイムスタンプ用でない、またはその時に有効でない証明書です',
    'has a certificate that is not for time stamps, or was not valid then',
  ),
  untrusted: say('--ca の証明書につながりません', 'leads to no certificate of --ca'),
});

/** What a stamp says, or what is wrong with it. */
export function stampLines({ at, by, serial, trusted, problems }: StampReading): string[] {
  const said =
    at === null
      ? []
      : [
          say(`タイムスタンプ ${at.toISOString()}`, `time stamp ${at.toISOString()}`),
          say(
            `  時刻認証局 ${printable(by ?? '')}（番号 ${serial}）`,
            `  by ${printable(by ?? '')} (serial ${serial})`,
          ),
        ];
  if (problems.length > 0)
    return [
      say('タイムスタンプを信頼できません', 'the time stamp cannot be relied on'),
      ...problems.map((problem) => `  ${words()[problem]}`),
      ...said,
    ];
  const trust =
    trusted === null
      ? say(
          '  この時刻認証局を信頼するかは --ca で確かめられます',
          '  whether to trust that authority is told with --ca',
        )
      : say(
          '  --ca の証明書につながります（失効は確かめていません）',
          '  leads to a certificate of --ca (revocation was not asked)',
        );
  return [...said, trust];
}

/** The same as JSON. */
export const stampJson = ({ at, ...reading }: StampReading) => ({ ...reading, at: at?.toISOString() ?? null });
