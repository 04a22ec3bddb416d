import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  timelines: {
    own: 'My timeline (six months)',
    of: (name: string) => `Timeline of ${name} (six months)`,
    all: 'Timelines of employees',
    allLead:
      'What one person met in six months and what was done for them, in order. Only they and the consultation desk see it, and each look is in the audit log. There is no list of who met how much.',
    seek: 'Name',
    find: 'Find',
    nobody: 'There is nobody of that name.',
    gone: '(deactivated)',
    more: 'The first 200 are shown. Look for a name.',
    ownLead:
      'What you handed in, and cases that the consultation desk noted as having befallen you. No mail text, no writer, nobody else. Only you and the consultation desk see it.',
    deskLead: 'What they handed in, and the cases below. No mail text. Opening and saving it is in the audit log.',
    spanOf: (since: string, today: string) => `From ${since} to ${today}`,
    nothing: 'Nothing is on record in these six months.',
    events: {
      mail: (band: string) => `Mail (${band})`,
      incident: (channel: string) => `Incident (${channel})`,
      handedIn: 'Handed in',
      found: (acts: string, severity: string) =>
        severity === '' ? `Approved: ${acts}` : `Approved: ${acts} (severity ${severity})`,
      care: (point: string, state: string) => `Care: ${point} — ${state}`,
      asked: 'Care: somebody asked how they are',
    },
    consentTitle: 'Consent to saving',
    consentOwn:
      'It can be saved as a file only while you agree, to hand it to a labour office or a doctor, for example. You can withdraw at any time; then the consultation desk cannot save it either. Not agreeing has no disadvantage.',
    consentDesk:
      'It can be saved only while the person agrees. They agree and withdraw on their own page. Of consent on paper, note its day.',
    consentOf: (way: string, day: string, by: string, at: string) => `${way} (${day}). Noted by ${by}, ${at}`,
    ways: { self: 'They agreed on their page', paper: 'They agreed on paper' },
    give: { do: 'Agree to saving', fields: {} },
    notePaper: {
      do: 'Note the consent on paper',
      fields: { day: { label: 'Day of the paper', wrong: 'The day of the paper is today or before.' } },
    },
    withdraw: { do: 'Withdraw the consent', fields: {} },
    save: 'Save as CSV',
    noConsent: 'Nothing was saved: the person has not agreed.',
    casesTitle: 'Cases that befell them',
    casesLead:
      'Add by its number a case that they did not hand in themselves, if it befell them: a mail, or what somebody else handed in. Confidential consultations of others do not appear on their own page.',
    add: {
      do: 'Add',
      fields: { case: { label: 'Number of the case', wrong: 'There is no case of that number.' } },
    },
    remove: { do: 'Take out', fields: {} },
    removeOf: (title: string) => `Take out ${title}`,
    whose: 'Person',
    span: 'Days',
    at: (zone: string) => `When (${zone})`,
    what: 'What',
  },
};
