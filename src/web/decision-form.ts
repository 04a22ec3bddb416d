import { z } from 'zod';
import { type Decision, DISMISS_REASONS } from '../cases/index.ts';
import type { Words } from './words/ja.ts';

/** A form that could not be taken: what was written, and what is wrong with it. */
export interface DecisionForm {
  readonly kind: Decision['kind'];
  readonly reason: string;
  readonly note: string;
  readonly errors: { readonly reason?: string; readonly note?: string };
}

const Note = z.string().trim().max(2000);
const Reason = z.enum(DISMISS_REASONS);

export type ReadDecision =
  | { readonly kind: 'right'; readonly decision: Decision }
  | { readonly kind: 'wrong'; readonly form: DecisionForm };

/** Reads the fields of a decision; a missing note is an empty one. */
export function readDecision(
  kind: Decision['kind'],
  fields: Readonly<Record<string, unknown>>,
  words: Words,
): ReadDecision {
  const note = Note.safeParse(fields.note ?? '');
  const reason = Reason.safeParse(fields.reason);
  const wrong = (): ReadDecision => ({
    kind: 'wrong',
    form: {
      kind,
      reason: reason.data ?? '',
      note: typeof fields.note === 'string' ? fields.note : '',
      errors: {
        ...(kind === 'dismiss' && !reason.success ? { reason: words.form.reasonMissing } : {}),
        ...(note.success ? {} : { note: words.form.noteLong }),
      },
    },
  });
  if (!note.success) return wrong();
  switch (kind) {
    case 'approve':
    case 'reopen':
      return { kind: 'right', decision: { kind, note: note.data } };
    case 'dismiss':
      return reason.success ? { kind: 'right', decision: { kind, reason: reason.data, note: note.data } } : wrong();
  }
}
