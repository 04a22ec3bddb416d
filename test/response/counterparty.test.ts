import { describe, expect, it } from 'vitest';
import { type CounterpartyFacts, changedFacts, readSender, sizeHint } from '../../src/response/index.ts';

const SHARED = ['gmail.com', 'Docomo.ne.jp'];

describe('what a counterparty is known by', () => {
  it.each([
    ['a domain', 'example.co.jp', { kind: 'domain', sender: 'example.co.jp' }],
    ['a domain as people copy it', ' ＠Example.CO.JP ', { kind: 'domain', sender: 'example.co.jp' }],
    ['a domain in Japanese', '例え.テスト', { kind: 'domain', sender: 'xn--r8jz45g.xn--zckzah' }],
    ['a sub-domain', 'mail.example.co.jp', { kind: 'domain', sender: 'mail.example.co.jp' }],
    ['an address', 'Taro@Example.co.jp', { kind: 'address', sender: 'taro@example.co.jp' }],
    ['an address of free mail', 'taro@gmail.com', { kind: 'address', sender: 'taro@gmail.com' }],
  ])('is %s', (_, written, read) => {
    expect(readSender(written, SHARED)).toEqual(read);
  });

  it.each(['gmail.com', '@GMAIL.com', 'docomo.ne.jp', 'ｇｍａｉｌ．ｃｏｍ'])(
    'is never %s, where everybody writes from',
    (written) => {
      expect(readSender(written, SHARED)).toEqual({ problem: 'shared' });
    },
  );

  it.each([
    '',
    'example',
    'co jp',
    '@',
    'a@b',
    '192.0.2.1',
    'a b@example.jp',
    '<x@example.jp>',
    `${'a'.repeat(300)}.jp`,
    '*.example.jp',
  ])('is not %j', (written) => {
    expect(readSender(written, SHARED)).toEqual({ problem: 'shape' });
  });
});

describe('the hint at the act on subcontracting', () => {
  it.each([
    ['a large capital', { kind: 'company', capital: 10_000_001, staff: null }, 'look'],
    ['many people', { kind: 'company', capital: 1_000_000, staff: 101 }, 'look'],
    ['both small', { kind: 'company', capital: 10_000_000, staff: 100 }, 'small'],
    ['one small, the other not known', { kind: 'company', capital: null, staff: 10 }, null],
    ['nothing known', { kind: 'company', capital: null, staff: null }, null],
    ['a person', { kind: 'person', capital: 900_000_000, staff: 900 }, null],
  ] as const)('with %s', (_, size, hint) => {
    expect(sizeHint(size)).toBe(hint);
  });
});

it('says of a change which facts differ, and nothing of what they say', () => {
  const facts = {
    ...{ kind: 'company' as const, name: '例', domains: ['example.jp'], addresses: [], postal: '', contacts: [] },
    ...{ clause: null, capital: null, staff: null, notes: '' },
  } satisfies CounterpartyFacts;
  expect(changedFacts(facts, facts)).toEqual([]);
  expect(changedFacts(facts, { ...facts, name: '別', domains: [] })).toEqual(['name', 'domains']);
});
