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
import { scanFiles, scanMails } from './scan.ts';
import { scanRecord, whyOf } from './scan-result.ts';

const exitCodes = (): string =>
  say(
    '終了コード: 0 説明した（判定によらない）、1 読めないメール、またはない案件、2 ないファイル、使い方か設定の誤り',
    'Exit codes: 0 it was explained, whatever its band; 1 the mail is unreadable, or there is no such case; 2 no such file, usage or configuration',
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
        '判定の理由を言葉で（.eml、- は標準入力、案件番号はその判定を決めたメール、ほかは書いた文そのもの）',
        'why a mail was judged as it was, in words: .eml, - for stdin, a case number (the mail that put it where it is), or else the words themselves',
      ),
    )
    .option('--json', say('scan の1行に理由と節を加えたJSON', 'the line of `scan` with reasons and clauses'))
    .option('--reveal', say('伏せる言葉も表示', 'show words that are hidden else'))
    .addHelpText('after', `\n${exitCodes()}`)
    .action(
      context.action(async (what: string, options: WhyOptions) => {
        if (what.trim() === '') throw new CommandError(say('文が空です', 'There are no words'), 2);
        if (what === '-' || existsSync(resolve(context.io.cwd, what)))
          return scanFiles([what], { ...options, explain: true }, context);
        const id = parseCaseId(what);
        return id === null ? whyWords(what, options, context) : whyCase(id, options, context);
      }),
    );
}

/** What was meant as a file: words with a slash are rarer than paths with a slip of the pen. */
const LOOKS_LIKE_PATH = /\/|\.(?:eml|emlx|mbox|msg|txt|html?|json|ya?ml|gz|zip)$/i;

/** Judges words as a mail that has nothing else. @throws CommandError for a path of no file */
async function whyWords(words: string, options: WhyOptions, context: Context): Promise<ExitCode> {
  if (LOOKS_LIKE_PATH.test(words.trim()))
    throw new CommandError(say(`${words} というファイルはありません`, `No such file: ${words}`), 2);
  const { mailOfPasted } = await import('../../../mail/index.ts');
  const bytes = mailOfPasted(words);
  const source = options.json ? 'words' : say('書かれた文', 'the words given');
  const mails = [{ source, bytes, receivedAt: new Date() }];
  return scanMails({ mails, bytes: 0 }, { ...options, explain: true }, context);
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
