import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  tokens: {
    title: 'API tokens',
    lead: 'For other systems of your company that use the API (/api/v1). A token may do what people with the same roles may.',
    none: 'There are none yet.',
    rolesHint: 'Choose only what it needs.',
    made: 'Made',
    expires: 'Ends',
    lastUsed: 'Last used',
    state: 'State',
    valid: 'Valid',
    expired: 'Expired',
    revoked: 'Revoked',
    revoke: { do: 'Revoke', fields: {} },
    revokeOne: (name) => `Revoke ${name}`,
    make: {
      title: 'New token',
      do: 'Make a token',
      fields: {
        name: {
          label: 'Name',
          hint: 'Of the system that uses it. Decisions and the audit log say “api:name”, so no name is used twice.',
          wrong: 'Enter a name (60 characters at most).',
          taken: 'There is or was a token of this name.',
        },
        days: {
          label: 'Valid for',
          wrong: 'Choose how long it is valid.',
          options: { 30: '30 days', 90: '90 days', 365: 'one year' },
        },
      },
    },
    shown: (name) => `Token of ${name}`,
    shownLead:
      'Shown only now. Move it to a safe place of the system that uses it; it cannot be shown again after you leave this page.',
    label: 'Token',
  },
};
