import { APPROVING, MEASURE_STEPS, type MeasureRules, type StepRule } from '../../../response/index.ts';
import { first, ticked, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of a text of the rules. */
export const MOST_TEXT = 2000;

/** The rules that a form holds, or what is wrong with them. */
export function readRules(
  values: Values,
  { measureRules: say, measures }: Messages,
): { readonly rules: MeasureRules } | { readonly error: string } {
  const text = (name: string) => first(values, name).replaceAll('\r\n', '\n').trim();
  const steps = MEASURE_STEPS.map(
    (step): StepRule => ({
      step,
      criteria: text(`criteria.${step}`),
      frontLine: text(`front-line.${step}`),
      approvers: ticked(values, `approvers.${step}`, APPROVING),
      opinion: first(values, `opinion.${step}`) === '1',
    }),
  );
  const repeats = {
    caution: timesOf(values, 'caution'),
    end: timesOf(values, 'end'),
    cautionReply: text('caution-reply'),
    endReply: text('end-reply'),
  };
  const silent = steps.find(({ criteria }) => criteria === '');
  if (silent !== undefined) return { error: say.noWords(measures.steps[silent.step]) };
  const alone = steps.find(({ approvers }) => approvers.length === 0);
  if (alone !== undefined) return { error: say.noApprover(measures.steps[alone.step]) };
  const texts = [
    ...steps.flatMap(({ criteria, frontLine }) => [criteria, frontLine]),
    repeats.cautionReply,
    repeats.endReply,
  ];
  if (texts.some((one) => one.length > MOST_TEXT)) return { error: say.tooLong(MOST_TEXT) };
  if (repeats.caution < 2 || repeats.end <= repeats.caution) return { error: say.wrongNumbers };
  if (repeats.cautionReply === '' || repeats.endReply === '') return { error: say.noReply };
  return { rules: { steps, repeats } };
}

/** 0 for what is no such number. */
const timesOf = (values: Values, name: string): number => Number(/^[1-9]\d?$/.exec(first(values, name))?.[0] ?? 0);

/** The fields of a form that holds rules; of one that nobody has written yet, the proposal. */
export function valuesOfRules(rules: MeasureRules | null, { measureRules: say }: Messages): Values {
  const { steps, repeats } = rules ?? {
    steps: MEASURE_STEPS.map(
      (step): StepRule => ({
        step,
        ...say.proposals[step],
        approvers: APPROVING,
        opinion: step === 'termination',
      }),
    ),
    repeats: { caution: 2, end: 3, cautionReply: say.cautionProposal, endReply: say.endProposal },
  };
  return {
    caution: [String(repeats.caution)],
    end: [String(repeats.end)],
    'caution-reply': [repeats.cautionReply],
    'end-reply': [repeats.endReply],
    ...Object.fromEntries(
      steps.flatMap(({ step, criteria, frontLine, approvers, opinion = false }) => [
        [`criteria.${step}`, [criteria]],
        [`front-line.${step}`, [frontLine]],
        [`approvers.${step}`, approvers],
        [`opinion.${step}`, opinion ? ['1'] : []],
      ]),
    ),
  };
}
