import type { ja } from './messages.ja.ts';

const mails = (count: number): string => `${count} ${count === 1 ? 'mail' : 'mails'}`;

export const en: typeof ja = {
  forwarded: {
    open: 'Look at them',
    title: 'Forwarded mails that wait for a confirmation',
    lead: 'They came to the consultation address, but nothing proves who sent them. A sender can be forged: ask the person by another way, by telephone for instance, before you take one. None of them is answered.',
    sender: 'Sender, as it says',
    subject: 'Subject',
    noSubject: '(no subject)',
    received: 'Received',
    why: 'Why it is not proven',
    decide: 'What the person said',
    confidential: 'Confidential consultation',
    because: {
      unproven: 'What the company’s mail server found (Authentication-Results) does not confirm the sender.',
      ambiguous:
        'There are several findings under the name of the company’s mail server; which one is real cannot be told.',
      automatic:
        'A machine sent it (automatic answer, automatic forwarding, mailing list). It gets no answer even when it is taken.',
      many: 'Too many consultations of this sender came within a day.',
      'no-desk': 'It is confidential, and nobody was at the consultation desk when it came.',
    },
    confirm: { do: 'They sent it: take it as a consultation', fields: {} },
    reject: { do: 'They did not: do not take it', fields: {} },
    confirmed: 'Taken as a consultation; it stands in the list.',
    rejected: 'Not taken. The mail is still in the mailbox.',
    gone: 'Somebody else was faster.',
    refused: {
      title: 'Not taken in the last 30 days',
      lead: 'They are still in the mailbox. None was answered.',
      none: 'None.',
      outsider: (count: number) => `From outside the company, or without a clear sender: ${mails(count)}`,
      own: (count: number) => `From Komainu, or from another consultation address: ${mails(count)}`,
      bounce: (count: number) => `Delivery reports: ${mails(count)}`,
      full: (count: number) => `Too many wait, or too large: ${mails(count)}`,
    },
    policy: (addresses: string) => `You can also forward a mail to ${addresses}, attached or in the text.`,
    policyConfidential: (addresses: string) =>
      `To keep it from your manager, send it to ${addresses}, or put [confidential] into the subject. The consultation desk alone sees it.`,
    policyWord:
      'To keep it from your manager, put [confidential] into the subject. The consultation desk alone sees it.',
  },
};
