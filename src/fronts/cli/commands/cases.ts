import { type Command, Option } from 'commander';
import { DISMISS_REASONS, type Dismissal, type DismissReason } from '../../../cases/index.ts';
import { BANDS } from '../../../detect/index.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import { answerOf, type LocalClient, withLocalApi } from '../local/local-api.ts';
import { both, STATUS_WORDS } from '../messages.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { caseTable, type ListedCase, listedCase } from './case-list.ts';
import { showCase } from './case-show.ts';

const PAGE = 200;

const HOLDS = [
  ['hold', true, '保存期間を過ぎても消さない', 'keep a case whatever its age'],
  ['release', false, '保存期間を通常に戻す', 'keep a case no longer than the others'],
] as const;

interface ListOptions {
  readonly status?: 'open' | 'approved' | 'dismissed';
  readonly band?: (typeof BANDS)[number];
  readonly json?: true;
}

interface DecideOptions {
  readonly note: string;
  readonly json?: true;
}

/** A decision in one word; the API fills in what an approval says besides. */
type PlainDecision = { readonly kind: 'approve' | 'reopen'; readonly note: string } | Dismissal;

export function addCases(program: Command, context: Context): void {
  const { io, load, action } = context;
  const cases = program.command('cases').description(both('案件', 'cases'));
  const json = () => new Option('--json', both('1件1行のJSON', 'a line of JSON per case'));

  cases
    .command('list')
    .description(both('案件の一覧', 'list cases'))
    .addOption(
      new Option('--status <status>', both('状態', 'only of this status')).choices(['open', 'approved', 'dismissed']),
    )
    .addOption(new Option('--band <band>', both('判定', 'only of this band')).choices(BANDS))
    .addOption(json())
    .action(
      action(async ({ json, ...filter }: ListOptions) => {
        const found = await withLocalApi(context, (api) => allCases(api, filter));
        if (json) {
          for (const one of found) io.out.write(`${jsonLine(one)}\n`);
          return 0;
        }
        const { ACT_LABELS } = await import('../../shared/index.ts');
        io.out.write(caseTable(found, { acts: ACT_LABELS.ja, timeZone: load().config.company.timeZone }, io));
        return 0;
      }),
    );

  cases
    .command('show <id>')
    .description(both('案件の内容、根拠、決定', 'a case with its evidence and decisions'))
    .addOption(json())
    .action(
      action(async (id: string, { json }: { json?: true }) => {
        const found = await withLocalApi(context, (api) => answerOf(api.cases[':id'].$get({ param: { id } })));
        io.out.write(json ? `${jsonLine(found)}\n` : await showCase(found, context));
        return 0;
      }),
    );

  const decision = (name: string, ja: string, en: string) =>
    cases
      .command(`${name} <id>`)
      .description(both(ja, en))
      .option('--note <text>', both('メモ', 'note'), '')
      .addOption(json());
  decision('approve', 'カスタマーハラスメントと認定', 'confirm a case').action(
    action((id: string, { note, json }: DecideOptions) => decide(id, { kind: 'approve', note }, json)),
  );
  decision('dismiss', '却下', 'dismiss a case')
    .addOption(new Option('--reason <reason>', both('理由', 'why')).choices(DISMISS_REASONS).makeOptionMandatory())
    .action(
      action((id: string, { note, reason, json }: DecideOptions & { reason: DismissReason }) =>
        decide(id, { kind: 'dismiss', reason, note }, json),
      ),
    );
  decision('reopen', '決定を取り消す', 'undo the decision on a case').action(
    action((id: string, { note, json }: DecideOptions) => decide(id, { kind: 'reopen', note }, json)),
  );

  for (const [name, hold, ja, en] of HOLDS)
    cases
      .command(`${name} <id>`)
      .description(both(ja, en))
      .action(
        action(async (id: string) => {
          await withLocalApi(context, (api) =>
            answerOf(api.cases[':id'].hold.$post({ param: { id }, json: { hold } })),
          );
          io.out.write(
            `${both(`${id} ${hold ? 'は消さずに保存します' : 'の保存期間は通常どおりです'}`, `${id} ${hold ? 'is kept whatever its age' : 'is kept as long as the others'}`)}\n`,
          );
          return 0;
        }),
      );

  async function decide(id: string, decision: PlainDecision, json: true | undefined): Promise<ExitCode> {
    const after = await withLocalApi(context, async (api) => {
      await answerOf(api.cases[':id'].decisions.$post({ param: { id }, json: decision }));
      return listedCase(await answerOf(api.cases[':id'].$get({ param: { id } })));
    });
    const subject = printable(after.subject);
    io.out.write(json ? `${jsonLine(after)}\n` : `#${after.id} ${STATUS_WORDS[after.status]} ${subject}\n`);
    return 0;
  }
}

async function allCases(api: LocalClient, filter: Omit<ListOptions, 'json'>): Promise<ListedCase[]> {
  const found: ListedCase[] = [];
  for (;;) {
    const query = { ...filter, limit: String(PAGE), offset: String(found.length) };
    const { cases, total } = await answerOf(api.cases.$get({ query }));
    found.push(...cases.map(listedCase));
    if (cases.length === 0 || found.length >= total) return found;
  }
}
