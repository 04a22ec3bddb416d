import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import type { FixtureMail } from '../support/mails.ts';

let desk: TestDesk;
let browser: Browser; // 確認者1
let made = 0;
beforeAll(async () => {
  desk = await startDesk();
  browser = await desk.signedInAs('reviewer');
});
afterAll(() => desk.stop());

const addCase = (mail: Partial<FixtureMail>, reference?: string): Promise<CaseId> => {
  made += 1;
  return desk.addCase(
    { from: 'a@example.com', subject: `件名 ${made}`, body: '本文。', ...mail },
    reference ?? `row-${made}`,
  );
};
/** The row of the list, and the one beside a case, without its tags. */
const shownOf = async (id: CaseId, who = browser) => {
  const beside = await addCase({}); // another case, beside which it stands
  const seen = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const list = (await who.get('/')).text;
  const pane = (await who.get(`/cases/${beside}`)).text;
  return {
    row: seen(new RegExp(`<li class="case-row" id="row-${id}">[\\s\\S]*?</p></li>`).exec(list)![0]),
    pane: seen(
      new RegExp(`<li id="pane-${id}"><a id="pane-case-${id}" href="/cases/${id}" aria-current[\\s\\S]*?</li>`).exec(
        pane,
      )![0],
    ),
  };
};

describe('a row of the list and of the pane beside a case', { timeout: 180_000 }, () => {
  it('says how the newest mail begins, in its own words', async () => {
    const id = await addCase({ body: '> 前のメールの引用です。\r\n\r\n返事が遅すぎます。\r\n二行目です。' }, 'thread');
    for (const shown of Object.values(await shownOf(id))) {
      expect(shown).toContain('返事が遅すぎます。 二行目です。');
      expect(shown).not.toContain('引用です');
    }
    await addCase({ body: 'まだですか。' }, 'thread');
    expect((await shownOf(id)).row).toContain('まだですか。');
  });

  it('names two acts and says how many more there are', async () => {
    const found = [
      { text: '無能', act: 'insult-person', points: 5 },
      { text: '土下座', act: 'apology-demand', points: 4 },
      { text: '店に来い', act: 'summons', points: 3 },
    ] as const;
    const { row } = await shownOf(await addCase({ body: '無能。土下座。店に来い。', found }));
    expect(row).toContain('個人を侮辱する発言 合理的理由のない謝罪の要求 +1');
    expect(row).not.toContain('事業所以外への呼び出し');
  });

  it('says no words of a mail with violent ones, and what the page of the case shows of any other', async () => {
    const found = [{ text: 'ぶん殴る', act: 'physical-violence', points: 8 }] as const;
    const hidden = await shownOf(await addCase({ body: 'お前をぶん殴る。', found }));
    for (const shown of [hidden.row, hidden.pane]) expect(shown).not.toMatch(/殴る|お前/);
    const id = await addCase({ body: '灯油と包丁の見積もりをお願いします。' });
    for (const shown of [
      ...Object.values(await shownOf(id)),
      (await browser.get(`/cases/${id}`)).text.replace(/<[^>]*>/g, ''),
    ])
      expect(shown).toContain('灯油と包丁の見積もり');
  });

  it('says no words of a case whose texts speak of whoever looks, wherever in them', async () => {
    const id = await addCase({ body: 'はじめの言葉です。\r\n\r\nperson-1@example.jp の対応がひどい。' });
    for (const shown of Object.values(await shownOf(id))) expect(shown).not.toContain('はじめの言葉');
    const other = await desk.signedInAs('reviewer');
    for (const shown of Object.values(await shownOf(id, other))) expect(shown).toContain('はじめの言葉');
  });

  it('says no words where there is too much text to look for people in it', async () => {
    const reference = 'much';
    let id = await addCase({ body: `長い話です。${'あ'.repeat(39_000)}` }, reference);
    expect((await shownOf(id)).row).toContain('長い話です');
    for (let i = 0; i < 6; i++) id = await addCase({ body: `長い話です${i}。${'あ'.repeat(39_000)}` }, reference);
    expect((await shownOf(id)).row).not.toContain('長い話です');
  });

  it('says no words to whoever masks all that counted', async () => {
    const own = await desk.signedInAs('reviewer');
    await own.post('/settings', { mask: 'all', keys: 'on' });
    const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
    const id = await addCase({ body: '本当に無能ですね。', found });
    for (const shown of Object.values(await shownOf(id, own))) expect(shown).not.toContain('本当に');
    expect((await shownOf(id)).row).toContain('本当に無能ですね');
  });

  it('says who has it', async () => {
    const id = await addCase({});
    await browser.get(`/cases/${id}`);
    const other = await desk.signedInAs('lead');
    for (const shown of Object.values(await shownOf(id, other))) expect(shown).toContain('確認者1 さんが確認中');
  });
});
