import { type Command, Option } from 'commander';
import { type AuditRow, type Break, type ExportFormat, exportLine, exportStart } from '../../../audit/index.ts';
import type { Context } from '../context.ts';
import { answerOf, type LocalClient, withLocalApi } from '../local/local-api.ts';
import { both } from '../messages.ts';

export function addAudit(program: Command, context: Context): void {
  const { io, action } = context;
  const audit = program.command('audit').description(both('監査記録', 'the audit log'));
  audit
    .command('verify')
    .description(
      both('記録が後から変えられていないことを確かめる', 'find rows that were changed, removed, inserted or cut off'),
    )
    .action(
      action(async () => {
        const found = await withLocalApi(context, (api) => answerOf(api.audit.verification.$get()));
        if (found.kind === 'broken') {
          const line = both(`${found.seq}行目: ${BROKEN[found.why].ja}`, `row ${found.seq}: ${BROKEN[found.why].en}`);
          io.out.write(`${io.colours.red(line)}\n`);
          return 1;
        }
        const line = both(
          `${found.rows}行すべて、書かれたときのままです`,
          `all ${found.rows} rows are as they were written`,
        );
        io.out.write(`${io.colours.green(line)}\n`);
        if (found.head === 'unknown')
          io.err.write(
            `${both('末尾が切り取られていないかは、この場所では分かりません', 'whether rows were cut off the end cannot be told here')}\n`,
          );
        return 0;
      }),
    );
  audit
    .command('export')
    .description(both('すべての記録を出力（時刻は UTC）', 'print the whole log; times are UTC'))
    .addOption(new Option('--json', both('1件1行のJSON（既定）', 'a line of JSON per row (default)')))
    .addOption(new Option('--csv', both('CSV', 'CSV')).conflicts('json'))
    .action(
      action(async ({ csv }: { json?: true; csv?: true }) => {
        await withLocalApi(context, (api) => writeAll(api, csv ? 'csv' : 'json', io.out));
        return 0;
      }),
    );
}

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
