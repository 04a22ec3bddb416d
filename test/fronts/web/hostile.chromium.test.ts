import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCase } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { BAITS } from './support/baits.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';
import { type Sink, startSink } from './support/sink.ts';

/** Everything of the page but its words: which elements there are, with which attributes, and where links and forms lead. */
const STRUCTURE = `(() => {
  const all = document.cloneNode(true);
  for (const one of all.querySelectorAll('.notices')) one.remove();
  return [...all.querySelectorAll('*')].map((one) => {
    const where = ['href', 'src', 'action'].map((name) => (one.getAttribute(name) ?? '').replace(/\\d+/g, 'N'));
    return [one.localName, ...one.getAttributeNames().sort(), ...where].join(' ');
  });
})()`;

/** The rows of the list in the same way. */
const ROWS = `[...document.querySelectorAll('.case-row')].map((row) =>
  [...row.querySelectorAll('*:not(.row-marks, .row-marks *)')].map((one) => [one.localName, ...one.getAttributeNames().sort()].join(' ')).join('\\n'))`;

/** Where the columns of each row begin. */
const LEFT_EDGES = `[...document.querySelectorAll('.case-row')].map((row) =>
  [...row.children].map((one) => Math.round(one.getBoundingClientRect().left)).join(' '))`;

const HIDDEN = /[\p{Bidi_Control}\u{ad}\u{200b}\u{2060}-\u{2064}\u{feff}]/u;

describeWithServer('chromium', 'a hostile mail in a real browser', () => {
  let real: RealDesk;
  let sink: Sink;
  let page: Page;
  let complaints: string[];
  let openTab: () => Promise<Page>;
  let usual: readonly unknown[]; // structure of the pages of a case with a harmless mail
  const cases = new Map<string, Case>();
  let written = 0;
  beforeAll(async () => {
    sink = await startSink();
    real = await startRealDesk();
    ({ page, complaints, openTab } = await real.openPage({}, (tab, complain) => {
      tab.on('popup', () => complain('a window was opened'));
      tab.on('download', () => complain('a download began by itself'));
    }));
    await real.signIn(page);
    const tame = await addCase('a word');
    for (const { name, html } of BAITS) cases.set(name, await addCase(html(sink.url)));
    usual = (await looksOf(tame)).map(({ structure }) => structure);
  });
  afterAll(async () => {
    await real?.stop();
    await sink?.stop();
  });

  interface Case {
    readonly id: string;
    readonly paths: readonly string[];
  }

  /** A case whose mail says `bait` wherever a mail can say something. */
  async function addCase(bait: string): Promise<Case> {
    const quoted = bait.replaceAll('"', "'");
    const id = await real.desk.addCase(
      {
        from: `"${quoted}" <sender@example.com>`,
        subject: `件名 ${bait}`,
        headers: `X-Note: ${bait}\r\nContent-Type: multipart/mixed; boundary=m\r\n`,
        body: [
          '--m\r\nContent-Type: multipart/alternative; boundary=a\r\n',
          '--a\r\nContent-Type: text/plain; charset=utf-8\r\n',
          `無能だと書いてあります。${bait} 以上です。`,
          '--a\r\nContent-Type: text/html; charset=utf-8\r\n',
          `<p>ほかの部分にはない言葉です。</p>${bait}`,
          '--a--',
          `--m\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="${quoted}.html"\r\n`,
          `<p>言葉のあるファイルです。</p>${bait}`,
          '--m--\r\n',
        ].join('\r\n'),
        found: [{ text: '無能', act: 'insult-person', points: 5 }],
      },
      `hostile-${++written}`,
    );
    const { mailId } = (await loadCase(real.desk.db, id))!.items[0]!;
    const at = `/cases/${id}`;
    return {
      id,
      paths: [
        at,
        `${at}?reveal=1`,
        `${at}?tab=body&similar=1`,
        `${at}/mails/${mailId}`,
        `${at}/mails/${mailId}/files/0`,
      ],
    };
  }

  /** Opens every page of a case, at the same time: each has to be silent for half a second before it counts as loaded. */
  const looksOf = ({ paths }: Case) =>
    Promise.all(
      paths.map(async (path) => {
        const tab = await openTab();
        await tab.goto(`${real.url}${path}`, { waitUntil: 'networkidle' });
        expect(tab.url()).toBe(`${real.url}${path}`);
        const look = { structure: await tab.evaluate(STRUCTURE), title: await tab.title() };
        await tab.close();
        return look;
      }),
    );

  it.each(BAITS.filter(({ acts }) => acts))(
    '$name would do something on a page that shows them as they are',
    async ({ html }) => {
      const open = await real.openPage();
      sink.page = html(sink.url);
      sink.hits.length = 0;
      open.page.on('dialog', (dialog) => dialog.dismiss());
      await open.page.goto(`${sink.url}/page`, { waitUntil: 'networkidle' });
      expect([...sink.hits, ...open.complaints.filter((one) => one.startsWith('dialog'))]).not.toEqual([]);
      await open.page.context().close();
    },
  );

  it.each(BAITS)('$name change nothing of the case, near-duplicates and files, and load nothing', async ({ name }) => {
    sink.hits.length = 0;
    const looks = await looksOf(cases.get(name)!);
    expect(looks.map(({ structure }) => structure)).toEqual(usual);
    for (const { title } of looks)
      expect(title).toMatch(/^(\(\d+\) )?(案件 \d+|ほぼ同じ案件をまとめて却下|添付ファイルの保存) · 狛犬$/);
    expect(complaints).toEqual([]);
    expect(sink.hits).toEqual([]);
  });

  it('all of them together leave the list and its search as they are', async () => {
    sink.hits.length = 0;
    for (const path of ['/', '/?tab=review', `/?q=${encodeURIComponent('<script>')}`]) {
      await page.goto(`${real.url}${path}`, { waitUntil: 'networkidle' });
      expect(await page.title()).toMatch(/^(\(\d+\) )?確認を待つ案件 · 狛犬$/);
      const rows = await page.evaluate(ROWS);
      expect(new Set(rows as string[]).size).toBe(1);
    }
    expect(complaints).toEqual([]);
    expect(sink.hits).toEqual([]);
  });

  it('its directions stay its own: nothing around a name is moved, and what cannot be seen is written out', async () => {
    const tricks = 'a\u202Eb\u2066c\u200Bd\u00ADe\uFEFF';
    const turned = await addCase(`אבגד ${tricks} مرحبا`);
    await page.goto(`${real.url}/`);
    const left = await page.evaluate(LEFT_EDGES);
    expect(new Set((left as string[]).map(String)).size).toBe(1);
    for (const path of ['/', ...turned.paths]) {
      await page.goto(`${real.url}${path}`);
      expect(`${await page.title()}${await page.evaluate('document.body.textContent')}`).not.toMatch(HIDDEN);
    }
    expect(await page.textContent('.file')).toBe('אבגד abcde مرحبا.html');
    expect(complaints).toEqual([]);
  });

  it('saves a file under a harmless name that ends as the file does, and stays where it is', async () => {
    const { paths } = await addCase('..\\..\\CON\u202Egpj.exe');
    const saving = await real.openPage();
    await real.signIn(saving.page);
    await saving.page.goto(`${real.url}${paths.at(-1)}`);
    const [download] = await Promise.all([saving.page.waitForEvent('download'), saving.page.click('main form button')]);
    expect(download.suggestedFilename()).toMatch(/^CONgpj\.exe\.html$/);
    expect(saving.page.url()).toBe(`${real.url}${paths.at(-1)}`);
  });

  it('of five megabytes leaves a page that answers and is not large, however often it is sent', async () => {
    const body = '<b>&"無能</b>\u202e\u200b'.repeat(200_000);
    let id = '';
    for (let i = 0; i < 12; i++)
      id = await real.desk.addCase({ from: 'a@example.com', subject: `${i}`, body: `${i} ${body}` }, 'flood');
    const answer = await page.goto(`${real.url}/cases/${id}`);
    expect((await answer!.body()).byteLength).toBeLessThan(3_000_000);
    await page.click('#way-dismiss > summary');
    await page.waitForSelector('#way-dismiss[open]');
    expect(complaints).toEqual([]);
  });
});
