/** Who may do what: the one place that says so. An account holds a set of roles; its rights are their union. */
export const ROLES = [
  'admin',
  'management',
  'lead',
  'reviewer',
  'desk',
  'sales',
  'tuner',
  'auditor',
  'employee',
] as const;
export type Role = (typeof ROLES)[number];

/** Each right with the roles that have it. `cases.*` alone leads to the text of mails; neither admin nor auditor has it. */
export const RIGHTS = {
  'cases.read': ['management', 'lead', 'reviewer', 'desk'], // lists, summaries, the text of mails, attachments and originals
  'cases.decide': ['management', 'lead', 'reviewer', 'desk'],
  'cases.take-over': ['lead'], // from whoever is at a case
  'cases.assign': ['lead'], // cases to others; whoever decides may take one that is nobody's, and give their own back
  'cases.spot-check': ['management', 'lead', 'reviewer', 'desk'], // read ordinary mails that were kept for it, to find what was missed
  'cases.hold': ['lead', 'desk'], // keep a case whatever its age
  'cases.concerned': ['lead', 'desk'], // say whom of the company a case befell
  'cases.evidence': ['lead', 'desk'], // make packs of evidence for people outside
  'cases.letters': ['management', 'lead', 'reviewer', 'desk'], // draft letters to the other side, save approved ones, note sending and reply
  'letters.approve': ['management', 'lead', 'desk'], // those that somebody else drafted
  'letters.templates': ['lead', 'desk'], // the company's own Word files: no mail text
  'measures.decide': ['management', 'lead'], // be the second person for a step against the other side, and lift one; the rule of the step names which of them
  'objections.manage': ['management', 'lead', 'reviewer', 'desk'], // note what the other side objects, write answers
  'objections.settle': ['management', 'lead', 'desk'], // be the second person who gives an answer that somebody else wrote
  'cooperation.manage': ['lead', 'desk'], // requests among employers to help with the facts
  'disclosures.manage': ['management', 'lead', 'desk'], // what people ask about what is kept of them, with the answers
  'rules.read': ['admin', 'management', 'lead', 'reviewer', 'desk', 'auditor'], // the company's own rules, with their versions: nothing of cases
  'rules.manage': ['admin', 'lead'],
  'counterparties.read': ['management', 'lead', 'reviewer', 'desk'], // companies and people on the other side; of their cases only those in sight
  'counterparties.manage': ['lead', 'desk'], // write them down, with the clause of their contract
  'talks.manage': ['management', 'lead', 'reviewer', 'desk', 'sales'], // companies of the register without cases and notes; when they were asked for talks, and their answers
  'consultations.confirm': ['desk'], // take or reject mails at the consultation address of which nobody knows who sent them
  'timelines.read': ['desk'], // what one employee met in six months; everybody sees their own
  'policy.manage': ['admin', 'lead'], // publish versions of the policy, see who has read what
  'experts.manage': ['lead', 'desk'], // contacts outside, and what they were asked about cases
  'proof.read': ['admin', 'management', 'lead', 'auditor'], // each duty beside its records: numbers and days, no names
  'status.read': ['admin', 'management', 'lead', 'reviewer', 'desk', 'tuner', 'auditor'], // sources, dictionary, backlog: no mail text
  'channels.test': ['admin', 'lead'], // send a test message
  'operations.manage': ['admin'], // have failed mails screened again
  'people.read': ['admin', 'lead', 'desk'], // the page of accounts, tokens and experts: of each what another right lets one see
  'people.manage': ['admin'], // invitations, roles, deactivation, sessions
  'settings.manage': ['admin'], // mailboxes, notifications and what else a company sets up; never the secrets that are kept
  'tokens.manage': ['admin'], // let programs ask the API
  'audit.read': ['auditor'], // who did what: no mail text
  'dictionaries.read': ['lead', 'reviewer', 'tuner'], // entries, what they found as counts, and trying a text: no mail text
  'dictionaries.write': ['tuner'], // change entries, take changes back; examples of mails only with cases.read
  'quality.read': ['admin', 'management', 'lead', 'reviewer', 'desk', 'auditor'], // how much is missed, how far people agree: counts; cases on which they differ only with cases.decide
  'numbers.read': ['admin', 'management', 'lead', 'auditor', 'desk'], // counts by week and month; counterparties only with cases.read
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof RIGHTS;

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/**
 * Roles this version does not know give no right.
 *
 * @example
 * mayWith(['reviewer'], 'cases.hold') // → false
 * mayWith(['reviewer', 'desk'], 'cases.hold') // → true
 */
export const mayWith = (roles: readonly string[], right: Right): boolean =>
  RIGHTS[right].some((role) => roles.includes(role));
