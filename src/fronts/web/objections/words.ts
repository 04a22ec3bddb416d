import type { Objectable } from '../../../actions/index.ts';
import type { ObjectedTo } from '../../../response/index.ts';
import type { Option } from '../shell/acts/form.tsx';
import type { Messages } from '../shell/messages.ts';

/** Against what an objection was raised. */
export function againstWords({ objections: say, letters, measures }: Messages, against: ObjectedTo): string {
  switch (against.kind) {
    case 'letter':
      return say.againstLetter(against.number, letters.kinds[against.of]);
    case 'measure':
      return say.againstMeasure(measures.steps[against.step]);
    case 'case':
      return say.againstCase;
    case 'declaration':
      return say.againstDeclaration;
    case 'unplaced':
      return say.unplaced;
  }
}

/** Against what of a case it may be, as forms have it. */
export const againstOptions = (
  { objections: say, letters: papers, measures: steps }: Messages,
  { measures, letters }: Objectable,
): Option[] => [
  ...measures.map(({ id, step }) => ({ value: `measure-${id}`, label: say.againstMeasure(steps.steps[step]) })),
  ...letters.map(({ id, number, kind }) => ({
    value: `letter-${id}`,
    label: say.againstLetter(number, papers.kinds[kind]),
  })),
  { value: 'case', label: say.againstCase },
];
