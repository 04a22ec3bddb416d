import type { ApproveInput, DecisionGap, DismissInput, HandOverInput } from '../../../actions/index.ts';
import {
  AFFECTED,
  CAUSES,
  DISMISS_REASONS,
  ELEMENT_STATES,
  ELEMENTS,
  elementsOf,
  HARMS,
  type LegalElement,
  SEVERITIES,
  type Severity,
} from '../../../cases/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import { chosen, first, has, ticked, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

export type Errors = Readonly<Record<string, string>>;

/** A form that comes back: what was written, and what is wrong with it, by field. */
export interface DecisionForm {
  readonly kind: 'approve' | 'dismiss' | 'hand-over';
  readonly values: Values;
  readonly errors: Errors;
}

/** What a form says. `errors` are those of its texts; what a decision needs is for the action to say. */
export interface Read<I> {
  readonly input: I;
  readonly errors: Errors;
}

const NOTE = 2000; // characters
const MISSED = { lines: 20, characters: 200 };

/** The field of an element of the statute. */
export const elementField = (element: LegalElement): string => `element-${element}`;

/** An approval as the assessment suggests it: only the acts. The person judges the rest. */
export const suggestedApproval = (acts: readonly Act[]): Values => ({ acts, ownCause: ['unclear'] });

export function readApproval(values: Values, { form: say }: Messages): Read<ApproveInput> {
  const lines = first(values, 'missed')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const missed = [...new Set(lines)].filter(Boolean);
  const many = missed.length > MISSED.lines || missed.some((line) => line.length > MISSED.characters);
  const input: ApproveInput = {
    kind: 'approve',
    acts: ticked(values, 'acts', ACTS),
    severity: severityIn(values, 'severity') ?? severityIn(values, 'proposed'),
    elements: elementsOf(
      Object.fromEntries(
        ELEMENTS.map((one) => [one, chosen(values, elementField(one), ELEMENT_STATES) ?? 'undecided']),
      ),
    ),
    declaration: has(values, 'declaration', '1'),
    affected: ticked(values, 'affected', AFFECTED),
    harms: ticked(values, 'harms', HARMS),
    ownCause: chosen(values, 'ownCause', CAUSES) ?? 'unclear',
    note: noteOf(values),
    missed,
  };
  return { input, errors: { ...(many ? { missed: say.missedMany } : {}), ...noteError(values, say) } };
}

/** What a person chose counts; else what the button said that they pressed. */
const severityIn = (values: Values, field: 'severity' | 'proposed'): Severity | null =>
  SEVERITIES.find((one) => String(one) === first(values, field)) ?? null;

export const readDismissal = (values: Values, { form: say }: Messages): Read<DismissInput> => ({
  input: {
    kind: 'dismiss',
    reason: chosen(values, 'reason', DISMISS_REASONS),
    misfires: values.misfires ?? [],
    note: noteOf(values),
  },
  errors: noteError(values, say),
});

export function readHandOver(values: Values, { form: say }: Messages): Read<HandOverInput> {
  const to = first(values, 'to');
  const input: HandOverInput = {
    kind: 'hand-over',
    to: to === '' ? null : to === 'desk' ? { kind: 'desk' } : { kind: 'person', id: to },
    note: noteOf(values),
  };
  return { input, errors: noteError(values, say) };
}

/** What is missing, at the field where it belongs. */
export const gapErrors = (missing: readonly DecisionGap[], messages: Messages): Errors =>
  Object.fromEntries(missing.map((gap) => [gap === 'cases' ? 'case' : gap, gapSentence(gap, messages)]));

function gapSentence(gap: DecisionGap, { form: say, similar }: Messages): string {
  switch (gap) {
    case 'reason':
      return say.reasonMissing;
    case 'to':
      return say.toMissing;
    case 'cases':
      return similar.nothingChosen;
    case 'acts':
    case 'severity':
    case 'ground':
      return say.gaps[gap];
  }
}

const noteOf = (values: Values): string => first(values, 'note').trim();

const noteError = (values: Values, say: Messages['form']): Errors =>
  noteOf(values).length > NOTE ? { note: say.noteLong } : {};
