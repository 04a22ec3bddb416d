import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { keepMail } from './kept-mail.ts';

const SETTINGS = { oneIn: 200, days: 30, readers: 2, perDay: 200, exceptSources: [] };
const BRINGS_DECIDED = 0.000005; // the coin's place at which a mail of a decided case comes first

describe('how far people agree', () => {
  let desk: TestDesk;
  let lead: Browser;
  let readers: Browser[];
  beforeAll(async () => {
    desk = await startDesk({ spotChecks: SETTINGS });
    lead = await desk.signedInAs('lead');
    readers = [];
    for (let i = 0; i < 4; i++) readers.push(await desk.signedInAs('reviewer'));
  });
  afterAll(() => desk.stop());

  async function readOne(browser: Browser, answerTo: (text: string) => string): Promise<string | null> {
    const path = (await browser.post('/missed/read')).location!;
    if (!/=\d+$/.test(path)) return null;
    const { text } = await browser.get(path);
    await browser.post(path.replace('?spot=', '/'), { answer: answerTo(text) });
    return text;
  }

  it('shows nothing that would be about somebody', async () => {
    const { text } = await lead.get('/numbers');
    expect(text).toContain('だれのことか分かってしまうおそれがある');
    expect(text).not.toContain('Krippendorff');
  });

  it('is told from pairs of readings, without a name', async () => {
    for (let n = 0; n < 24; n++)
      await keepMail(desk, { subject: `件名${n}`, body: n % 3 === 0 ? '怪しい本文' : '普通の本文' });
    for (let n = 0; n < 24; n++)
      for (const browser of [readers[n % 4]!, readers[(n + 1) % 4]!])
        await readOne(browser, (text) =>
          text.includes('怪しい') || (n === 5 && browser === readers[1]) ? 'case' : 'fine',
        );
    const { text } = await lead.get('/numbers');
    expect(text).toMatch(/互いの答えを知らずに見た 2\d組のうち、2\d組が同じ判断でした/);
    expect(text).toMatch(/α）：(0\.\d\d|1\.00)/);
    expect(text.replace(/<nav[\s\S]*?<\/nav>|<details class="user-menu"[\s\S]*?<\/details>/g, '')).not.toMatch(
      /確認者\d/,
    );
  });

  it('reads mails of decided cases among the others, and lists those on which people differ, to whoever may see them', async () => {
    const id = await desk.addCase({
      from: 'a@example.com',
      subject: '判断済みの件',
      body: '確認者3さんは話になりませんね。',
    });
    await lead.post(`/cases/${id}/dismiss`, { reason: 'complaint' });
    const before = (await listCases(desk.db, { limit: 1, offset: 0 })).total;
    for (let n = 0; n < 3; n++) await keepMail(desk, { subject: '別の件' }, { place: BRINGS_DECIDED + n * 1e-12 });
    expect(await readOne(lead, () => 'fine')).not.toContain('判断済みの件'); // they decided it
    expect(await readOne(readers[1]!, () => 'fine')).not.toContain('判断済みの件'); // it speaks of them
    const text = await readOne(readers[0]!, () => 'case');
    expect(text).toContain('判断済みの件');
    expect(text).not.toMatch(/<main[\s\S]*(却下|案件 \d)[\s\S]*<\/main>/);
    expect((await listCases(desk.db, { limit: 1, offset: 0 })).total).toBe(before);
    expect((await lead.get('/numbers')).text).toContain(`href="/cases/${id}"`);
    expect((await readers[1]!.get('/numbers')).text).not.toContain(`href="/cases/${id}"`);
    const auditor = await desk.signedInAs('auditor');
    expect((await auditor.get('/numbers')).text).not.toContain('話し合いの材料');
    expect((await readers[0]!.get('/numbers')).text).not.toContain('判断済みの件');
  });
});
