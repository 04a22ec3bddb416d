import { describe, expect, it } from 'vitest';
import { type ListedFolder, selectFolders } from '../../../src/intake/imap/folder-names.ts';

const folder = (path: string, changes: Partial<ListedFolder> = {}): ListedFolder => ({
  path,
  delimiter: '/',
  flags: new Set(),
  ...changes,
});
const listed = [
  folder('INBOX'),
  folder('Support', { flags: new Set(['\\Noselect']) }),
  folder('Support/見積'),
  folder('Support/見積/2026'),
  folder('Support/a.b'),
  folder('SupportOld'),
  folder('Junk', { specialUse: '\\Junk' }),
  folder('Trash', { specialUse: '\\Trash' }),
  folder('All', { specialUse: '\\All' }),
  folder('隔離'),
];
const dotted = [folder('INBOX', { delimiter: '.' }), folder('Support.見積', { delimiter: '.' })];

describe('of the folders a server lists are wanted', () => {
  it.each([
    ['a name', ['Support/見積'], ['Support/見積']],
    ['INBOX, however written', ['inbox'], ['INBOX']],
    ['everything below, at any depth', ['Support/*'], ['Support/見積', 'Support/見積/2026', 'Support/a.b']],
    ['what is one level below', ['Support/%'], ['Support/見積', 'Support/a.b']],
    ['a pattern within a name', ['*a.%'], ['Support/a.b']],
    [
      'each once, in the order of the wishes',
      ['Support/%', 'INBOX', 'Support/*'],
      ['Support/見積', 'Support/a.b', 'INBOX', 'Support/見積/2026'],
    ],
    [
      'by a star all but what was written or thrown away, and the one that is moved to',
      ['*'],
      ['INBOX', 'Support/見積', 'Support/見積/2026', 'Support/a.b', 'SupportOld', 'Junk'],
    ],
    ['by its name also what no pattern means', ['Trash'], ['Trash']],
    ['a name that is not listed: it may exist', ['Shared/yamada'], ['Shared/yamada']],
    ['by a pattern that fits nothing: none', ['Nothing/*'], []],
  ] as const)('%s', (_, wanted, expected) => {
    expect(selectFolders(listed, wanted, '隔離')).toEqual(expected);
  });

  it.each([
    ['with slashes', 'Support/*'],
    ['a name with slashes', 'Support/見積'],
    ['with its own delimiter', 'Support.見積'],
  ])('on a server that writes dots, %s', (_, wanted) => {
    expect(selectFolders(dotted, [wanted], null)).toEqual(['Support.見積']);
  });
});
