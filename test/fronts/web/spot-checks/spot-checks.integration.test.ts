import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRows } from '../../../../src/store/index.ts';
import { spotCheck } from '../../../../src/store/schema/spot-check.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { keepMail } from './kept-mail.ts';

const SETTINGS = { oneIn: 200, days: 30, readers: 1, perDay: 50, exceptSources: [] };
const APPROVE = { acts: 'insult-person', severity: '2', declaration: '1' } as const;

async function actions(desk: TestDesk, action: string): Promise<string[]> {
  const found: string[] = [];
  for await (const row of auditRows(desk.db, {})) if (row.action === action) found.push(`${row.target} ${row.name}`);
  return found;
}

describe('looking for what was missed', () => {
  let desk: TestDesk;
  let lead: Browser;
  let reviewer: Browser;
  beforeAll(async () => {
    desk = await startDesk({ spotChecks: SETTINGS });
    lead = await desk.signedInAs('lead', 'tuner');
    reviewer = await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());

  /** Where the answer to the mail of an address is sent. */
  const formOf = (path: string): string => path.replace('?spot=', '/');
  /** Opens the next mail. @returns its address */
  const next = async (browser: Browser): Promise<string> => (await browser.post('/missed/read')).location!;

  it('says that nobody knows yet, and what is kept to whoever reads the policy', async () => {
    const { text } = await lead.get('/numbers');
    expect(text).toContain('見落としのことは何も言えません');
    expect(text).toContain('200通に1通');
    expect((await (await desk.signedInAs('employee')).get('/policy')).text).toContain('ごく一部を、見落としがないか');
    expect((await reviewer.post('/missed/read')).location).toBe('/missed/read?said=none');
  });

  it('shows a mail without its sender and what was made of it, and writes down each time that it was opened', async () => {
    await keepMail(desk, {
      from: '青木 一郎 <aoki@example.com>',
      subject: '部品の件',
      body: '先日の部品ですが、助かりました。',
    });
    expect((await reviewer.get('/')).text).toContain('残した、通常のメールが 1通あります');
    const path = await next(reviewer);
    const { text, status } = await reviewer.get(path);
    expect(status).toBe(200);
    expect(text).toContain('先日の部品ですが、助かりました。');
    expect(text).toContain('部品の件');
    expect(text).not.toMatch(/aoki|青木|0点|通常<|insult-person|test\.entry|<mark|score/);
    await reviewer.get(path);
    expect(await actions(desk, 'spot.view')).toEqual(Array(2).fill(`spot/${path.split('=').at(-1)} 確認者2`));
    expect(await next(reviewer)).toBe(path); // unfinished: the same once more
    expect((await reviewer.post(formOf(path), {})).status).toBe(400);
    expect((await reviewer.post(formOf(path), { answer: 'fine' })).location).toBe('/missed/read?said=done');
    expect((await reviewer.get(path)).location).toBe('/missed/read?said=gone');
    expect((await reviewer.post(formOf(path), { answer: 'case' })).location).toBe('/missed/read?said=gone');
  });

  it('shows nobody a mail that was given to another, or to nobody', async () => {
    const mailId = await keepMail(desk, { subject: 'ひみつの件', body: 'ひみつの本文' });
    const path = await next(reviewer);
    for (const other of [path, '/missed/read?spot=999']) {
      const page = await lead.get(other);
      expect([page.status, page.location]).toEqual([303, '/missed/read?said=gone']);
      expect(page.text).not.toContain('ひみつ');
      expect((await lead.post(formOf(other), { answer: 'case' })).location).toBe('/missed/read?said=gone');
    }
    for (const none of ['0', '-1', 'x', '..%2F1', '9'.repeat(40)])
      expect((await reviewer.get(`/missed/read?spot=${none}`)).status).toBe(404);
    expect(mailId).toBeTruthy();
    expect((await reviewer.get('/missed/read/3')).location).toBe('/missed/read?spot=3'); // where it was before
    await reviewer.post(formOf(path), { answer: 'pass' });
  });

  it('makes a case of what a reader sees, marked as found so, and its words go to the work list', async () => {
    await keepMail(desk, { subject: '対応について', body: 'ほんまに使えへん人やね、あんた。' });
    for (;;) {
      const path = await next(lead);
      const { text } = await lead.get(path);
      const isIt = text.includes('使えへん');
      const done = await lead.post(formOf(path), { answer: isIt ? 'case' : 'fine' });
      if (!isIt) continue;
      const id = /case=(\d+)/.exec(done.location!)![1]!;
      expect((await lead.get(done.location!)).text).toContain(`案件 ${id} になりました`);
      const page = (await reviewer.get(`/cases/${id}`)).text;
      expect(page).toContain('見落としの確かめで見つかった案件です');
      expect((await reviewer.post(`/cases/${id}/approve`, { ...APPROVE, missed: '使えへん人' })).status).toBe(303);
      expect((await lead.get('/dictionaries?tab=work')).text).toContain('使えへん人');
      break;
    }
    expect(await actions(desk, 'spot.answer')).not.toHaveLength(0);
    expect((await lead.get('/numbers')).text).toMatch(/<td>1<\/td><td>0<\/td><\/tr>/); // seen as harassment, none undecided
  });

  it('gives nobody a mail that speaks of them', async () => {
    await keepMail(desk, { subject: '担当の件', body: '確認者2さんの対応は丁寧でした。' });
    expect(await next(reviewer)).toBe('/missed/read?said=none');
    const path = await next(lead);
    expect((await lead.get(path)).text).toContain('確認者2さん');
    await lead.post(formOf(path), { answer: 'fine' });
  });

  it('ends with the budget of the day', async () => {
    const small = await startDesk({ spotChecks: { ...SETTINGS, perDay: 2 } });
    try {
      const browser = await small.signedInAs('reviewer');
      for (const n of [1, 2, 3]) await keepMail(small, { subject: `件名${n}` });
      for (const _ of [1, 2])
        await browser.post(formOf((await browser.post('/missed/read')).location!), { answer: 'fine' });
      expect((await browser.post('/missed/read')).location).toBe('/missed/read?said=rest');
      small.clock.now = new Date(small.clock.now.getTime() + 86_400_000);
      expect((await browser.post('/missed/read')).location).toMatch(/\/missed\/read\?spot=\d+/);
    } finally {
      await small.stop();
    }
  });

  it('tells how much is found, in words, on the numbers and in the proof of duties', async () => {
    const found = await startDesk({ spotChecks: { ...SETTINGS, oneIn: 2 } });
    try {
      const browser = await found.signedInAs('lead');
      expect((await browser.get('/proof')).text).toContain('まだ測れていません');
      for (let n = 0; n < 4; n++) await keepMail(found, { subject: `件名${n}` }, { stratum: 'near', chance: 1 });
      for (let n = 0; n < 4; n++)
        await browser.post(formOf((await browser.post('/missed/read')).location!), { answer: 'fine' });
      expect((await browser.get('/numbers')).text).toContain('認定された案件のメールがまだない');
      const id = await found.addCase({
        from: 'taro@example.com',
        subject: '至急',
        body: '土下座しろ',
        found: [{ text: '土下座しろ', act: 'insult-person', points: 6 }],
      });
      await found.db.execute('update komainu.verdict set tossed = true');
      await browser.post(`/cases/${id}/approve`, APPROVE);
      const sentence = /嫌がらせのメール100通のうち、\d+〜100通を見つけています/;
      for (const page of ['/numbers', '/proof']) expect((await browser.get(page)).text).toMatch(sentence);
    } finally {
      await found.stop();
    }
  });

  it('keeps nothing and asks for nothing while it is off', async () => {
    const off = await startDesk();
    try {
      const browser = await off.signedInAs('lead');
      expect((await browser.get('/numbers')).text).toContain('いまは、通常のメールを残していません');
      expect((await browser.get('/policy')).text).not.toContain('ごく一部を、見落としがないか');
      expect(await off.db.$count(spotCheck)).toBe(0);
    } finally {
      await off.stop();
    }
  });
});
