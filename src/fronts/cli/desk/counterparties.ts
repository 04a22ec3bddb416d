import { type Command, Option } from 'commander';
import { COUNTERPARTY_KINDS, type CounterpartyKind } from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { does, onDeed } from '../local/does.ts';
import { answerOf, type LocalClient, reachLocalApi, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { jsonOption, tell } from '../terminal/done.ts';
import { linesOption, printList } from '../terminal/list.ts';
import { printable } from '../terminal/terminal.ts';

const PAGE = 200;

interface FactOptions {
  readonly name?: string;
  readonly kind?: CounterpartyKind;
  readonly domain?: readonly string[];
  readonly address?: readonly string[];
  readonly postal?: string;
  readonly clauseOn?: string;
  readonly clauseDocument?: string;
  readonly notes?: string;
}

/** What the options say; what they leave out is not there. @throws CommandError for half a clause */
function factsOf(options: FactOptions) {
  const { name, kind, domain, address, postal, clauseOn, clauseDocument, notes } = options;
  if ((clauseOn === undefined) !== (clauseDocument === undefined))
    throw new CommandError(
      say(
        '条項には --clause-on と --clause-document の両方が必要です',
        'a clause needs --clause-on and --clause-document',
      ),
      2,
    );
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(domain === undefined ? {} : { domains: [...domain] }),
    ...(address === undefined ? {} : { addresses: [...address] }),
    ...(postal === undefined ? {} : { postal }),
    ...(notes === undefined ? {} : { notes }),
    ...(clauseOn === undefined ? {} : { clause: { agreedOn: clauseOn, document: clauseDocument! } }),
  };
}

export function addCounterparties(program: Command, context: Context): void {
  const { io, action } = context;
  const register = program.command('counterparties').description(say('取引先の台帳', 'the register of counterparties'));

  register
    .command('list')
    .description(say('一覧', 'list them'))
    .option('--query <words>', say('名前・ドメイン・アドレスを探す', 'words of name, domain or address'), '')
    .addOption(linesOption('1件1行のJSON', 'a line of JSON per counterparty'))
    .action(
      action(async ({ query, json }: { query: string; json?: true }) =>
        printList(io, json, await withLocalApi(context, (api) => all(api, query)), [
          [say('番号', 'ID'), ({ id }) => id],
          [say('名前', 'name'), ({ name }) => name],
          [say('ドメイン・アドレス', 'senders'), ({ domains, addresses }) => [...domains, ...addresses].join(' ')],
          [say('条項の日付', 'clause'), ({ clause }) => clause?.agreedOn ?? say('なし', 'none')],
        ]),
      ),
    );

  register
    .command('show <counterparty>')
    .description(say('登録の内容と、案件の数', 'what is written down, and how many cases'))
    .addOption(jsonOption())
    .action(
      action(async (counterparty: string, { json }: { json?: true }) => {
        const found = await withLocalApi(context, (api) =>
          answerOf(api.counterparties[':counterparty'].$get({ param: { counterparty } })),
        );
        const { name, domains, addresses, postal, clause, notes, cases, version } = found;
        const lines = [
          `${counterparty} ${name} (${say('版', 'version')} ${version})`,
          `${say('ドメイン・アドレス', 'senders')}: ${[...domains, ...addresses].join(' ')}`,
          `${say('住所', 'postal')}: ${postal}`,
          `${say('条項', 'clause')}: ${clause === null ? say('なし', 'none') : `${clause.agreedOn} ${clause.document}`}`,
          `${say('案件', 'cases')}: ${say('未判断', 'open')} ${cases.open}, ${say('認定', 'approved')} ${cases.approved}, ${say('却下', 'dismissed')} ${cases.dismissed}`,
          `${say('メモ', 'notes')}: ${notes}`,
        ];
        return tell(context, json, found, lines.map(printable).join('\n'));
      }),
    );

  const facts = (command: Command): Command =>
    command
      .addOption(new Option('--kind <kind>', say('会社か個人か', 'company or person')).choices(COUNTERPARTY_KINDS))
      .option('--domain <domain...>', say('メールのドメイン', 'domains of their mail'))
      .option('--address <address...>', say('メールアドレス', 'addresses of their mail'))
      .option('--postal <text>', say('住所', 'postal address'))
      .option('--clause-on <day>', say('条項に合意した日（YYYY-MM-DD）', 'day on which the clause was agreed'))
      .option('--clause-document <text>', say('条項のある文書', 'where the clause stands'))
      .option('--notes <text>', say('メモ', 'notes'));

  onDeed(
    facts(register.command('add <name>').description(say('登録する', 'write one down'))),
    context,
    'createCounterparty',
    (options: FactOptions, name) => ({ kind: 'company' as const, ...factsOf(options), name }),
    ({ id }) => say(`取引先 ${id} として登録しました`, `written down as ${id}`),
  );

  facts(
    register
      .command('edit <counterparty>')
      .description(say('変える（指定したところだけ）', 'change what is named'))
      .option('--name <name>', say('名前', 'name'))
      .option('--no-clause', say('条項の登録を消す', 'take the clause off the file')),
  )
    .addOption(jsonOption())
    .action(
      action(async (counterparty: string, { json, ...options }: FactOptions & { clause?: false; json?: true }) => {
        const cleared = options.clause === false ? { clause: null } : {};
        const saved = await reachLocalApi(context, async (reached) => {
          const param = { counterparty };
          const { version } = await answerOf(reached.api.counterparties[':counterparty'].$get({ param }));
          return does(reached, 'changeCounterparty', { counterparty, version, ...factsOf(options), ...cleared });
        });
        return tell(context, json, saved, say(`取引先 ${saved.id} を変えました`, `changed ${saved.id}`));
      }),
    );

  onDeed(
    register
      .command('assign <case> [counterparty]')
      .description(
        say('案件の取引先を決める（省略すると差出人による）', 'say to whom a case belongs; left out: by its sender'),
      ),
    context,
    'nameCounterpartyOf',
    (_, id, counterparty) => ({ id, counterparty: counterparty ?? null }),
    (_, { id }) => say(`#${id} の取引先を変えました`, `changed the counterparty of #${id}`),
  );
}

async function all(api: LocalClient, q: string) {
  type Page = Awaited<ReturnType<typeof page>>;
  const page = (offset: number) =>
    answerOf(api.counterparties.$get({ query: { q, limit: String(PAGE), offset: String(offset) } }));
  const found: Page['counterparties'][number][] = [];
  for (;;) {
    const { counterparties, total } = await page(found.length);
    found.push(...counterparties);
    if (counterparties.length === 0 || found.length >= total) return found;
  }
}
