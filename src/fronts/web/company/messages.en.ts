import type { ja } from './messages.ja.ts';

const days = (label: string) => ({ label, wrong: 'Write a number of days from 1 to 36500.' });

export const en: typeof ja = {
  company: {
    title: 'Company and retention',
    lead: 'The name stands in letters, the addresses tell what people of the company wrote, the time zone counts deadlines.',
    company: 'Company',
    save: {
      fields: {
        company: { label: 'Name', wrong: 'Write the name.' },
        addresses: {
          label: 'Own addresses (one a line)',
          hint: 'An address, or *.example.co.jp for a domain and all below it.',
          wrong: 'Write one a line.',
        },
        timeZone: { label: 'Time zone', wrong: 'Write one like Asia/Tokyo.' },
      },
      do: 'Save the company',
    },
    retention: 'Days that things are kept',
    retentionLead:
      'What is older is deleted, with an entry in the audit log. A shorter time deletes some at the next sweep.',
    keep: {
      fields: {
        approvedDays: days('Approved cases'),
        dismissedDays: days('Dismissed cases'),
        reportDays: days('Dismissed consultations'),
        registerDays: days('Answered objections and requests of no case'),
        greyDays: days('Grey cases'),
        unopenedDays: days('Mails nobody could open'),
        verdictDays: days('Verdicts'),
      },
      do: 'Save the days',
    },
  },
};
