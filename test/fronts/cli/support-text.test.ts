import { expect, it } from 'vitest';
import { supportText } from '../../../src/fronts/cli/commands/support-text.ts';

const config = {
  store: { path: '/srv/komainu/data' },
  sources: [
    { name: 'uketsuke', kind: 'imap', host: 'imap.example.co.jp', user: 'support', security: 'tls', backfill: '7d' },
  ],
  company: { name: '株式会社みほん', addresses: ['*.example.co.jp'] },
};
const rows = [
  { part: 'Configuration', name: null, ok: true, sentence: '/etc/komainu/komainu.yaml' },
  {
    part: 'Source',
    name: 'uketsuke',
    ok: false,
    sentence: 'imap.example.co.jp: the password of support is refused (tls).',
  },
  {
    part: 'Source',
    name: 'sales',
    ok: false,
    sentence: 'mail2.example.com (192.0.2.7, [2001:db8::7]) does not answer for a@example.com.',
  },
  {
    part: 'Policy',
    name: null,
    ok: true,
    sentence: '株式会社みほん, C:\\komainu\\policy.yaml, https://desk.example.co.jp/policy',
  },
];

it('names versions and what is wrong, and nobody', () => {
  const text = supportText(rows, { config, store: { kind: 'postgres', version: '17.6' }, language: 'en' });
  expect(text).toMatch(/^Komainu \d+\.\d+\.\d+, Node\.js \d+/);
  expect(text.split('\n').slice(1)).toEqual([
    'store: postgres 17.6',
    'OK  Configuration: ‹path›',
    'NG  Source 1: ‹host›: the password of ‹user› is refused (tls).',
    'NG  Source 2: ‹host› (‹IP›, ‹IP›) does not answer for ‹address›.',
    'OK  Policy: ‹name›, ‹path›, ‹URL›',
    '',
  ]);
});

it('leaves the words of Komainu as they are', () => {
  const ours = [
    {
      part: 'Data folder',
      name: null,
      ok: true,
      sentence: 'supported, by support of sales (web.url, notify.channels)',
    },
    { part: 'Source', name: 'sales', ok: true, sentence: 'see web.de and web.url.example.com' },
  ];
  const text = supportText(ours, { config, store: null, language: 'en' });
  expect(text.split('\n').slice(2)).toEqual([
    'OK  Data folder: supported, by ‹user› of ‹name› (web.url, notify.channels)',
    'OK  Source 1: see ‹host› and ‹host›',
    '',
  ]);
});

it('hides no name of the sample', () => {
  const rows = [
    { part: 'Configuration', name: null, ok: true, sentence: 'no configuration file: sample mode' },
    { part: 'Source', name: 'sample', ok: true, sentence: '/srv/komainu/data/sample/inbox holds 65 mails (eml).' },
  ];
  const text = supportText(rows, { config: null, store: null, language: 'en' });
  expect(text).toContain(': sample mode\n');
  expect(text).toContain('Source 1: ‹path› holds 65 mails');
});

it('says where the store could not be asked', () => {
  expect(supportText([], { config: {}, store: null, language: 'ja' })).toContain('store: ?');
});
