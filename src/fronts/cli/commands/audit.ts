import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type Anchor,
  type AuditRow,
  type Break,
  type ExportFormat,
  exportLine,
  exportStart,
  parseAnchors,
  type Restore,
} from '../../../audit/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { answerOf, type LocalClient, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';

export function addAudit(program: Command, context: Context): void {
  const { io, action } = context;
  const audit = program.command('audit').description(say('監査記録', 'the audit log'));
  audit
    .command('verify')
    .description(
      say('記録が後から変えられていないことを確かめる', 'find rows that were changed, removed, inserted or cut off'),
    )
    .option(
      '--head <file>',
      say(
        'よそに控えた末尾と照合（audit.anchor のファイルか、「番号 ハッシュ」）',
        'compare with ends noted elsewhere: a file of audit.anchor, or "number hash"',
      ),
    )
    .action(
      action(async ({ head }: { head?: string }) => {
        const anchors = head === undefined ? [] : anchorsIn(head, io.cwd);
        const json = { anchors: anchors.map(({ at, ...rest }) => ({ at: at?.toISOString() ?? null, ...rest })) };
        const found = await withLocalApi(context, (api) => answerOf(api.audit.verification.$post({ json })));
        if (found.kind === 'broken') {
          const { restored } = found;
          const why = restored === undefined ? BROKEN[found.why] : restoredText(restored);
          io.out.write(`${io.colours.red(say(`${found.seq}行目: ${why.ja}`, `row ${found.seq}: ${why.en}`))}\n`);
          return 1;
        }
        if (found.restored !== undefined) {
          const { ja, en } = restoredText(found.restored);
          io.out.write(`${say(`${found.restored.seq}行目: ${ja}`, `row ${found.restored.seq}: ${en}`)}\n`);
        }
        const { accepted, rows } = found;
        const line =
          accepted === undefined
            ? say(`${rows}行すべて、書かれたときのままです`, `all ${rows} rows are as they were written`)
            : say(
                `${accepted.seq}行目から${rows}行目までは、書かれたときのままです`,
                `rows ${accepted.seq} to ${rows} are as they were written`,
              );
        io.out.write(`${io.colours.green(line)}\n`);
        if (accepted !== undefined)
          io.err.write(
            `${say(
              `${accepted.seq - 1}行目までは、${accepted.at} に替える前の秘密鍵で封じられていて、いまの鍵では分かりません`,
              `rows up to ${accepted.seq - 1} were sealed with the secret key before that of ${accepted.at}; of them it cannot be told`,
            )}\n`,
          );
        if (found.head === 'reached') return accepted === undefined ? 0 : 3;
        io.err.write(
          `${say('末尾が切り取られていないかは、この場所では分かりません', 'whether rows were cut off the end cannot be told here')}\n`,
        );
        return 3;
      }),
    );
  audit
    .command('export')
    .description(say('すべての記録を出力（時刻は UTC）', 'print the whole log; times are UTC'))
    .addOption(new Option('--json', say('1件1行のJSON（既定）', 'a line of JSON per row (default)')))
    .addOption(new Option('--csv', say('CSV', 'CSV')).conflicts('json'))
    .action(
      action(async ({ csv }: { json?: true; csv?: true }) => {
        await withLocalApi(context, (api) => writeAll(api, csv ? 'csv' : 'json', io.out));
        return 0;
      }),
    );
}

/** @throws CommandError */
function anchorsIn(written: string, cwd: string): readonly Anchor[] {
  const direct = parseAnchors(written.replace(':', ' '));
  if (direct !== null) return direct;
  let text: string;
  try {
    text = readFileSync(resolve(cwd, written), 'utf8');
  } catch (cause) {
    throw new CommandError(say(`${written} を読めません。`, `${written} cannot be read.`), 2, { cause });
  }
  const anchors = parseAnchors(text);
  if (anchors === null)
    throw new CommandError(
      say(`${written} は監査記録の末尾の控えではありません。`, `${written} holds no ends of an audit log.`),
      2,
    );
  return anchors;
}

const restoredText = ({ at, backup }: Restore) => ({
  ja: `${at} に ${backup} のバックアップから復元しています。そのあとの行はありません`,
  en: `restored on ${at} from a backup of ${backup}; what came after that is not there`,
});

const BROKEN: Readonly<Record<Break, { readonly ja: string; readonly en: string }>> = {
  missing: { ja: 'この行がありません。消された疑いがあります', en: 'is not there; it was probably removed' },
  changed: {
    ja: '書かれたときの内容ではありません。変更または挿入された疑いがあります',
    en: 'is not what was written; it was probably changed or inserted',
  },
  cut: {
    ja: 'ここから後が切り取られています',
    en: 'this row and those after it were cut off',
  },
};

const PAGE = 1000;

/** Page by page: a log may be longer than memory. */
async function writeAll(api: LocalClient, format: ExportFormat, out: NodeJS.WritableStream): Promise<void> {
  out.write(exportStart(format));
  let after = 0;
  for (;;) {
    const rows = await answerOf(api.audit.$get({ query: { after: String(after), limit: String(PAGE) } }));
    for (const row of rows) out.write(exportLine(revived(row), format));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.seq;
  }
}

/** A row as it travels: its time is text. */
type SentRow = Omit<AuditRow, 'at' | 'details'> & { readonly at: string; readonly details: AuditRow['details'] };

const revived = (row: SentRow): AuditRow => ({ ...row, at: new Date(row.at) });
