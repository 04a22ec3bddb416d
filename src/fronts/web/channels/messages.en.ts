import type { ja } from './messages.ja.ts';

const kinds = {
  mail: 'Mail',
  slack: 'Slack (and what takes the same, like Mattermost)',
  teams: 'Microsoft Teams',
  chatwork: 'Chatwork',
  webhook: 'Webhook (signed)',
};

export const en: typeof ja = {
  channels: {
    add: 'Add a way to be told',
    addLead:
      'Choose the kind, write where, and press “Use it”: a message that says only that it arrived is sent once. Whether it did, the table above says.',
    set: 'Set in',
    kinds,
    save: {
      fields: {
        name: { label: 'Name' },
        kind: { label: 'Kind', options: kinds },
        to: { label: 'Addresses (one a line)', wrong: 'Write e-mail addresses, one a line.' },
        room: { label: 'Number of the room', wrong: 'Write a number.' },
        address: {
          label: 'URL of the webhook (Chatwork: API token)',
          hint: 'Kept encrypted and never shown again.',
          wrong: 'Write where it goes.',
        },
        signing: { label: 'Secret of the signature (whsec_…)', wrong: 'Write the secret of the signature.' },
        about: {
          label: 'What is told',
          wrong: 'Choose at least one.',
          options: {
            urgent: 'urgent cases',
            digest: 'a digest at set times',
            care: 'days of care',
            alarms: 'trouble with sources and the like',
            audit: 'the end of the audit log',
          },
        },
      },
      do: 'Use it',
    },
    needsServer: 'To be told by mail, set the server for outgoing mail first.',
    server: 'Server for outgoing mail (to be told by mail)',
    smtp: {
      fields: {
        host: { label: 'Server', wrong: 'Write the name of the server.' },
        port: { label: 'Port (empty: 587)', wrong: 'Write a number from 1 to 65535.' },
        security: { label: 'Encryption', options: { starttls: 'STARTTLS', tls: 'TLS', none: 'none' } },
        from: { label: 'Sender', wrong: 'Write the address of the sender.' },
        user: { label: 'User name (empty if it needs none)' },
        password: { label: 'Password', wrong: 'Enter the password.' },
      },
      do: 'Save the server',
    },
    refusals: {
      'set-in-file': 'komainu.yaml says this; it cannot be changed here.',
      'settings-changed': 'Somebody else was first. Open the page again.',
    },
  },
};
