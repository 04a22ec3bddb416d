import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  watch: {
    title: 'Watch on the sender',
    lead: (address) =>
      `New mails of ${address} are shown as borderline or above, whatever their band. The band stays what it is.`,
    standing: (address, by, since, until) => `${address} is watched (${by}, from ${since} until ${until}).`,
    until: 'Until this day',
    begin: 'Watch',
    change: 'Change the end',
    end: 'End the watch',
    endOf: (address) => `End the watch on ${address}`,
    wrongDay: (most) => `A watch ends on a day from tomorrow to ${most} days ahead.`,
    all: 'Watched senders',
    listLead:
      'New mails of these senders are listed as borderline or above, whatever their band. Watches that have ended go away.',
    none: 'No sender is watched.',
    address: 'Sender',
    by: 'Begun by',
    since: 'From',
    last: 'Until',
    mails: 'Look for their cases',
    reason: (since) => `sender watched by a person since ${since}`,
    notice: (since) => `Shown whatever its band: a person has watched this sender since ${since}.`,
    mark: 'Watched',
  },
};
