import { resolve } from 'node:path';
import { pastVerdictOf } from '../../../cases/index.ts';
import type { Judged } from '../../../lab/index.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import { say } from '../messages.ts';
import { createProgress } from '../terminal/progress.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { readCorpora } from './corpora.ts';
import { knownText } from './known-text.ts';
import { verdictJson } from './past-json.ts';
import { versionsFor } from './past-options.ts';
import { changeText, more } from './turnover-text.ts';

const MOST_LISTED = 50; // mails at the terminal; --json has all

/** Judges labelled mails by the dictionaries in force and by those of a folder, threads in their order. */
export async function backtestCorpus(
  { io, load }: Pick<Context, 'io' | 'load'>,
  {
    dictionaries,
    corpus,
    json,
  }: { readonly dictionaries: string; readonly corpus: readonly string[]; readonly json: true | undefined },
): Promise<ExitCode> {
  const loaded = load();
  const { addresses } = loaded.config.company;
  const [{ evaluate, matchesAddress }, { knownFigures }, { rulesOver, screen }, { loadTokenizer }] = await Promise.all([
    import('../../../lab/index.ts'),
    import('../../../tuning/index.ts'),
    import('../../../screening/index.ts'),
    import('../../../text/index.ts'),
  ]);
  const corpora = (await readCorpora(corpus, io)).map(({ file }) => file);
  const { packed } = await versionsFor({ io, load }, resolve(io.cwd, dictionaries));
  const tokenize = await loadTokenizer();
  const versions = packed.map((one) => ({ ...rulesOver(one), tokenize }));
  const rows = corpora.reduce((sum, { rows: some }) => sum + some.length, 0);
  const progress = createProgress(rows * versions.length, io);
  const byVersion: Judged[][] = [];
  for (const rules of versions) {
    const judged: Judged[] = [];
    await evaluate(corpora, (mail, historyOf) => screen(mail, rules, historyOf), {
      own: addresses.length > 0 ? matchesAddress(addresses) : null,
      onMail(one) {
        progress.advance(1);
        if (one !== null) judged.push(one);
      },
    });
    byVersion.push(judged);
  }
  progress.end();
  const [first, second] = byVersion as [Judged[], Judged[]];
  const all = first.map(({ row, assessment }, i) => ({
    id: row.id,
    harassment: row.label === 'harassment',
    verdicts: [pastVerdictOf(assessment), pastVerdictOf(second[i]!.assessment)] as const,
  }));
  const figures = knownFigures(all);
  const changed = all.filter(({ verdicts: [before, after] }) => before.band !== after.band);
  const [before, after] = versions.map(({ dictionary }) => dictionary.version) as [string, string];
  if (json) {
    const listed = changed.map(({ id, harassment, verdicts }) => ({
      id,
      label: harassment ? 'harassment' : 'ok',
      before: verdictJson(verdicts[0]),
      after: verdictJson(verdicts[1]),
    }));
    io.out.write(`${jsonLine({ versions: { before, after }, mails: all.length, ...figures, changed: listed })}\n`);
    return 0;
  }
  const labels = { harassment: say('ハラスメント', 'harassment'), harmless: say('問題なし', 'ok') };
  io.out.write(
    [
      say(
        `ラベル付きメール ${all.length}通を判定しました。使用中の版 ${before} → ${after}\n`,
        `${all.length} labelled mails were judged. In force ${before} → ${after}\n`,
      ),
      knownText(figures, labels, io),
      ...changed
        .slice(0, MOST_LISTED)
        .map(
          ({ id, harassment, verdicts: [was, is] }) =>
            `  ${printable(id)}  ${harassment ? labels.harassment : labels.harmless}  ${changeText(verdictJson(was), verdictJson(is))}\n`,
        ),
      ...more(changed.length - MOST_LISTED, '件'),
    ].join(''),
  );
  return 0;
}
