import { dismiss, type RefusalReason } from '../../../actions/index.ts';
import { ELEMENT_STATES, ELEMENTS, type LegalElement, SEVERITIES, type Severity } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export type Errors = Readonly<Record<string, string>>;

/** A form that comes back: what was written, and what is wrong with it, by field. */
export interface DecisionForm {
  readonly kind: string; // of the decision
  readonly values: Values;
  readonly errors: Errors;
}

/** The field of an element of the statute. */
export const elementField = (element: LegalElement): string => `element-${element}`;

/** An approval as the assessment suggests it: only the acts. The person judges the rest. */
export const suggestedApproval = (acts: readonly Act[]): Values => ({ acts, ownCause: ['unclear'] });

/** What stands in several fields of an approval, or as lines in one. */
export const approvalIn = (values: Values) => ({
  severity: severityIn(values, 'severity') ?? severityIn(values, 'proposed'),
  elements: Object.fromEntries(
    ELEMENTS.map((one) => [one, chosen(values, elementField(one), ELEMENT_STATES) ?? undefined]),
  ),
  missed: [
    ...new Set(
      first(values, 'missed')
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  ].filter(Boolean),
});

/** What a person chose counts; else what the button said that they pressed. */
const severityIn = (values: Values, field: 'severity' | 'proposed'): Severity | undefined =>
  SEVERITIES.find((one) => String(one) === first(values, field));

export const misfiresIn = (values: Values) => ({ misfires: values.misfires ?? [] });

export function recipientIn(values: Values) {
  const to = first(values, 'to');
  return { to: to === '' ? undefined : to === 'desk' ? { kind: 'desk' } : { kind: 'person', id: to } };
}

const MOST_NOTE = dismiss.shapes.note.maxLength!;

/** Why a form was not taken, at the field where it belongs; null: for what no form mends. */
export function errorsOf(reason: RefusalReason, { form: say, similar, fields }: Messages): Errors | null {
  const words: Errors = {
    note: say.noteLong(MOST_NOTE),
    ...{
      missed: say.missedMany,
      reason: say.reasonMissing,
      to: say.toMissing,
      case: similar.nothingChosen,
      ...say.gaps,
    },
  };
  const at = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, words[name] ?? fields.wrong]));
  switch (reason.code) {
    case 'wrong-fields':
      return at(Object.keys(reason.fields));
    case 'incomplete':
      return at(reason.missing.map((gap) => (gap === 'cases' ? 'case' : gap)));
    case 'words-nowhere':
      return { missed: say.missedNowhere(inertLine(reason.words, 60)) };
    case 'wrong-recipient':
      return at(['to']);
    default:
      return null;
  }
}
