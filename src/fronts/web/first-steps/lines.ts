import type { Step } from './steps.ts';

/** What the file or a command can do, too. */
export type ByHandStep = Exclude<Step, 'trial'>;

/** What is added to `komainu.yaml` for the steps that only the file can do. Names and addresses are examples. */
export const LINES: Readonly<Partial<Record<Step, string>>> = {
  mailbox: `sources:
  - name: support
    kind: imap
    host: imap.example.co.jp
    user: support@example.co.jp
`,
  policy: `company:
  name: 株式会社みほん
  policy: policy.md
`,
  channels: `notify:
  smtp: { host: smtp.example.co.jp, user: komainu, from: komainu@example.co.jp }
  channels:
    - { name: leads, kind: mail, to: [lead@example.co.jp], about: [urgent, digest] }
`,
};

/** What belongs into the environment of the service, never into the file. */
export const VARIABLES: Readonly<Partial<Record<Step, string>>> = {
  mailbox: 'KOMAINU_PASSWORD_SUPPORT=…',
  channels: 'KOMAINU_SMTP_PASSWORD=…',
};

/** What is typed on the server. */
export const COMMANDS: Readonly<Record<ByHandStep, string>> = {
  mailbox: 'npx komainu check',
  policy: 'npx komainu check',
  people: 'npx komainu user add someone@example.co.jp --name 氏名 --role reviewer',
  channels: 'npx komainu check',
};
