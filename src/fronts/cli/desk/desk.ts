import { type Command, Option } from 'commander';
import { DISMISS_REASONS, type DismissReason } from '../../../cases/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { onDeed } from '../local/does.ts';
import { answerOf, REFUSAL_WORDS, withLocalApi } from '../local/local-api.ts';
import { language, say } from '../messages.ts';
import { linesOption, printList } from '../terminal/list.ts';
import { jsonLine, localTime, printable } from '../terminal/terminal.ts';

interface TogetherOptions {
  readonly dismiss?: DismissReason;
  readonly handOver?: string;
  readonly assign?: string;
  readonly note: string;
  readonly json?: true;
}

/** What the desk does to cases beside deciding one. */
export function addDesk(cases: Command, context: Context): void {
  const { io, load, action } = context;

  onDeed(
    cases
      .command('assign <id>')
      .description(say('未判断の案件の担当を決める', 'have an open case wait for a person'))
      .option('--to <person>', say('担当（メールアドレスか番号）', 'who: an address, or an id'))
      .option('--nobody', say('担当なしにする', 'for nobody')),
    context,
    'assign',
    ({ to, nobody }: { to?: string; nobody?: true }, id) => {
      if ((to === undefined) !== (nobody === true))
        throw new CommandError(say('--to か --nobody を指定してください', 'name --to, or --nobody'), 2);
      return { id, to: to ?? null };
    },
    ({ assignee }, { id }) => {
      const who =
        assignee.kind === 'person'
          ? printable(assignee.name)
          : assignee.kind === 'desk'
            ? say('相談窓口', 'the consultation desk')
            : say('なし', 'nobody');
      return `#${id} ${say('担当', 'assigned to')}: ${who}`;
    },
  );

  onDeed(
    cases
      .command('comment <id> <words>')
      .description(say('判断せずにコメントを書く（@名前 で呼ぶ）', 'write a comment; @name calls somebody')),
    context,
    'comment',
    (_, id, words) => ({ id, words }),
    (_, { id }) => say(`#${id} にコメントしました`, `commented on #${id}`),
  );

  cases
    .command('comments <id>')
    .description(say('コメントの一覧', 'list the comments of a case'))
    .addOption(new Option('--json', say('1件1行のJSON', 'a line of JSON per comment')))
    .option('--reveal', say('伏せる言葉も表示', 'show words that are hidden else'))
    .action(
      action(async (id: string, { json, reveal }: { json?: true; reveal?: true }) => {
        const query = { reveal: json || reveal ? 'true' : 'false', language: language() } as const;
        const { comments } = await withLocalApi(context, (api) =>
          answerOf(api.cases[':id'].comments.$get({ param: { id }, query })),
        );
        const { timeZone } = load().config.company;
        for (const one of comments)
          io.out.write(
            json
              ? `${jsonLine(one)}\n`
              : `${localTime(one.at, timeZone)} ${printable(one.by)}: ${printable(one.words)}\n`,
          );
        if (comments.length === 0 && !json) io.out.write(`${say('コメントはありません', 'no comments')}\n`);
        return 0;
      }),
    );

  onDeed(
    cases
      .command('watch <id>')
      .description(
        say('差出人を注視する（新しいメールを判定によらず表示）', 'watch who wrote: show theirs whatever the band'),
      )
      .requiredOption('--until <day>', say('最後の日（YYYY-MM-DD、1年まで）', 'last day (YYYY-MM-DD), a year at most')),
    context,
    'watchSender',
    ({ until }: { until: string }, id) => ({ id, until }),
    (_, { until }) => say(`${until} まで注視します`, `watched until ${until}`),
  );

  cases
    .command('together <ids...>')
    .description(say('いくつかの案件に同じことをする', 'do the same to several cases'))
    .addOption(new Option('--dismiss <reason>', say('却下する理由', 'dismiss them: why')).choices(DISMISS_REASONS))
    .option('--hand-over <person>', say('引き継ぐ相手（desk は相談窓口）', 'hand them over: to whom, or desk'))
    .option('--assign <person>', say('担当', 'assign them: to whom'))
    .option('--note <text>', say('メモ', 'note'), '')
    .addOption(new Option('--json', say('1件1行のJSON', 'a line of JSON per case')))
    .action(
      action(async (cases: string[], options: TogetherOptions) => {
        const body = { cases, ...doingOf(options) };
        const { outcomes } = await withLocalApi(context, (api) => answerOf(api.decisions.$post({ json: body })));
        for (const { id, refusal, detail } of outcomes) {
          const why = refusal === null ? say('済み', 'done') : say(REFUSAL_WORDS[refusal], detail ?? '');
          io.out.write(options.json ? `${jsonLine({ id, refusal, detail })}\n` : `#${printable(id)} ${why}\n`);
        }
        return outcomes.every(({ refusal }) => refusal === null) ? 0 : 1;
      }),
    );
}

/** @throws CommandError unless exactly one of the three is asked for */
function doingOf({ dismiss, handOver, assign, note }: TogetherOptions) {
  if ([dismiss, handOver, assign].filter((one) => one !== undefined).length !== 1)
    throw new CommandError(
      say(
        '--dismiss、--hand-over、--assign のどれか1つを指定してください',
        'name one of --dismiss, --hand-over, --assign',
      ),
      2,
    );
  if (dismiss !== undefined) return { kind: 'dismiss' as const, reason: dismiss, note };
  if (assign !== undefined) return { kind: 'assign' as const, to: assign };
  const to = handOver === 'desk' ? { kind: 'desk' as const } : { kind: 'person' as const, id: handOver! };
  return { kind: 'hand-over' as const, to, note };
}

export function addWatches(program: Command, context: Context): void {
  const { io, load, action } = context;
  const watches = program.command('watches').description(say('注視している差出人', 'senders that are watched'));
  watches
    .command('list')
    .description(say('一覧', 'list them'))
    .addOption(linesOption('1件1行のJSON', 'a line of JSON per watch'))
    .action(
      action(async ({ json }: { json?: true }) => {
        const found = await withLocalApi(context, (api) => answerOf(api.watches.$get()));
        const { timeZone } = load().config.company;
        return printList(io, json, found.watches, [
          [say('番号', 'ID'), ({ id }) => id],
          [say('差出人', 'sender'), ({ address }) => address],
          [say('始めた人', 'begun by'), ({ by }) => by],
          [say('最後の日', 'last day'), ({ lastDay }) => localTime(lastDay, timeZone).slice(0, 10)],
        ]);
      }),
    );
  onDeed(
    watches.command('end <watch>').description(say('注視を終える', 'end one')),
    context,
    'endSenderWatch',
    (_, watch) => ({ watch }),
    () => say('注視を終えました', 'ended'),
  );
}
