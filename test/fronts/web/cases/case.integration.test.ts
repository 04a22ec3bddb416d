import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide, recordAnswer } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await startDesk();
  browser = await desk.signedInAs('reviewer');
});
afterAll(() => desk.stop());

const show = async (mail: Parameters<TestDesk['addCase']>[0], query = '', reference?: string) =>
  (await browser.get(`/cases/${await desk.addCase(mail, reference)}${query}`)).text;

/** The case itself, without the list beside it. */
const itself = (html: string) => html.slice(html.indexOf('id="case-mail"'));

/** The words of a page as a reader sees them. */
const seen = (html: string) => html.replace(/<[^>]+>/g, '');

describe('a case', { timeout: 180_000 }, () => {
  it('starts with who, to whom, when, acts and the strongest reason', async () => {
    const text = await show({
      from: '=?utf-8?b?55Sw5Lit?= <tanaka@example.com>',
      subject: 'お見積りの件',
      body: 'あなたは無能ですね。誠意を見せろ。',
      found: [
        { text: '誠意を見せろ', act: 'apology-demand', points: 3 },
        { text: '無能', act: 'personality-denial', points: 6 },
      ],
    });
    const summary = seen(/<div class="case-head">[\s\S]*?<\/details>/.exec(text)![0]);
    for (const words of [
      'なぜ: 人格を否定する発言、合理的理由のない謝罪の要求',
      'support@example.co.jp',
      '2026年7月3日(金) 9:00',
      '人格を否定する発言',
    ])
      expect(summary).toContain(words);
    expect(summary).toContain('最も強い根拠「無能」は test.entry に当たります。');
    expect(itself(text).indexOf('class="why"')).toBeLessThan(itself(text).indexOf('あなたは'));
  });

  it('leads to help where its writer is a worry, and only there', async () => {
    const mail = { from: 'a@example.com', subject: 'お願い', body: 'もう生きていけません。' };
    const text = await show({ ...mail, notes: ['worry.own-death'] });
    expect(itself(text)).toContain('href="/policy?tab=worry"');
    expect(itself(await show(mail))).not.toContain('href="/policy?tab=worry"');
    expect((await browser.get('/policy?tab=worry')).text).toContain('0120-279-338');
  });

  it('links each marked word with its reason, and back', async () => {
    const text = await show({
      from: 'a@example.com',
      subject: 's',
      body: '本当に無能ですね。',
      found: [{ text: '無能', act: 'insult-person', points: 4 }],
    });
    expect(text).toContain(
      '本当に<span class="anchor" id="mail-0-mark-0"></span><mark class="counted"><a href="#mail-0-reason-0">無能<sup>1</sup></a></mark>ですね。',
    );
    expect(text).toMatch(/<li id="mail-0-reason-0"[\s\S]*?href="#mail-0-mark-0"[\s\S]*?強[\s\S]*?test\.entry/);
  });

  it('tells own words from quotation and signature', async () => {
    const text = await show({
      from: 'a@example.com',
      subject: 's',
      body: 'これは自分の言葉で、見積もりの納期についての返事です。\r\n\r\n> 引用された言葉\r\n> 二行目\r\n\r\n-- \r\n田中 太郎\r\nTEL 03-0000-0000\r\n',
    });
    expect(text).toMatch(/<div class="block own">[\s\S]*?これは自分の言葉で/);
    expect(text).toMatch(
      /<details class="block quoted"><summary>引用 <span class="muted">2行<\/span><\/summary>[\s\S]*?&gt; 引用された言葉/,
    );
    expect(text).toMatch(/<details class="block signature">[\s\S]*?田中 太郎/);
  });

  it('lists attachments by name, size and hash, and gives them only as a file, after a warning', async () => {
    const text = await show({
      from: 'a@example.com',
      subject: 's',
      headers: 'Content-Type: multipart/mixed; boundary=b\r\n',
      body: '--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="<b>x.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b--\r\n',
    });
    const list = /<section class="attachments">[\s\S]*?<\/section>/.exec(text)![0];
    expect(list).toMatch(/x\.pdf/);
    expect(list).toContain('9 バイト');
    expect(list).toContain('sha256 e5c62df5dab5c87b6a015ef3d43597074d1eec433b15f51aec63b8582d0e4ab4');
    expect(list).not.toContain('<b>');
    const path = /href="([^"]+)"/.exec(list)![1]!;
    const warning = await browser.get(path);
    expect(warning.text).toContain('ウイルスや不正な文書かもしれません');
    const file = await browser.post(path);
    expect(file.text).toBe('%PDF-1.4\n');
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="_b_x.pdf"; filename*=UTF-8''_b_x.pdf`,
      'x-content-type-options': 'nosniff',
    });
    for (const wrong of [path.replace(/0$/, '1'), path.replace(/0$/, 'x'), path.replace(/cases\/\d+/, 'cases/1')])
      expect((await browser.post(wrong)).status).toBe(404);
  });

  it('says that a mail cannot be read, and shows how it begins', async () => {
    const id = await desk.addUnreadable(Buffer.from('\u0001\u202e<img src=x> ???'));
    const { text, status } = await browser.get(`/cases/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('判定不能');
    expect(text).not.toContain('<img src=x>');
  });

  it('shows a mail that was delivered again into its thread beside the earlier one', async () => {
    const first = await desk.addCase(
      { from: 'a@example.com', subject: '一通目', body: '一通目の本文' },
      'thread-of-two',
    );
    const second = await desk.addCase(
      { from: 'a@example.com', subject: '二通目', body: '二通目の本文' },
      'thread-of-two',
    );
    expect(second).toBe(first);
    const { text } = await browser.get(`/cases/${first}`);
    expect(text).toContain('メール 2 / 2');
    expect(itself(text).indexOf('一通目の本文')).toBeLessThan(itself(text).indexOf('二通目の本文'));
  });

  it('links the closed case before it', async () => {
    const closed = await desk.addCase({ from: 'a@example.com', subject: '前', body: '前' }, 'reopened-thread');
    await decide(desk.db, closed, { kind: 'dismiss', reason: 'joke', note: '' }, '高橋', desk.clock.now);
    const text = await show({ from: 'a@example.com', subject: '後', body: '後' }, '', 'reopened-thread');
    expect(text).toContain(`<a href="/cases/${closed}">`);
  });

  it('tells what happened before: the thread, our answers, other cases, and what changed', async () => {
    const hours = (n: number) => new Date(desk.clock.now.getTime() + n * 3_600_000);
    const from = '山田 <yamada@example.com>';
    const found = [{ text: '誠意を見せろ', act: 'apology-demand', points: 3 }] as const;
    const body = '誠意を見せろ。';
    await desk.addCase({ from, subject: '一通目', body, band: 'grey', found, receivedAt: hours(-9) }, 'past');
    await recordAnswer(desk.db, {
      source: 'sent',
      uidValidity: 1n,
      uid: 1,
      messageId: 'our-answer',
      references: ['past'],
      at: hours(-5),
    });
    const text = await show(
      {
        from,
        subject: '二通目',
        body: `${body}無能。`,
        band: 'urgent',
        found: [...found, { text: '無能', act: 'insult-person', points: 5 }],
        receivedAt: hours(-1),
      },
      '',
      'past',
    );
    const past = seen(/<details class="card past"[\s\S]*?<\/ol>/.exec(text)![0]);
    for (const words of [
      '至急 1',
      '微妙 1',
      '8時間の間隔。その間にこちらから返信しています。',
      '判定: 微妙 → 至急',
      '新しい行為個人を侮辱する発言',
      '繰り返している行為合理的理由のない謝罪の要求',
    ])
      expect(past).toContain(words);
    expect(past).toMatch(/メールを受信 微妙 この案件support[\s\S]*こちらから返信sent[\s\S]*メールを受信 至急 この案件/);
    expect(text).toContain('href="/?tab=dismissed&amp;counterparty=example.com"');
  });

  it.each(['0', '999999', '-1', '1e3', 'abc', '9'.repeat(40), '1%00', "1'--"])('%s is not there', async (id) => {
    expect((await browser.get(`/cases/${id}`)).status).toBe(404);
  });
});

describe('painful words', { timeout: 180_000 }, () => {
  const mail = {
    from: 'ぶん殴る <a@example.com>',
    subject: 'ぶん殴る件',
    body: 'お前をぶん殴る。必ずだ。\r\n\r\n> ぶん殴るとは何ですか\r\n',
    found: [
      { text: 'ぶん殴る', act: 'physical-violence', points: 8 },
      { text: '殴る。必ず', act: 'intimidation-person', points: 3 },
    ],
  } as const;

  it('are not in the page at all until asked for: text, subject, sender, quotation, header, reason', async () => {
    const text = await show(mail);
    expect(text).not.toContain('殴る');
    expect(seen(text)).toContain('お前を〔暴力的な言葉〕1');
    expect(text).toContain('伏せた言葉を表示する');
  });

  it('are there when asked for, and can be hidden again', async () => {
    const text = await show(mail, '?reveal=1', 'revealed');
    expect(seen(text)).toContain('お前をぶん殴る');
    expect(text).toContain('もう一度伏せる');
  });

  it('stay hidden on a page that answers a wrong form', async () => {
    const id = await desk.addCase(mail, 'wrong-form');
    const page = await browser.post(`/cases/${id}/dismiss`);
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('殴る');
  });

  it('of other kinds are shown as they are', async () => {
    const text = await show(
      { ...mail, found: [{ text: 'ぶん殴る', act: 'insult-person', points: 8 }] },
      '',
      'other-kind',
    );
    expect(text).toContain('ぶん殴る');
    expect(text).not.toContain('class="masking-switch"');
  });

  it('are all that counted, for whoever wants that, subjects of lists too', async () => {
    const own = await desk.signedInAs('reviewer');
    expect((await own.post('/settings', { mask: 'all', keys: 'off' })).location).toBe('/me?saved=1');
    const id = await desk.addCase(
      { ...mail, found: [{ text: 'ぶん殴る', act: 'insult-person', points: 8 }] },
      'mask-all',
    );
    const page = (await own.get(`/cases/${id}`)).text;
    expect(page).not.toContain('ぶん殴る');
    expect(page).toContain('根拠になった言葉を伏せています');
    expect(page).not.toContain('data-keys');
    expect((await own.get('/')).text).not.toContain('ぶん殴る');
    expect((await browser.get('/')).text).toContain('ぶん殴る');
  });
});

describe('a hostile mail', { timeout: 180_000 }, () => {
  const NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">';

  it('cannot bring in markup by sender, subject, body, header or attachment', async () => {
    const text = await show({
      from: '=?utf-8?q?=22=3E=3Cscript=3Ealert(1)=3C/script=3E?= <a@example.com>',
      subject: NASTY,
      body: `${NASTY}\r\n</div></details></main><style>*{display:none}</style>\r\n<form action=https://example.com>\r\n> ${NASTY}`,
      headers: `X-Nasty: ${NASTY}\r\n`,
      found: [{ text: '<script>', act: 'insult-person', points: 4 }],
    });
    expect(text).not.toMatch(/<script>|<img src=x|<style|href="javascript|<form action=https/);
    expect(text).toContain('&lt;script&gt;');
    expect(text.match(/<\/main>/g)).toHaveLength(1);
    const list = (await browser.get('/')).text;
    expect(list).not.toMatch(/<script>|<img src=x/);
  });

  it('cannot turn text around: direction overrides are written out', async () => {
    const text = await show({
      from: 'a@example.com',
      subject: 'invoice\u202Efdp.exe',
      body: 'abc\u202Edef\u2066ghi\u200F\u0007',
      found: [{ text: 'def', act: 'insult-person', points: 4 }],
    });
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
    expect(seen(text)).toContain('abc[U+202E]def1[U+2066]ghi[U+200F][U+0007]');
    expect((await browser.get('/')).text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('of five megabytes is cut and says so', async () => {
    const text = await show({ from: 'a@example.com', subject: 'long', body: '長い文章です。\r\n'.repeat(250_000) });
    expect(text.length).toBeLessThan(1_000_000);
    expect(text).toContain('文字は表示していません');
  });
});
