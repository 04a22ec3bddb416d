import { changeMeasureRules } from '../../../actions/index.ts';
import { APPROVING, MEASURE_STEPS, type MeasureRules } from '../../../response/index.ts';
import { valuesFor } from '../shell/acts/written.ts';
import type { Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** The fields of a form that holds rules; of one that nobody has written yet, the proposal. */
export function valuesOfRules(rules: MeasureRules | null, { measureRules: say }: Messages): Values {
  const { steps, repeats } = rules ?? {
    steps: MEASURE_STEPS.map((step) => ({
      ...{ step, ...say.proposals[step], approvers: APPROVING },
      opinion: step === 'termination',
    })),
    repeats: { caution: 2, end: 3, cautionReply: say.cautionProposal, endReply: say.endProposal },
  };
  return valuesFor(changeMeasureRules, { steps, ...repeats });
}
