import { type Lie, row, type Said } from '../../../support/scripted-imap.ts';

const LINES = 2_000; // a piece

function* endlessly(begin: string, piece: string): Generator<string> {
  if (begin !== '') yield begin;
  for (;;) yield piece;
}

function* counting(line: (n: number) => string): Generator<string> {
  for (let n = 1; ; n += LINES) yield Array.from({ length: LINES }, (_, i) => line(n + i)).join('');
}

export const on =
  (wanted: string, flood: (said: Said) => string | Generator<string>, when = (_rest: string) => true): Lie =>
  (said) =>
    said.command === wanted && when(said.rest) ? flood(said) : null;

export const bodies = (rest: string): boolean => rest.includes('BODY');

/** What a server sends without end, and how many MiB of it are allowed. */
export const FLOODS: readonly [label: string, lie: Lie, mib: number][] = [
  ['a greeting', on('GREETING', () => endlessly('* OK ', 'hello '.repeat(10_000))), 2],
  ['lines before its greeting', on('GREETING', () => counting((n) => `* X${n}\r\n`)), 2],
  ['capabilities', on('CAPABILITY', () => counting((n) => `* CAPABILITY IMAP4rev1 X${n}\r\n`)), 2],
  ['folders', on('LIST', () => counting((n) => `* LIST () "/" ${n}\r\n`)), 2],
  ['a line', on('EXAMINE', () => endlessly('* OK ', 'x'.repeat(64 * 1024))), 2],
  ['flags of the folder', on('EXAMINE', () => counting((n) => `* FLAGS (${n})\r\n`)), 2],
  ['uids', on('UID SEARCH', () => counting((n) => `* SEARCH ${n}\r\n`)), 8],
  ['uids on one line', on('UID SEARCH', () => endlessly('* SEARCH', ' 1'.repeat(LINES))), 8],
  ['small tokens', on('UID SEARCH', () => endlessly('* SEARCH (', '1 '.repeat(LINES))), 8],
  ['rows with sizes', on('UID FETCH', () => counting((n) => `* 1 FETCH (UID ${n} RFC822.SIZE 9)\r\n`)), 2],
  [
    'rows for mails nobody asked for',
    on('UID FETCH', ({ rest }) => counting((n) => row(n, n + 9, rest, 'evil')), bodies),
    1,
  ],
  ['rows for one mail', on('UID FETCH', ({ rest }) => counting((n) => row(n, 1, rest, 'evil'.repeat(99))), bodies), 1],
  [
    'a mail',
    on('UID FETCH', () => endlessly('* 1 FETCH (UID 1 BODY[] {52000000}\r\n', 'x'.repeat(64 * 1024)), bodies),
    66,
  ],
  ['announcements in IDLE', on('IDLE', () => endlessly('+ idling\r\n', '* 2 EXPUNGE\r\n'.repeat(LINES))), 4],
  [
    'changed flags in IDLE',
    on('IDLE', () => endlessly('+ idling\r\n', '* 1 FETCH (FLAGS (\\Seen))\r\n'.repeat(LINES))),
    4,
  ],
];
