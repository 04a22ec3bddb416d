import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const CALL = { channel: 'phone', otherSide: '', words: '怒鳴られました。', wish: '' };

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await startDesk(); // on 2026-07-03, at 9 o'clock in Tokyo
  browser = await desk.signedInAs('employee');
});
afterAll(() => desk.stop());

const seen = ({ text }: Page) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
async function handedIn(fields: Record<string, string>): Promise<Page> {
  const { status, location, text } = await browser.post('/hand-in', { ...CALL, ...fields });
  expect(status, text).toBe(303);
  return browser.get(location!);
}

describe('when something happened', () => {
  it.each([
    ['a day alone', { when: '2026-07-02' }, '2026年7月2日 （時刻は分からない）'],
    ['today, whose evening is still to come', { when: '2026-07-03', about: 'evening' }, '2026年7月3日 夕方ごろ'],
    ['a part of a day', { when: '2026-07-02', about: 'morning' }, '2026年7月2日 朝・午前ごろ'],
    [
      'a minute, whatever else is said',
      { when: '2026-07-02', time: '16:30', about: 'morning' },
      '2026年7月2日(木) 16:30',
    ],
    ['no hour that anybody remembers', { when: '2026-07-02', about: 'day' }, '2026年7月2日 （時刻は分からない）'],
  ])('may be %s', async (_, fields, words) => {
    expect(seen(await handedIn(fields))).toContain(words);
  });

  it.each([
    ['no day', { when: '' }, '「いつ」を入力してください'],
    ['a time that is none', { when: '2026-07-02', time: '99:99' }, '「いつ」を入力してください'],
    ['a part of the day that is none', { when: '2026-07-02', about: 'teatime' }, 'この項目を確かめて'],
    ['tomorrow', { when: '2026-07-04' }, 'まだ来ていない日時です'],
    ['a minute that is still to come', { when: '2026-07-03', time: '09:01' }, 'まだ来ていない日時です'],
  ])('is not %s', async (_, fields, words) => {
    const page = await browser.post('/hand-in', { ...CALL, ...fields });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(new RegExp(`id="(?:when|time|about)-error">[^<]*${words}`));
  });
});

describe('the form', () => {
  it('says what is needed, and what is wrong where it is wrong', async () => {
    const { text } = await browser.get('/reports/new?about=incident');
    expect(text.match(/class="need">必須/g)).toHaveLength(2); // how and when; words too, but beside a mail: their hint says so
    const wrong = await browser.post('/hand-in', { ...CALL, when: '2026-07-02', words: '' });
    expect(wrong.text).toContain('id="words-error"');
  });

  it.each(['/reports', '/reports/new?about=incident', '/reports/new?about=mail'])(
    'on %s says first where to turn in danger',
    async (path) => {
      const { text } = await browser.get(path);
      expect(text).toContain('110番');
      expect(text.indexOf('110番')).toBeLessThan(text.indexOf('<form', text.indexOf('<main')) >>> 0);
    },
  );

  it('is answered with what happens now', async () => {
    const page = await handedIn({ when: '2026-07-02' });
    expect(seen(page)).toContain('責任者と確認者が内容を見ます');
    const someone = await desk.signedInAs('desk');
    const own = await browser.post('/hand-in', { ...CALL, when: '2026-07-02', confidential: '1' });
    expect(seen(await browser.get(own.location!))).toMatch(/担当（確認者\d）が内容を見ます/);
    expect(someone.cookies.size).toBeGreaterThan(0);
  });
});
