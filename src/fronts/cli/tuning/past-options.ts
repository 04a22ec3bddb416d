import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { PastRow } from '../../../cases/index.ts';
import type { LoadedConfig } from '../../../config/index.ts';
import type { PackedRules, RuleFiles } from '../../../screening/index.ts';
import type { Span } from '../../../tuning/index.ts';
import type { Context } from '../context.ts';
import { CommandError, sentenceOf } from '../errors.ts';
import type { Io } from '../io.ts';
import { siteFilesOf } from '../local/site-files.ts';
import { say } from '../messages.ts';
import { createProgress } from '../terminal/progress.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 730;

export interface PastOptions {
  readonly days: string;
  readonly source?: string;
  readonly json?: true;
}

/** The options of every command that reads the past. */
export const withPastOptions = (command: Command): Command =>
  command
    .addOption(new Option('--days <n>', say('何日前まで読むか', 'how many days back')).default('90'))
    .option('--source <name>', say('1つの受信元だけ（既定はすべての IMAP）', 'one source (default: all over IMAP)'))
    .option('--json', say('JSONで出力', 'print JSON'));

/** @throws CommandError for what is no number of days */
export function spanOf({ days }: Pick<PastOptions, 'days'>, now: Date): Span {
  const count = /^[1-9]\d{0,3}$/.test(days) ? Number(days) : 0;
  if (count < 1 || count > MOST_DAYS)
    throw new CommandError(
      say(`--days は1から${MOST_DAYS}までの整数にしてください`, `--days: give a whole number from 1 to ${MOST_DAYS}`),
      2,
    );
  return { since: new Date(now.getTime() - count * DAY_MS), until: now };
}

/** @throws CommandError when there is nothing that could be read */
export async function checkSource({ config }: LoadedConfig, source: string | undefined): Promise<void> {
  const { readableSources } = await import('../../../services/index.ts');
  const known = readableSources(config);
  if (known.length === 0)
    throw new CommandError(
      say(
        '読める受信元がありません。設定の sources に IMAP の受信箱を加えてください',
        'There is no source to read: add a mailbox over IMAP to sources in the configuration',
      ),
      2,
    );
  if (source !== undefined && !known.includes(source))
    throw new CommandError(
      say(
        `--source ${source} はありません。あるのは ${known.join('、')}`,
        `--source ${source}: there are ${known.join(', ')}`,
      ),
      2,
    );
}

/** The rules in force, and another folder's with the same rules of the site and, unless it has its own, the same classifier. */
export async function versionsFor(
  context: Pick<Context, 'io' | 'load'>,
  folder: string | null,
): Promise<{ readonly packed: readonly PackedRules[]; readonly files: readonly RuleFiles[] }> {
  const { compiledRules, compileInThread, readRuleFiles } = await import('../../../screening/index.ts');
  const { config } = context.load();
  const site = await siteFilesOf(context);
  const files = await readRuleFiles(config, site);
  const packed = await compiledRules(files, config.dataPath, compileInThread);
  if (folder === null) return { packed: [packed], files: [files] };
  const asked = { ...config, settings: { ...config.settings, dictionaries: folder } };
  const read = await readRuleFiles(asked, site).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(
      say(`${folder} を読めません（${cause.code}）`, `${folder} cannot be read (${cause.code})`),
      2,
    );
  });
  const other = { ...read, classifier: read.classifier ?? files.classifier };
  try {
    return { packed: [packed, await compileInThread(other)], files: [files, other] };
  } catch (error) {
    throw new CommandError(sentenceOf(error), 2); // a DictionaryError names file, line and column
  }
}

/** The dictionaries of a folder as a service takes them, compiled here first: what is wrong with them is said at once. */
export async function draftFolder(context: Pick<Context, 'io' | 'load'>, folder: string) {
  const { files } = await versionsFor(context, resolve(context.io.cwd, folder));
  return { folder: folder.slice(-300), files: files[1]!.dictionary.map(({ path, text }) => ({ path, text })) };
}

/** Reads, with a bar for a person who waits. Ctrl-C ends it with code 1: nothing of it is kept anywhere. */
export async function readWithProgress(
  loaded: LoadedConfig,
  options: { readonly span: Span; readonly source: string | undefined; readonly versions: readonly PackedRules[] },
  { io }: { readonly io: Io },
): Promise<PastRow[]> {
  const { readPastHere } = await import('../../../services/index.ts');
  const stop = new AbortController();
  void io.stopped().then(() => stop.abort());
  let progress = createProgress(0, io);
  let known = -1;
  let done = 0;
  try {
    return await readPastHere({
      ...loaded,
      span: options.span,
      source: options.source ?? null,
      versions: options.versions,
      signal: stop.signal,
      onProgress(now, total) {
        if (total !== known) {
          known = total;
          progress = createProgress(total, io);
        }
        progress.advance(now - done);
        done = now;
      },
    });
  } catch (error) {
    if (stop.signal.aborted)
      throw new CommandError(say('中断しました。何も残していません', 'Interrupted; nothing is kept'));
    throw error;
  } finally {
    progress.end();
  }
}
