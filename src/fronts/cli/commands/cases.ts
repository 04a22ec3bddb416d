import { type Command, Option } from 'commander';
import {
  DISMISS_REASONS,
  type Dismissal,
  type DismissReason,
  ELEMENTS,
  type ElementState,
  type LegalElement,
  SEVERITIES,
  type Severity,
} from '../../../cases/index.ts';
import { ACTS, type Act, BANDS } from '../../../detect/index.ts';
import type { Context } from '../context.ts';
import { addDesk } from '../desk/desk.ts';
import type { ExitCode } from '../errors.ts';
import { does } from '../local/does.ts';
import { answerOf, type LocalClient, reachLocalApi, withLocalApi } from '../local/local-api.ts';
import { type Language, language, say, word } from '../messages.ts';
import { caseTable, type ListedCase, listedCase } from '../terminal/case-list.ts';
import { showCase } from '../terminal/case-show.ts';
import { maskingOfCase } from '../terminal/hiding.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';

const PAGE = 200;

const HOLDS = [
  ['hold', true, '保存期間を過ぎても消さない', 'keep a case whatever its age'],
  ['release', false, '保存期間を通常に戻す', 'keep a case no longer than the others'],
] as const;

interface ListOptions {
  readonly status?: 'open' | 'approved' | 'dismissed';
  readonly band?: (typeof BANDS)[number];
  readonly query?: string;
  readonly json?: true;
  readonly reveal?: boolean;
}

interface DecideOptions {
  readonly note: string;
  readonly json?: true;
}

interface ApproveOptions extends DecideOptions {
  readonly act?: readonly Act[];
  readonly severity?: `${Severity}`;
  readonly element?: readonly string[]; // customer, or customer=unmet
  readonly declaration?: true;
}

/** An approval as the options say it; what they leave out is not made up, and the API tells what is missing. */
const approvalOf = ({ note, act, severity, element = [], declaration }: Omit<ApproveOptions, 'json'>) => ({
  kind: 'approve' as const,
  note,
  elements: Object.fromEntries(
    element.map((one) => one.split('=') as [LegalElement, ElementState?]).map(([name, state = 'met']) => [name, state]),
  ),
  declaration: declaration === true,
  ...(act === undefined ? {} : { acts: [...act] }),
  ...(severity === undefined ? {} : { severity: Number(severity) as Severity }),
});

type GivenDecision = ReturnType<typeof approvalOf> | { readonly kind: 'reopen'; readonly note: string } | Dismissal;

export function addCases(program: Command, context: Context): void {
  const { io, load, action } = context;
  const cases = program.command('cases').description(say('案件', 'cases'));
  const json = () => new Option('--json', say('1件1行のJSON', 'a line of JSON per case'));
  const revealing = () => new Option('--reveal', say('伏せる言葉も表示', 'show words that are hidden else'));

  cases
    .command('list')
    .description(say('案件の一覧', 'list cases'))
    .addOption(
      new Option('--status <status>', say('状態', 'only of this status')).choices(['open', 'approved', 'dismissed']),
    )
    .addOption(new Option('--band <band>', say('判定', 'only of this band')).choices(BANDS))
    .option(
      '--query <words>',
      say(
        '件名・差出人・本文・案件番号・取引先を探す',
        'words of subject, sender or text, a case number, a counterparty',
      ),
    )
    .addOption(json())
    .addOption(revealing())
    .action(
      action(async ({ json, reveal = false, query: q, ...filter }: ListOptions) => {
        const found = await withLocalApi(context, (api) =>
          allCases(api, {
            ...filter,
            ...(q === undefined ? {} : { q }),
            ...(json || reveal ? {} : { veil: language() }),
          }),
        );
        if (json) {
          for (const one of found) io.out.write(`${jsonLine(listedCase(one))}\n`);
          return 0;
        }
        const acts = (await import('../../shared/index.ts')).ACT_LABELS[language()];
        io.out.write(caseTable(found, { acts, timeZone: load().config.company.timeZone }, io));
        return 0;
      }),
    );

  cases
    .command('show <id>')
    .description(say('案件の内容、根拠、判断', 'a case with its evidence and decisions'))
    .addOption(json())
    .addOption(revealing())
    .action(
      action(async (id: string, { json, reveal = false }: { json?: true; reveal?: boolean }) => {
        const query = { reveal: json || reveal ? 'true' : 'false' } as const;
        const { elsewhere, ...found } = await withLocalApi(context, (api) =>
          answerOf(api.cases[':id'].$get({ param: { id }, query })),
        );
        io.out.write(json ? `${jsonLine(found)}\n` : await showCase({ ...found, elsewhere }, context, reveal));
        return 0;
      }),
    );

  const decision = (name: string, ja: string, en: string) =>
    cases
      .command(`${name} <id>`)
      .description(say(ja, en))
      .option('--note <text>', say('メモ', 'note'), '')
      .addOption(json());
  decision('approve', 'カスタマーハラスメントと認定', 'confirm a case')
    .addOption(
      new Option('--severity <1-3>', say('重さ（3が最も重い）', 'how grave it is; 3 is the gravest')).choices(
        SEVERITIES.map(String),
      ),
    )
    .addOption(
      new Option(
        '--element <name...>',
        say(
          '該当する法の要素（=unmet は該当しない。言わないものは未判断）',
          'elements of the statute that are met (=unmet: are not; those left out are not judged)',
        ),
      ).choices([...ELEMENTS, ...ELEMENTS.map((one) => `${one}=unmet`)]),
    )
    .option('--declaration', say('自社の宣言に該当', 'conduct that our declaration covers'))
    .addOption(
      new Option('--act <name...>', say('該当する行為（既定は判定どおり）', 'acts (default: those found)')).choices(
        ACTS,
      ),
    )
    .action(action((id: string, { json, ...options }: ApproveOptions) => decide(id, approvalOf(options), json)));
  decision('dismiss', '却下', 'dismiss a case')
    .addOption(new Option('--reason <reason>', say('理由', 'why')).choices(DISMISS_REASONS).makeOptionMandatory())
    .action(
      action((id: string, { note, reason, json }: DecideOptions & { reason: DismissReason }) =>
        decide(id, { kind: 'dismiss', reason, note }, json),
      ),
    );
  decision('reopen', '判断を取り消す', 'undo the decision on a case').action(
    action((id: string, { note, json }: DecideOptions) => decide(id, { kind: 'reopen', note }, json)),
  );

  addDesk(cases, context);

  for (const [name, hold, ja, en] of HOLDS)
    cases
      .command(`${name} <id>`)
      .description(say(ja, en))
      .action(
        action(async (id: string) => {
          await reachLocalApi(context, (reached) => does(reached, 'hold', { id, hold }));
          io.out.write(
            `${say(`${id} ${hold ? 'は消さずに保存します' : 'の保存期間は通常どおりです'}`, `${id} ${hold ? 'is kept whatever its age' : 'is kept as long as the others'}`)}\n`,
          );
          return 0;
        }),
      );

  async function decide(id: string, decision: GivenDecision, json: true | undefined): Promise<ExitCode> {
    const after = await reachLocalApi(context, async (reached) => {
      const { kind, ...said } = decision;
      await does(reached, kind, { id, ...said });
      return answerOf(reached.api.cases[':id'].$get({ param: { id }, query: { reveal: 'false' } }));
    });
    const { coverLine } = maskingOfCase(await import('../../shared/index.ts'), after, false);
    const subject = printable(coverLine(after.subject));
    io.out.write(json ? `${jsonLine(listedCase(after))}\n` : `#${after.id} ${word(after.status)} ${subject}\n`);
    return 0;
  }
}

async function allCases(
  api: LocalClient,
  filter: Omit<ListOptions, 'json' | 'query' | 'reveal'> & { q?: string; veil?: Language },
): Promise<ListedCase[]> {
  const found: ListedCase[] = [];
  for (;;) {
    const query = { ...filter, limit: String(PAGE), offset: String(found.length) };
    const { cases, total } = await answerOf(api.cases.$get({ query }));
    found.push(...cases);
    if (cases.length === 0 || found.length >= total) return found;
  }
}
