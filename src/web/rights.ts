/** Who may do what: the one place that says so. An account holds a set of roles; its rights are their union. */
export const ROLES = ['admin', 'lead', 'reviewer'] as const;
export type Role = (typeof ROLES)[number];

export type Right =
  | 'cases.read' // lists, summaries and the text of mails
  | 'cases.decide'
  | 'status.read' // sources, dictionary, backlog: no mail text
  | 'channels.test'; // send a test message

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  admin: ['status.read', 'channels.test'], // keeps the service running and reads nobody's mail
  lead: ['cases.read', 'cases.decide', 'status.read', 'channels.test'],
  reviewer: ['cases.read', 'cases.decide', 'status.read'],
};

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** Roles this version does not know give no right. */
export const mayWith = (roles: readonly string[], right: Right): boolean =>
  roles.some((role) => isRole(role) && RIGHTS[role].includes(right));
