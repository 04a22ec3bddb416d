import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type AuditRow, exportLine } from '../../src/audit/index.ts';
import { jsonLine, printable } from '../../src/fronts/cli/terminal/terminal.ts';
import { partView } from '../../src/fronts/shared/index.ts';
import { TextView } from '../../src/fronts/web/cases/evidence.tsx';
import { inertLine } from '../../src/fronts/web/shell/inert.ts';
import { messagesOf } from '../../src/fronts/web/shell/messages.ts';
import { chatwork, slack, teams, webhook } from '../../src/notify/hooks.ts';
import { toMessage } from '../../src/notify/index.ts';
import { csvLine } from '../../src/util/csv.ts';
import { DECEPTIVE } from '../../src/util/deceptive.ts';
import { startReceiver } from '../notify/receiver.ts';

/** What strangers may write into a subject, a name, a text or the name of a folder. */
const HOSTILE: readonly [name: string, text: string][] = [
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'],
  ['a formula', '=HYPERLINK("http://example.com";"x")'],
  ['a formula in full width', '＝1+1'],
  ['a formula behind a line feed', '\n=1+1'],
  ['a formula behind a blank', ' @SUM(A1)'],
  ['a formula behind what cannot be seen', '\u{200b}+1'],
  ['several lines', 'a\r\n{"level":60}\nFrom: x@example.com\n\nb'],
  ['separators of lines and NUL', 'a\u{2028}b\u{2029}c\u{0}d\u{85}e'],
  ['commands to a terminal', '\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\b\b'],
  ['a changed direction', 'invoice\u{202e}gpj.exe\u{2066}'],
  ['half a character', 'a\u{d800}b'],
  ['tags of chats', '[toall][/info] <!channel> *x* [x](https://evil.example) @everyone'],
  ['quotes and separators', '","=1,"\r\n=2,'],
];

const CONTROLS = /[\p{Cc}\u{2028}\u{2029}]/u;
const ESCAPED = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
const readAsPage = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => ESCAPED[name as keyof typeof ESCAPED]);

/** Reads lines after RFC 4180, as a spreadsheet does. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** A spreadsheet looks at a cell without blanks and what cannot be seen, and takes full-width signs for theirs. */
const isFormula = (cell: string): boolean => /^[=+\-@]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cc}\p{Cf}]+/u, ''));

describe.each(HOSTILE)('hostile text with %s', (_, text) => {
  it.each(['ja', 'en'] as const)('is words and nothing else as the evidence of a page in %s', async (language) => {
    const view = partView({ id: 'body', text }, [], [], []);
    const shown = <TextView messages={messagesOf(language)} mail={0} reasons={[]} view={view} />;
    const html = await Promise.resolve(shown.toString());
    const elements = [...html.matchAll(/<(\w+)/g)].map(([, name]) => name);
    expect(new Set(elements)).toEqual(new Set(['div']));
    expect(readAsPage(html)).not.toMatch(DECEPTIVE);
  });

  it('stays on one line of a page', async () => {
    const html = await Promise.resolve((<p>{inertLine(text)}</p>).toString());
    expect(html).toMatch(/^<p>[^<]*<\/p>$/);
    expect(readAsPage(html)).not.toMatch(CONTROLS);
  });

  it('is one cell of a CSV, and no formula', () => {
    const [row, ...more] = readCsv(csvLine(['before', text, 'after']));
    expect(more).toEqual([]);
    expect(row).toHaveLength(3);
    expect(row![1]!.replace(/^'/, '')).toBe(text);
    expect(isFormula(row![1]!)).toBe(false);
  });

  it('is one row of the exported audit log', () => {
    const entry: AuditRow = {
      ...{ seq: 1, at: new Date(0), person: null, address: null, action: 'case.dismiss', target: 'case/1', hash: 'ab' },
      ...{ name: text, details: { reason: text } },
    };
    const rows = readCsv(exportLine(entry, 'csv'));
    expect(rows.map((row) => [row.length, row.some(isFormula)])).toEqual([[9, false]]);
    expect(exportLine(entry, 'json').trimEnd()).not.toContain('\n');
  });

  it('is one line of the log', () => {
    const written: string[] = [];
    const into = new Writable({ write: (chunk, _encoding, done) => done(void written.push(String(chunk))) });
    pino({ base: null }, into).warn({ source: text }, 'the source has trouble');
    const [line, ...more] = written.join('').trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(line!)).toMatchObject({ level: 40, msg: 'the source has trouble' });
  });

  it('moves nothing on a terminal', () => {
    expect(printable(text)).not.toMatch(/\p{Cc}/u);
    expect(jsonLine({ text })).not.toMatch(CONTROLS);
  });

  it('reaches nobody by a notification, as the name of a folder', async () => {
    const told = { kind: 'alarm', key: 'down', source: 'support/', sentence: '見張られていません。' } as const;
    const url = 'https://desk.example.jp';
    const message = toMessage({ ...told, source: `support/${text}` }, url);
    const tame = toMessage(told, url);
    expect(message).toEqual(tame);
    await using receiver = await startReceiver();
    const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
    for (const send of [
      slack(receiver.url),
      teams(receiver.url),
      chatwork('1', 'token', receiver.url),
      webhook(receiver.url, secret),
    ])
      await send(message);
    expect(receiver.received).toHaveLength(4);
    for (const { body } of receiver.received) expect(decodeURIComponent(body)).not.toContain('evil.example');
  });
});
