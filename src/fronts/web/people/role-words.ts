import { isRole, ROLES, type Role } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** What a form says of the roles that it gives: each with what it allows. */
export const roleWords = ({ people: say, roles, form }: Messages) => ({
  label: say.roles,
  hint: say.rolesHint,
  wrong: form.rolesMissing,
  options: Object.fromEntries(ROLES.map((role) => [role, `${roles[role]}: ${say.rights[role]}`])) as Record<
    Role,
    string
  >,
});

export const roleNames = (messages: Messages, roles: readonly string[]): string =>
  roles
    .filter(isRole)
    .map((role) => messages.roles[role])
    .join('・');
