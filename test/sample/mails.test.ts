import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Message, parseMail } from '../../src/mail/index.ts';
import { shipped } from '../../src/util/paths.ts';

const folder = shipped('src/sample/mails');
const names = readdirSync(folder);
const raw = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
const parsed = new Map<string, Message>();
beforeAll(async () => {
  for (const [name, bytes] of raw) parsed.set(name, await parseMail(bytes, new Date('2026-11-21T00:00:00+09:00')));
});

const text = (name: string): string => parsed.get(name)!.parts.find((part) => part.id === 'body')!.text;

describe('every sample mail', () => {
  it.each(names)('%s has kept the line ends of mail', (name) => {
    expect(raw.get(name)!.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]/);
  });

  it.each(names)('%s is read without a warning', (name) => {
    const message = parsed.get(name)!;
    expect(message.warnings).toEqual([]);
    expect(JSON.stringify(message)).not.toContain('\uFFFD');
    expect(message.subject).not.toBe('');
    expect(text(name).length).toBeGreaterThan(20);
  });

  it.each(names)('%s names reserved domains only', (name) => {
    const { headers, parts } = parsed.get(name)!;
    const words = JSON.stringify([headers.map((header) => header.value), parts.map((part) => part.text)]);
    const hosts = [...words.matchAll(/(?:@|https?:\/\/)([\w.-]+\.\w+)/g)].map((hit) => hit[1]!);
    expect(hosts.length).toBeGreaterThan(0);
    for (const host of hosts) expect(host).toMatch(/(^|\.)example\.(jp|co\.jp|com|org|net)$/);
  });

  it.each(names)('%s is no older than the mails before it', (name) => {
    const before = names[names.indexOf(name) - 1];
    if (before === undefined) return;
    expect(parsed.get(name)!.date!.getTime()).toBeGreaterThan(parsed.get(before)!.date!.getTime());
  });
});

describe('the sample mails together', () => {
  it('have each a Message-ID of its own', () => {
    expect(new Set([...parsed.values()].map((message) => message.messageId)).size).toBe(names.length);
  });

  it.each([
    ['ISO-2022-JP', '01-invoice-again.eml', 'iso-2022-jp', '10月分ご請求書の再発行のお願い', '原本の郵送は不要です'],
    ['Shift_JIS', '09-quote-request.eml', 'shift_jis', '見積り依頼（ライセンス15名分）', '② 初期設定の代行'],
    ['UTF-8', '04-monitoring-jargon.eml', 'utf-8', '死活監視のアラートについて（至急ではありません）', 'kill -9'],
  ])('hold %s', (_, name, charset, subject, words) => {
    expect(raw.get(name)!.toString('latin1')).toContain(`charset=${charset}`);
    expect(parsed.get(name)!.subject).toBe(subject);
    expect(text(name)).toContain(words);
  });

  it('hold a thread, an attachment, an automatic answer and a newsletter', () => {
    const [question, thanks] = [parsed.get('11-import-question.eml')!, parsed.get('12-import-thanks.eml')!];
    expect(thanks.references).toContain(question.messageId);
    expect(parsed.get('14-application-form.eml')!.attachments).toMatchObject([{ filename: '申込書.csv' }]);
    expect(parsed.get('21-out-of-office.eml')!.automatic).toBe(true);
    expect(parsed.get('02-newsletter.eml')!.automatic).toBe(true);
  });
});
