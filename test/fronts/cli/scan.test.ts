import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { komainu, linesOf, mail, type Workspace, workspace } from './support.ts';

const angry = mail({ subject: '至急', body: '担当者へ。\n今すぐ土下座しろ。\n以上です。', id: 'angry@example.jp' });
const calm = mail({ subject: '請求書の件', body: '請求書をお送りください。', id: 'calm@example.jp' });
const mboxOf = (mails: string[]) =>
  mails.map((one) => `From a@example.jp Thu Oct  1 00:00:00 2026\n${one.replaceAll('\r\n', '\n')}\n`).join('');

describe('komainu scan', { timeout: 60_000 }, () => {
  let place: Workspace;
  beforeAll(async () => {
    place = await workspace({
      'angry.eml': angry,
      'folder/1.eml': calm,
      'folder/2.eml': angry,
      'empty.eml': '',
      'folder/notes.txt': 'no mail',
      'maildir/new/1.host': angry,
      'maildir/cur/2.host:2,S': calm,
      'box.mbox': mboxOf([angry, calm, angry]),
    });
  });
  afterAll(() => place[Symbol.asyncDispose]());
  const scan = (...argv: string[]) => komainu(['scan', ...argv], { cwd: place.path });

  it('prints a line of JSON per mail, with the fields of the contract in their order', async () => {
    const { code, out } = await scan('--json', 'angry.eml');
    expect(code).toBe(0);
    const [line, ...more] = linesOf(out);
    expect(more).toEqual([]);
    const record = JSON.parse(line!);
    expect(Object.keys(record)).toEqual([
      'format',
      'source',
      'messageId',
      'outcome',
      'band',
      'probability',
      'acts',
      'severity',
      'at_least',
      'worry',
      'matches',
      'language',
      'dictionary',
    ]);
    expect(record).toMatchObject({ source: 'angry.eml', messageId: 'angry@example.jp', outcome: 'assessed' });
    expect(['review', 'urgent']).toContain(record.band);
    expect(record.acts).toEqual([{ act: 'apology-demand', probability: record.acts[0].probability }]);
    expect(record.at_least).toEqual({ band: 'urgent', entry: 'apology.dogeza', calmed: false });
    expect(record.matches).toEqual([
      {
        entry: 'apology.dogeza',
        act: 'apology-demand',
        part: 'body',
        text: '土下座しろ',
        start: 9,
        end: 14,
        at_least: 'urgent',
        strength: 'strong',
        modifiers: [],
      },
    ]);
    expect(Object.keys(record.matches[0])).toEqual([
      'entry',
      'act',
      'part',
      'text',
      'start',
      'end',
      'at_least',
      'strength',
      'modifiers',
    ]);
  });

  it.each([
    ['a folder of .eml files', 'folder', ['folder/1.eml ordinary', 'folder/2.eml urgent']],
    ['a Maildir', 'maildir', ['maildir/cur/2.host:2,S ordinary', 'maildir/new/1.host urgent']],
    ['an mbox', 'box.mbox', ['box.mbox#1 urgent', 'box.mbox#2 ordinary', 'box.mbox#3 urgent']],
  ])('reads %s', async (_what, path, expected) => {
    const { code, out } = await scan('--json', path);
    const records = linesOf(out).map((line) => JSON.parse(line));
    expect(records.map(({ source, band }) => `${source} ${band}`).sort()).toEqual(expected);
    expect(code).toBe(0);
  });

  it.each([
    ['a mail', angry, ['-']],
    ['an mbox', mboxOf([calm, angry]), ['-#1', '-#2']],
  ])('reads %s from standard input', async (_what, stdin, expected) => {
    const { out } = await komainu(['scan', '--json', '-'], { cwd: place.path, stdin });
    expect(linesOf(out).map((line) => JSON.parse(line).source)).toEqual(expected);
  });

  it('tells an mbox from a mail although its first bytes come one by one', async () => {
    await using other = await workspace();
    const { out } = await komainu(['scan', '--json', '-'], { cwd: other.path, stdin: mboxOf([calm, angry]), chunk: 1 });
    expect(linesOf(out).map((line) => JSON.parse(line).messageId)).toEqual(['calm@example.jp', 'angry@example.jp']);
  });

  it('lists mails for people with the number of each band', async () => {
    const { out } = await scan('folder');
    expect(out).toMatch(/通常.*山田.*請求書の件/);
    expect(out).toMatch(/至急.*山田.*至急.*apology-demandの見出し/);
    expect(out).toMatch(/2通: 至急 1、通常 1\n$/);
  });

  it('explains with the words as written, and reasons in one language', async () => {
    const { out } = await scan('--explain', 'angry.eml');
    expect(out).toContain('今すぐ【土下座しろ】。');
    expect(out).toContain('・「土下座しろ」');
    expect(out).not.toContain('“土下座しろ”');
    expect(out).not.toContain('担当者へ'); // a line without evidence
  });

  it('paints evidence where colours are welcome', async () => {
    const { out } = await komainu(['scan', '--explain', 'angry.eml'], { cwd: place.path, colour: true });
    expect(out).toContain('\u001b[31m\u001b[1m土下座しろ\u001b[22m\u001b[39m');
    expect(out).not.toContain('【');
  });

  it('shows no control character of a subject on the terminal', async () => {
    const stdin = mail({ subject: '\u001b[2J\u202e件名\u009b31m' });
    for (const option of [[], ['--explain'], ['--json']]) {
      const { out } = await komainu(['scan', ...option, '-'], { cwd: place.path, stdin });
      expect([...out].filter((character) => /[\p{Cc}]/u.test(character) && character !== '\n')).toEqual([]);
    }
  });

  it('goes on after a mail that cannot be read, and ends with 1', async () => {
    const { code, out } = await scan('--json', 'empty.eml', 'angry.eml');
    expect(code).toBe(1);
    const [unreadable, assessed] = linesOf(out).map((line) => JSON.parse(line));
    expect(Object.keys(unreadable)).toEqual(Object.keys(assessed));
    expect(unreadable).toMatchObject({
      source: 'empty.eml',
      outcome: 'unreadable',
      band: null,
      probability: null,
      matches: [],
    });
    expect((await scan('empty.eml')).out).toMatch(/判定不能.*empty\.eml/);
    expect((await scan('--explain', 'empty.eml')).out).toContain('判定不能  empty.eml');
  });

  it('refuses a path that does not exist before it reads anything', async () => {
    const { code, out, err } = await scan('--json', 'angry.eml', 'missing.eml');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('missing.eml');
  });

  it('adds to the JSON the clauses where reasons are asked for', async () => {
    const [plain] = linesOf((await scan('--json', 'angry.eml')).out).map((line) => JSON.parse(line));
    expect(plain).not.toHaveProperty('clauses');
    expect(plain).not.toHaveProperty('odds');
    const [explained] = linesOf((await scan('--json', '--explain', 'angry.eml')).out).map((line) => JSON.parse(line));
    const { base, sentences, others, dictionaries, frequency, sum } = explained.odds;
    const parts = [base, others, dictionaries, frequency, ...sentences.map(({ odds }: { odds: number }) => odds)];
    expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(sum, 6); // they add up
    expect(explained.steps[0]).toMatchObject({ kind: 'asked', text: '土下座しろ', at_least: 'urgent', decides: true });
    expect(explained.clauses).toContainEqual(
      expect.objectContaining({ part: 'body', predicate: '土下座する', mood: 'order', agent: 'addressee' }),
    );
  });
});
