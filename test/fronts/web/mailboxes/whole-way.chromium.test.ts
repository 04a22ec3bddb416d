import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { chromiumPath, describeWithServer, startDovecot, type TestDovecot } from '../../../support/servers.ts';
import { createService, type RunningService, type TestService } from '../../../support/service.ts';

const PASSWORD = '狛犬は門の前に二匹すわっている';
const mail = (subject: string, text: string): Buffer =>
  Buffer.from(
    `From: tanaka@example.com\r\nTo: taro@desk.example.jp\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  );

/** A fresh installation without a mailbox, as an administrator without an engineer meets it. */
describeWithServer('dovecot', 'a mailbox set up in the browser', () => {
  let server: TestDovecot;
  let service: TestService;
  let running: RunningService;
  let browser: Browser;
  beforeAll(async () => {
    server = await startDovecot();
    await server.deliver(mail('御礼', 'いつもありがとうございます。'));
    await server.deliver(mail('苦情', 'お前は無能だ。死ね。殺してやる。'));
    service = createService('company:\n  name: 株式会社みほん\n', { NODE_EXTRA_CA_CERTS: server.caFile });
    running = await service.start();
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    service?.remove();
    await server?.stop();
  });

  /** What is pressed; words that people write are not counted. */
  function counter(page: Page) {
    let presses = 0;
    return {
      presses: () => presses,
      async go(selector: string) {
        presses++;
        await Promise.all([page.waitForNavigation(), page.click(selector)]);
      },
    };
  }

  it('leads from the first link to the first judged mail in five presses', { timeout: 300_000 }, async () => {
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    const { presses, go } = counter(page);
    await page.goto(running.firstLink!);
    await page.fill('#name', '運用 太郎');
    await page.fill('#password', PASSWORD);
    await page.fill('#again', PASSWORD);
    await go('main button');

    await page.fill('#address', 'taro@desk.example.jp');
    await go('form[action="/mailboxes/find"] button');
    expect(await page.textContent('main')).toContain('サーバーは見つかりませんでした');

    const form = 'form[action="/mailboxes/connect"]:has(#host)';
    await page.fill('#host', 'localhost');
    await page.fill('#port', String(server.port));
    await page.fill('#user', server.user);
    await page.fill('#secret', 'wrong');
    await go(`${form} button`);
    expect(await page.textContent('main')).toContain('ユーザー名またはパスワードを受け付けません');
    await page.fill('#secret', server.password);
    await go(`${form} button`);
    expect(await page.textContent('.came')).toMatch(/サインインできました.*INBOX を読めます2通/s);

    await go('form[action="/mailboxes/trial"] button');
    await page.waitForSelector('#trial .week', { timeout: 120_000 });
    expect(await page.textContent('#trial')).toContain('2通を読みました');
    expect(await service.cases()).toEqual([]);

    await go('form[action="/mailboxes/begin"] button');
    expect(await page.textContent('main')).toContain('読み始めました');
    await eventually(
      async () => /読んでいます/.test(await (await page.goto(`${running.url}/mailboxes`))!.text()),
      30_000,
    );
    await server.deliver(mail('また', 'お前は無能だ。死ね。殺してやる。'));
    await eventually(async () => (await service.cases()).length === 1);
    expect((await service.cases())[0]).toMatchObject({ band: 'urgent', mails: 1 });
    expect(presses() - 1).toBe(5); // without the wrong password
  });

  it('shows it on a phone without anything beside the page', { timeout: 120_000 }, async () => {
    const [context] = browser.contexts();
    const page = await context!.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [
      '/mailboxes',
      '/mailboxes?of=taro',
      '/mailboxes?tab=steps',
      '/mailboxes?tab=company',
      '/channels',
    ]) {
      await page.goto(`${running.url}${path}`);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, wide]).toEqual([path, 390]);
    }
  });
});
