import { z } from 'zod';
import { ROLES, type Role } from '../../../cases/index.ts';
import { first, ticked, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export type ReadPerson =
  | { readonly kind: 'read'; readonly person: NewPerson }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const Address = z.email().max(254);

/** Reads the form of an invitation. */
export function readPerson(values: Values, { form: say }: Messages): ReadPerson {
  const person = {
    email: first(values, 'email').trim(),
    name: first(values, 'name').trim().slice(0, 100),
    roles: rolesOf(values),
  };
  const errors = {
    ...(Address.safeParse(person.email).success ? {} : { email: say.emailWrong }),
    ...(person.name === '' ? { name: say.nameMissing } : {}),
    ...(person.roles.length === 0 ? { roles: say.rolesMissing } : {}),
  };
  return Object.keys(errors).length > 0 ? { kind: 'wrong', errors } : { kind: 'read', person };
}

export const rolesOf = (values: Values): Role[] => ticked(values, 'roles', ROLES);
