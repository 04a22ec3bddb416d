import { type Command, Option } from 'commander';
import { UnreadableMailError } from '../../../mail/index.ts';
import type { AssessedMail, Mail, Rules } from '../../../screening/index.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import { siteFilesOf } from '../local/site-files.ts';
import { language, say } from '../messages.ts';
import { createProgress } from '../terminal/progress.ts';
import { explainReport, jsonReport, tableReport } from './scan-report.ts';
import { type ScanResult, whyOf } from './scan-result.ts';

const exitCodes = (): string =>
  say(
    '終了コード: 0 すべて読めた（判定によらない）、1 読めないメールがある、2 使い方か設定の誤り',
    'Exit codes: 0 every mail was read, whatever its band; 1 one was unreadable; 2 usage or configuration',
  );

interface ScanOptions {
  readonly json?: true;
  readonly explain?: true;
  readonly reveal?: boolean;
}

export function addScan(program: Command, { io, load, action }: Context): void {
  program
    .command('scan <path...>')
    .description(
      say(
        'メールを調べる（.eml、フォルダ、Maildir、mbox、- は標準入力）',
        'screen mails offline: .eml, folder, Maildir, mbox, - for stdin',
      ),
    )
    .option('--json', say('1通1行のJSON', 'a line of JSON per mail'))
    .addOption(
      new Option(
        '--explain',
        say(
          '1通ごとに理由を表示（why と同じ。--json では節の読み取りも）',
          'tell of each mail why, as `why` does; with --json also clauses',
        ),
      ),
    )
    .option('--reveal', say('伏せる言葉も表示', 'show words that are hidden else'))
    .addHelpText('after', `\n${exitCodes()}`)
    .action(action((paths: string[], options: ScanOptions) => scanFiles(paths, options, { io, load })));
}

/** Judges the mails of these files and tells what became of them. @returns 1 when one could not be read. */
export async function scanFiles(
  paths: readonly string[],
  options: ScanOptions,
  { io, load }: Pick<Context, 'io' | 'load'>,
): Promise<ExitCode> {
  const { findMailFiles, mailsOf } = await import('./mails.ts');
  const files = await findMailFiles(paths, io);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  async function* mails() {
    for (const file of files) yield* mailsOf(file, io);
  }
  return scanMails({ mails: mails(), bytes }, options, { io, load });
}

interface ToScan {
  readonly mails: AsyncIterable<Mail> | Iterable<Mail>;
  readonly bytes: number; // of all of them; 0: nobody knows
}

/** Judges mails one by one and tells what became of them. @returns 1 when one could not be read. */
export async function scanMails(
  { mails, bytes }: ToScan,
  { json, explain, reveal = false }: ScanOptions,
  { io, load }: Pick<Context, 'io' | 'load'>,
): Promise<ExitCode> {
  const { clausesOf, loadRules } = await import('../../../screening/index.ts');
  const rules = await loadRules(load().config, await siteFilesOf({ io, load }));
  const { dictionary } = rules;
  const why = ({ message, assessment }: AssessedMail) =>
    whyOf(assessment, dictionary, language(), clausesOf(message, rules));
  const shared = await import('../../shared/index.ts');
  const forPeople = { dictionary, io, shared, reveal };
  const report = json ? jsonReport(io, explain ? why : null) : (explain ? explainReport : tableReport)(forPeople);
  // Lines that run over the terminal tell enough; a bar between them would only be in the way.
  const progress = createProgress((json || explain) && io.outIsTerminal ? 0 : bytes, io);
  let unreadable = 0;
  for await (const mail of mails) {
    const result = await judge(mail, rules);
    if (result.outcome === 'unreadable') unreadable++;
    report.add(result);
    progress.advance(mail.bytes.byteLength);
  }
  progress.end();
  report.end();
  return unreadable > 0 ? 1 : 0;
}

async function judge(mail: Mail, rules: Rules): Promise<ScanResult<AssessedMail>> {
  const { noHistory, screen } = await import('../../../screening/index.ts');
  const { source } = mail;
  try {
    return { outcome: 'assessed', source, screened: await screen(mail, rules, noHistory) };
  } catch (error) {
    if (!(error instanceof UnreadableMailError)) throw error;
    return { outcome: 'unreadable', source, dictionary: rules.dictionary.version };
  }
}
