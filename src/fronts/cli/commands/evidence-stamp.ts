import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { say } from '../messages.ts';
import { jsonOption, tell } from '../terminal/done.ts';
import { MOST_PACK, readBounded, writeNew } from '../terminal/files.ts';
import { readAnchors, stampJson, stampLines } from '../terminal/stamp.ts';

interface AddOptions {
  readonly ca?: string;
  readonly request?: string;
  readonly json?: true;
}

/** Time stamps by hand-over: a person takes the request to an authority and brings back the response. */
export function addEvidenceStamp(evidence: Command, context: Context): void {
  const { io, action } = context;

  evidence
    .command('stamp-request <pack>')
    .description(
      say(
        'タイムスタンプ（RFC 3161）の要求を作る。時刻認証局に送るのは人（どこにも接続しない）',
        'write a request for a time stamp (RFC 3161); a person takes it to an authority, nothing is sent',
      ),
    )
    .option('--out <file>', say('作るファイル（既定は標準出力）', 'file to write (default: standard output)'))
    .action(
      action(async (pack: string, { out }: { out?: string }) => {
        if (out === undefined && io.outIsTerminal)
          throw new CommandError(
            say(
              'バイナリです。--out を指定するか、> req.tsq のように書き出してください',
              'it is binary: name --out, or redirect with > req.tsq',
            ),
            2,
          );
        const { sha256Of, stampRequest } = await import('../../../response/index.ts');
        const request = stampRequest(sha256Of(await readBounded(io, pack, MOST_PACK)));
        if (out === undefined) io.out.write(request);
        else {
          await writeNew(io, out, request);
          io.out.write(`${say(`${out} に保存しました`, `written to ${out}`)}\n`);
        }
        return 0;
      }),
    );

  evidence
    .command('stamp-add <pack> <response>')
    .description(
      say(
        '時刻認証局の応答を確かめ、一式の隣に「一式の名前.tsr」として置く（一式は変えない）',
        'check what the authority gave and put it beside the pack, as its name with .tsr; the pack stays as it is',
      ),
    )
    .option('--ca <file>', say('信頼する時刻認証局の証明書（PEM）', 'certificates of authorities that you trust (PEM)'))
    .option(
      '--request <file>',
      say('送った要求（nonce があれば照合する）', 'the request that was sent: its nonce is compared'),
    )
    .addOption(jsonOption())
    .action(
      action(async (pack: string, response: string, { ca, request, json }: AddOptions) => {
        const { nonceOfRequest, sha256Of, verifyStamp } = await import('../../../response/index.ts');
        const sha256 = sha256Of(await readBounded(io, pack, MOST_PACK));
        const bytes = await readBounded(io, response);
        const nonce = request === undefined ? undefined : await nonceOfRequest(await readBounded(io, request));
        if (nonce === 'unreadable')
          throw new CommandError(say(`${request} は要求ではありません。`, `${request} is no request.`), 2);
        const reading = await verifyStamp(bytes, {
          sha256,
          anchors: await readAnchors(io, ca),
          ...(nonce === undefined ? {} : { nonce }),
        });
        const whole = reading.problems.length === 0;
        if (whole) await writeNew(io, `${pack}.tsr`, bytes);
        const lines = [
          ...stampLines(reading),
          ...(whole ? [say(`${pack}.tsr に保存しました`, `written to ${pack}.tsr`)] : []),
        ];
        tell(context, json, { whole, ...stampJson(reading) }, lines.join('\n'));
        return whole ? 0 : 1;
      }),
    );
}
