import type { ObjectedTo } from '../../../response/index.ts';
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
  }
}
