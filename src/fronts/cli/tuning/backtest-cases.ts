import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import { answerOf, type LocalClient, withLocalApi } from '../local/local-api.ts';
import { say, word } from '../messages.ts';
import { createProgress } from '../terminal/progress.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { knownText } from './known-text.ts';
import { draftFolder, spanOf } from './past-options.ts';
import { changeText, more } from './turnover-text.ts';

interface CasesOptions {
  readonly dictionaries: string | undefined; // folder; else `change`
  readonly change: string | undefined;
  readonly days: string;
  readonly json: true | undefined;
}

const LOOK_EVERY_MS = 500;
const MOST_LISTED = 50; // cases at the terminal; --json has all
const DAY_MS = 86_400_000;

/** Compares on decided cases: the running service does it, or this command where none runs. Ctrl-C cancels it. */
export async function backtestCases(
  context: Pick<Context, 'io' | 'load'>,
  { dictionaries, change, days, json }: CasesOptions,
): Promise<ExitCode> {
  const { io } = context;
  const { since, until } = spanOf({ days }, new Date());
  const back = Math.round((until.getTime() - since.getTime()) / DAY_MS);
  const against = change === undefined ? await draftFolder(context, dictionaries!) : { before: change };
  const { run, changed } = await withLocalApi(context, async (api, answering) => {
    const { run: id } = await answerOf(api.past.$post({ json: { days: back, ...against } }));
    if (id === null)
      throw new CommandError(say('ほかの読み取りが3つ動いています', 'three readings of the past are under way'));
    const param = { run: id };
    const working =
      answering === 'service' ? Promise.resolve() : api.past[':run'].work.$post({ param, json: {} }).then(() => {});
    return ended(api, id, working);
  });
  const figures = run.figures!;
  if (json) io.out.write(`${jsonLine({ days: back, ...figures, changed })}\n`);
  else
    io.out.write(
      [
        say(
          `判断済みの案件 ${figures.cases}件を比べました（原文が残っていない、または読めないもの ${figures.unjudged}件）\n`,
          `${figures.cases} decided cases were compared (${figures.unjudged} whose mails are not kept, or cannot be read)\n`,
        ),
        knownText(figures, { harassment: word('approved'), harmless: word('dismissed') }, io),
        ...changed
          .slice(0, MOST_LISTED)
          .map(
            ({ case: id, outcome, verdicts: [was, is] }) => `  #${id}  ${word(outcome)}  ${changeText(was!, is!)}\n`,
          ),
        ...more(changed.length - MOST_LISTED, '件'),
      ].join(''),
    );
  return 0;

  async function ended(api: LocalClient, id: string, working: Promise<void>) {
    const param = { run: id };
    const stop = new AbortController();
    void io.stopped().then(() => stop.abort());
    let progress = createProgress(0, io);
    let [known, done] = [-1, 0];
    try {
      for (;;) {
        const { run, changed } = await answerOf(api.past[':run'].$get({ param }));
        if (run === null) throw new CommandError(say('比較が見つかりません', 'the comparison is gone'));
        if (run.total !== null && run.total !== known) {
          known = run.total;
          progress = createProgress(known, io);
          done = 0;
        }
        progress.advance(run.done - done);
        done = run.done;
        if (run.state === 'done') return { run, changed };
        if (run.state === 'cancelled' || stop.signal.aborted) {
          await api.past[':run'].cancel.$post({ param, json: {} });
          await working;
          throw new CommandError(say('中断しました', 'Interrupted'));
        }
        if (run.state === 'paused') throw new CommandError(troubleOf(run.trouble));
        await pause(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
      }
    } finally {
      progress.end();
    }
  }
}

const troubleOf = (trouble: string | null): string =>
  trouble === 'wrong-rules'
    ? say('比べる版の辞書を使えません', 'the version to compare with cannot be used')
    : trouble === 'failed' || trouble === null
      ? say('判定を続けられませんでした', 'the judging could not go on')
      : printable(trouble);
