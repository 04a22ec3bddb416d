import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  firstSteps: {
    title: 'First steps',
    lead: 'Five steps until mails come in and somebody is told. Their state is read from the configuration in force and from what is recorded.',
    sample: 'This is sample mode. Begin for real on the page of the mailboxes, and your own mails can be read.',
    newFile: 'Copy komainu.example.yaml to komainu.yaml and write these lines.',
    fileLead: (file) => `This is done in the configuration file. Add these lines to ${file}.`,
    variables: 'Passwords and other secrets do not go into the file but into the environment.',
    afterwards: 'Then check it with this command, and restart the service.',
    command: 'On the server, this command does it, too.',
    byFile: 'By komainu.yaml',
    byCommand: 'By commands on the server',
    states: { done: 'done', open: 'not yet', trouble: 'has a problem' },
    mailbox: {
      title: 'Connect the mailbox',
      none: 'There is no source yet.',
      source: (name) => `The source “${name}” is connected.`,
      waiting: (name) => `The source “${name}” is configured and was not reached yet.`,
      trouble: (name, trouble) => `Source “${name}”: ${trouble}`,
      link: 'Open the mailboxes',
    },
    policy: {
      title: 'Publish policy and declaration',
      own: 'Your own policy is shown. What it declares unacceptable is also shown where a case is approved.',
      template: 'A template is shown. Put your own policy in its place.',
      unreadable: 'The file of your policy cannot be read; a template is shown in its place.',
      link: 'See the policy that is shown',
    },
    people: {
      title: 'Invite people',
      deciders: (n) => `${many(n, 'person', 'people')} can decide cases.`,
      enough: 'Have two or more: a case that names one of them is decided by another.',
      desk: (n) =>
        n === 0
          ? 'Nobody is at the consultation desk, so confidential consultations cannot be taken.'
          : `${many(n, 'person is', 'people are')} at the consultation desk.`,
      unused: (n) => `${many(n, 'invitation has', 'invitations have')} not been used yet.`,
      link: 'Invite people',
    },
    channels: {
      title: 'Choose who is told',
      none: 'There is no channel on which urgent cases are told.',
      untried: (name) => `“${name}” is configured and nothing was sent yet. Send a test.`,
      well: (name) => `“${name}” works.`,
      trouble: (name, trouble) => `“${name}”: ${trouble}`,
      link: 'Open who is told',
    },
    trial: {
      title: 'Try it',
      judged: (n) => `${many(n, 'mail has', 'mails have')} been judged so far.`,
      many: (n) => `${n.toLocaleString('en')} mails or more have been judged so far.`,
      none: 'No mail has been judged yet.',
      link: 'Try a mailbox',
      text: 'Try a text',
      what: 'The page of a mailbox reads its mails of the last 30 days, and shows how many cases a week they would be; you choose how many there shall be.',
    },
    bar: (done, all) => `First steps: ${done} of ${all} are done.`,
    open: 'See the steps',
    close: 'Close this guide',
    closeHint: 'You find it again under Records and settings, Mailboxes.',
    again: 'Offer the guide above the list again',
    untold: {
      'no-channel':
        'Nobody is told of an urgent case: there is no channel on which urgent cases are told (notify.channels).',
      'no-decider':
        'There is nobody to decide cases. Invite somebody as a lead, a reviewer or for the consultation desk.',
      'no-desk': 'Nobody is at the consultation desk, so confidential consultations cannot be taken.',
    },
  },
};
