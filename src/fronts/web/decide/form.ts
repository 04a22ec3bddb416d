import {
  AFFECTED,
  type Approval,
  CAUSES,
  DISMISS_REASONS,
  type Dismissal,
  ELEMENTS,
  gapsOf,
  HARMS,
  type HandOver,
  SEVERITIES,
} from '../../../cases/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { chosen, first, has, ticked, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** A form that comes back: what was written, and what is wrong with it, by field. */
export interface DecisionForm {
  readonly kind: 'approve' | 'dismiss' | 'hand-over';
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

export type Read<D> = ({ readonly kind: 'right' } & D) | { readonly kind: 'wrong'; readonly form: DecisionForm };

const NOTE = 2000; // characters
const MISSED = { lines: 20, characters: 200 };

/** An approval as the assessment suggests it: only the acts. The person judges the rest. */
export const suggestedApproval = (acts: readonly Act[]): Values => ({ acts, ownCause: ['unclear'] });

export function readApproval(
  values: Values,
  { form: say }: Messages,
): Read<{ readonly decision: Approval; readonly missed: readonly string[] }> {
  const note = first(values, 'note').trim();
  const decision: Approval = {
    kind: 'approve',
    acts: ticked(values, 'acts', ACTS),
    severity: SEVERITIES.find((one) => String(one) === first(values, 'severity')) ?? null,
    elements: ticked(values, 'elements', ELEMENTS),
    declaration: has(values, 'declaration', '1'),
    affected: ticked(values, 'affected', AFFECTED),
    harms: ticked(values, 'harms', HARMS),
    ownCause: chosen(values, 'ownCause', CAUSES) ?? 'unclear',
    note,
  };
  const missed = [
    ...new Set(
      first(values, 'missed')
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  ].filter(Boolean);
  const many = missed.length > MISSED.lines || missed.some((line) => line.length > MISSED.characters);
  const errors = {
    ...Object.fromEntries(gapsOf(decision).map((gap) => [gap, say.gaps[gap]])),
    ...(many ? { missed: say.missedMany } : {}),
    ...noteError(note, say),
  };
  return judged('approve', values, errors, { decision, missed });
}

export function readDismissal(
  values: Values,
  { form: say }: Messages,
): Read<{ readonly decision: Dismissal; readonly misfires: readonly string[] }> {
  const reason = chosen(values, 'reason', DISMISS_REASONS);
  const note = first(values, 'note').trim();
  const errors = { ...(reason === null ? { reason: say.reasonMissing } : {}), ...noteError(note, say) };
  const decision: Dismissal = { kind: 'dismiss', reason: reason ?? 'other', note };
  return judged('dismiss', values, errors, { decision, misfires: values.misfires ?? [] });
}

/** `people` are those who may decide. */
export function readHandOver(
  values: Values,
  people: readonly ListedPerson[],
  { form: say }: Messages,
): Read<{ readonly decision: HandOver }> {
  const to = first(values, 'to');
  const person = people.find(({ id }) => id === to);
  const note = first(values, 'note').trim();
  const known = to === 'desk' || person !== undefined;
  const errors = { ...(known ? {} : { to: say.toMissing }), ...noteError(note, say) };
  const decision: HandOver = {
    kind: 'hand-over',
    to: person === undefined ? { kind: 'desk' } : { kind: 'person', id: person.id, name: person.name },
    note,
  };
  return judged('hand-over', values, errors, { decision });
}

const noteError = (note: string, say: Messages['form']): { note?: string } =>
  note.length > NOTE ? { note: say.noteLong } : {};

const judged = <D extends object>(
  kind: DecisionForm['kind'],
  values: Values,
  errors: Readonly<Record<string, string>>,
  right: D,
): Read<D> =>
  Object.keys(errors).length === 0 ? { kind: 'right', ...right } : { kind: 'wrong', form: { kind, values, errors } };
