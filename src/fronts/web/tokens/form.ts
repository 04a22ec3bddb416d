import type { NewApiToken } from '../../../actions/index.ts';
import { rolesOf } from '../people/form.ts';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

export const TERMS = [30, 90, 365] as const; // days

export type ReadToken =
  | { readonly kind: 'read'; readonly token: NewApiToken }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

/** Reads the form of a new token. */
export function readToken(values: Values, { form: say, tokens }: Messages): ReadToken {
  const name = first(values, 'name').trim().slice(0, 60);
  const roles = rolesOf(values);
  const days = TERMS.find((one) => String(one) === first(values, 'days'));
  const errors = {
    ...(name === '' ? { name: say.nameMissing } : {}),
    ...(roles.length === 0 ? { roles: say.rolesMissing } : {}),
    ...(days === undefined ? { days: tokens.termMissing } : {}),
  };
  if (days === undefined || Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  return { kind: 'read', token: { name, roles, days } };
}
