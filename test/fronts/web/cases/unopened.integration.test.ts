import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNOPENED } from '../../../../src/mail/index.ts';
import { file, mail } from '../../../support/mime.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const scan = mail(file('scan.pdf', Buffer.from([1, 0, 2]), 'application/pdf'), {
  From: 'fax@example.com',
  Subject: 'scan 1',
});
const notices = (html: string): string =>
  /<ul class="notices">[\s\S]*?<\/ul>/.exec(html)?.[0].replace(/<[^>]+>/g, '') ?? '';

it('a case of a mail that could not be opened says who sent it, what it holds, and why, in the language of the reviewer', {
  timeout: 60_000,
}, async () => {
  const browser = await desk.signedInAs('reviewer');
  const id = await desk.addUnopened(scan, 'unopened-pdf');
  const { text } = await browser.get(`/cases/${id}`);
  for (const words of ['fax@example.com', 'scan 1', 'scan.pdf', '判定不能']) expect(text).toContain(words);
  expect(notices(text)).toContain('本文がなく、PDF から文字を読み取れません');
  await browser.post('/language', { language: 'en', back: '/' });
  expect(notices((await browser.get(`/cases/${id}`)).text)).toContain('none can be read from its PDF');
});

it('each reason has a sentence of its own', { timeout: 60_000 }, async () => {
  const browser = await desk.signedInAs('reviewer');
  const said = new Set<string>();
  for (const code of UNOPENED)
    said.add(notices((await browser.get(`/cases/${await desk.addUnopened(scan, code)}`)).text));
  expect(said.size).toBe(UNOPENED.length);
  for (const sentence of said) expect(sentence).not.toContain('予期しない');
});
