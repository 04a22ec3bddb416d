import { expect, it } from 'vitest';
import { refuseHalf } from '../../../src/store/engine/migrate.ts';

const answered = (code: string, message: string) =>
  new Error('Failed query', { cause: Object.assign(new Error(message), { code }) });

it.each([
  [
    'a table in the way',
    answered('42P07', 'relation "talk" already exists'),
    'StoreUnfitError',
    '42P07, relation "talk"',
  ],
  [
    'rows that do not fit, whose words are not told',
    answered('22P02', 'invalid input: "山田"'),
    'StoreUnfitError',
    ': 22P02.',
  ],
  ['a server that stops', answered('57P01', 'terminating connection'), 'StoreError', ': 57P01.'],
  ['a disk that is full', answered('53100', 'could not extend file'), 'StoreError', ': 53100.'],
  ['a line that broke', answered('ECONNRESET', 'read ECONNRESET'), 'StoreError', ': ECONNRESET.'],
  ['an answer that was none', new TypeError('rows of undefined'), 'StoreError', ': ?.'],
])('tables that cannot be changed: %s', (_, cause, name, said) => {
  expect(() => refuseHalf(cause)).toThrow(expect.objectContaining({ name, message: expect.stringContaining(said) }));
});
