import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import type { FixtureMail } from '../support/mails.ts';

let desk: TestDesk;
let lead: Browser;
let id: string;
const MAILS = 45;

/** Somebody fills a thread: the worst stands in the third mail, a colleague's name in the fifth. */
const mailAt = (n: number): Partial<FixtureMail> => {
  if (n === 3)
    return { body: 'この無能が', found: [{ text: '無能', act: 'insult-person', points: 9 }], band: 'urgent' };
  if (n === 5) return { body: '担当の確認者2 さんへ' };
  return { body: `本文その${n}`, found: [{ text: '本文', act: 'insult-person', points: 4 }] };
};

beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
  for (let n = 1; n <= MAILS; n++) {
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    id = await desk.addCase({ from: 'a@example.com', subject: `件名${n}`, body: '', ...mailAt(n) }, 'long');
  }
});
afterAll(() => desk.stop());

it('shows the newest mails and the way to the others', async () => {
  const { text } = await lead.get(`/cases/${id}`);
  expect(text).toContain('45通のうち41〜45通目');
  expect(text).toContain('その45');
  expect(text).not.toContain('その40');
  expect(text).toContain(`href="/cases/${id}?mail=40"`);
});

it('says where the strongest evidence is, and its page shows it', async () => {
  const newest = await lead.get(`/cases/${id}`);
  expect(newest.text).toContain('最も強い根拠は3通目にあります');
  const oldest = await lead.get(`/cases/${id}?mail=3`);
  expect(oldest.text).toContain('45通のうち1〜20通目');
  expect(oldest.text).toMatch(/<mark[^>]*>.*無能/);
});

it.each(['0', '-1', '9999999', '1e9', 'x', '', '3;drop'])(
  'takes ?mail=%s for the newest or the last there is',
  async (n) => {
    expect((await lead.get(`/cases/${id}?mail=${encodeURIComponent(n)}`)).text).toContain('45通のうち41〜45通目');
  },
);

it('gives a mail of another page for download, with its bytes', async () => {
  const { text } = await lead.get(`/cases/${id}?mail=3`);
  const [, mail] = /\/mails\/(\d+)"/.exec(text)!;
  expect((await lead.get(`/cases/${id}/mails/${mail}`)).status).toBe(200);
  expect((await lead.post(`/cases/${id}/mails/${mail}`)).text).toContain('本文その1');
});

it('shows mails as they were read for their verdict: none is taken apart again', async () => {
  const other = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '初めに読んだ本文' }, 'read once');
  await desk.db.execute(sql`update komainu.mail set raw = convert_to(E'Subject: x\\r\\n\\r\\nsomething else', 'UTF8')
    where id in (select mail_id from komainu.case_mail where case_id = ${other}::bigint)`);
  const { text } = await lead.get(`/cases/${other}`);
  expect(text).toContain('初めに読んだ本文');
  expect(text).not.toContain('something else');
});

it('recuses a person whom a mail of another page names', async () => {
  const named = await desk.signedInAs('reviewer');
  const page = await named.get(`/cases/${id}`);
  expect(page.status).toBe(403);
  expect(page.text).toContain('あなたの名前かメールアドレスが書かれています');
});

it('finds missed words in a mail of another page', async () => {
  const approval = { acts: 'insult-person', severity: '2', declaration: '1', missed: '本文その7' };
  expect((await lead.post(`/cases/${id}/approve`, approval)).status).toBe(303);
});
