import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type CaseId, parseCaseId } from '../../../cases/index.ts';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { siteFilesOf } from '../local/site-files.ts';
import { language, say } from '../messages.ts';
import { explanation } from '../terminal/explanation.ts';
import { maskingOfCase } from '../terminal/hiding.ts';
import { jsonLine } from '../terminal/terminal.ts';
import { scanFiles } from './scan.ts';
import { scanRecord, whyOf } from './scan-result.ts';

const exitCodes = (): string =>
  say(
    '終了コード: 0 説明した（判定によらない）、1 読めないメール、またはない案件、2 使い方か設定の誤り',
    'Exit codes: 0 it was explained, whatever its band; 1 the mail is unreadable, or there is no such case; 2 usage or configuration',
  );

interface WhyOptions {
  readonly json?: true;
  readonly reveal?: boolean;
}

export function addWhy(program: Command, context: Context): void {
  program
    .command('why <what>')
    .description(
      say(
        '1通の判定の理由を言葉で（.eml、- は標準入力、案件番号はその判定を決めたメール）',
        'why a mail was judged as it was, in words: .eml, - for stdin, or a case number (the mail that put it where it is)',
      ),
    )
    .option('--json', say('scan の1行に理由と節を加えたJSON', 'the line of `scan` with reasons and clauses'))
    .option('--reveal', say('伏せる言葉も表示', 'show words that are hidden else'))
    .addHelpText('after', `\n${exitCodes()}`)
    .action(
      context.action(async (what: string, options: WhyOptions) => {
        const id = existsSync(resolve(context.io.cwd, what)) ? null : parseCaseId(what);
        return id === null ? scanFiles([what], { ...options, explain: true }, context) : whyCase(id, options, context);
      }),
    );
}

/** Explains by the verdict that was written down, not judging anew. */
async function whyCase(id: CaseId, { json, reveal = false }: WhyOptions, context: Context): Promise<ExitCode> {
  const { io, load } = context;
  const query = { reveal: json || reveal ? 'true' : 'false' } as const;
  const found = await withLocalApi(context, (api) => answerOf(api.cases[':id'].$get({ param: { id }, query })));
  const { message, assessment, mailId } = found.items[(found.strongest ?? 0) - found.first] ?? {};
  if (message == null || assessment == null)
    throw new CommandError(
      say(
        `#${id} に説明できる判定はありません（判定不能、保存期間を過ぎた、または多くのメールの前のほう。Webの画面で確かめてください）`,
        `#${id} has no verdict to explain here: unreadable, no longer kept, or early among many mails (see the web page)`,
      ),
      1,
    );
  const { loadReadRules } = await import('../../../screening/index.ts');
  const { dictionary } = await loadReadRules(load().config, await siteFilesOf(context));
  const source = `#${id}`;
  if (json) {
    const record = scanRecord({
      outcome: 'assessed',
      source: `case/${id}/${mailId}`,
      screened: { message: { ...message, messageId: null }, assessment },
    });
    io.out.write(`${jsonLine({ ...record, ...whyOf(assessment, dictionary, language(), null) })}\n`);
    return 0;
  }
  const shared = await import('../../shared/index.ts');
  const masking = maskingOfCase(shared, found, reveal);
  io.out.write(explanation({ source, message, assessment, dictionary, masking, cover: shared.coverAssessment }, io));
  return 0;
}
