import { type Command, Option } from 'commander';
import {
  GATE_ANSWERS,
  GATES,
  type Gate,
  type GateRecord,
  type Gates,
  MEASURE_STEPS,
  type MeasureStep,
  NAMES,
} from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { onDeed } from '../local/does.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { language, say } from '../messages.ts';
import { linesOption, printList } from '../terminal/list.ts';
import { localTime } from '../terminal/terminal.ts';

interface ProposeOptions {
  readonly step: MeasureStep;
  readonly reason: string;
  readonly gate: readonly string[];
  readonly opinionFrom?: string;
  readonly opinionDay?: string;
  readonly opinionNote: string;
}

export function addMeasures(program: Command, context: Context): void {
  const { io, load, action } = context;
  const measures = program.command('measures').description(say('措置', 'measures'));

  measures
    .command('list [case]')
    .description(say('実施中の措置、または案件の措置', 'measures in force, or those of a case'))
    .addOption(linesOption('1件1行のJSON', 'a line of JSON per measure'))
    .action(
      action(async (id: string | undefined, { json }: { json?: true }) => {
        const { timeZone } = load().config.company;
        const day = (at: string) => localTime(at, timeZone).slice(0, 10);
        if (id === undefined) {
          const query = { limit: '500', offset: '0' };
          const inForce = await withLocalApi(context, (api) => answerOf(api.measures.$get({ query })));
          return printList(io, json, inForce.measures, [
            [say('番号', 'ID'), (one) => one.id],
            [say('措置', 'step'), (one) => NAMES[language()].steps[one.step]],
            [say('取引先', 'counterparty'), (one) => one.counterparty],
            [say('開始', 'since'), (one) => day(one.since)],
            [say('案件', 'case'), (one) => one.caseId ?? '-'],
          ]);
        }
        const found = await withLocalApi(context, (api) => answerOf(api.cases[':id'].measures.$get({ param: { id } })));
        return printList(io, json, found.measures, [
          [say('番号', 'ID'), (one) => one.id],
          [say('措置', 'step'), (one) => NAMES[language()].steps[one.step]],
          [say('状態', 'state'), (one) => NAMES[language()].measureStates[one.state]],
          [say('提案日', 'proposed'), (one) => day(one.proposed.at)],
          [say('提案者', 'by'), (one) => one.proposed.by],
        ]);
      }),
    );

  const propose = measures
    .command('propose <case>')
    .description(say('次の措置を提案する（別の人の承認を待つ）', 'propose a step; it waits for a second person'))
    .addOption(new Option('--step <step>', say('措置', 'step')).choices(MEASURE_STEPS).makeOptionMandatory())
    .requiredOption('--reason <text>', say('理由', 'why'))
    .requiredOption(
      '--gate <gate=answer:note...>',
      say(
        `確かめる問いの答え（問い: ${GATES.join('、')}。答え: ${GATE_ANSWERS.join('、')}）`,
        `answers to the gates (${GATES.join(', ')}): ${GATE_ANSWERS.join(', ')}`,
      ),
    )
    .option('--opinion-from <who>', say('意見を聞いた専門家（弁護士など）', 'expert who was asked, a lawyer for one'))
    .option('--opinion-day <day>', say('意見の日付（YYYY-MM-DD）', 'day of the opinion'))
    .option('--opinion-note <text>', say('意見の要旨', 'what the opinion says'), '');
  onDeed(propose, context, 'proposeMeasure', proposalOf, () =>
    say('提案しました。別の人の承認を待ちます', 'proposed; it waits for a second person'),
  );

  const end = measures
    .command('end <case> <measure>')
    .description(say('実施中の措置を終える', 'end a measure in force'))
    .requiredOption('--reason <text>', say('理由', 'why'));
  onDeed(
    end,
    context,
    'endMeasure',
    ({ reason }: { reason: string }, id, measure) => ({ id, measure, note: reason }),
    () => say('措置を終えました', 'ended'),
  );
}

/** @throws CommandError for half an opinion */
function proposalOf(options: ProposeOptions, id: string) {
  const { step, reason, opinionFrom: from, opinionDay: day, opinionNote: note } = options;
  if ((from === undefined) !== (day === undefined))
    throw new CommandError(
      say(
        '意見には --opinion-from と --opinion-day の両方が必要です',
        'an opinion needs --opinion-from and --opinion-day',
      ),
      2,
    );
  const opinion = from === undefined ? null : { from, day: day!, note };
  return { id, step, reason, gates: gatesOf(options.gate), opinion };
}

/** `clause=clear`, `cause=against:納品が遅れた`: each gate once. @throws CommandError */
function gatesOf(given: readonly string[]): Gates {
  const gates: Partial<Record<Gate, GateRecord>> = {};
  for (const one of given) {
    const [, name, said, note = ''] = /^([a-z]+)=([a-z]+)(?::([\s\S]*))?$/.exec(one) ?? [];
    const gate = GATES.find((known) => known === name);
    const answer = GATE_ANSWERS.find((known) => known === said);
    if (gate === undefined || answer === undefined)
      throw new CommandError(say(`--gate ${one}: 読み取れません`, `--gate ${one}: cannot be read`), 2);
    gates[gate] = { answer, note };
  }
  const left = GATES.filter((gate) => gates[gate] === undefined);
  if (left.length > 0)
    throw new CommandError(
      say(`--gate に答えのない問い: ${left.join('、')}`, `--gate: no answer to ${left.join(', ')}`),
      2,
    );
  return gates as Gates;
}
