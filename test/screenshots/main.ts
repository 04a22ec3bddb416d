import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { shipped } from '../../src/util/paths.ts';
import { FONT, SERVERS } from '../support/available.ts';
import { chromiumPath } from '../support/chromium.ts';
import { installPackages, whyNotInstall } from '../support/install.ts';
import { createService, type TestService } from '../support/service.ts';
import { fillInbox } from './inbox.ts';
import { takeSheets } from './sheets.ts';
import { SHOTS, type Shot } from './shots.ts';

// Takes the pictures of the documentation: the built program, its sample mails, a real browser.

const FOLDER = shipped('docs/screenshots');
const MOST_BYTES = 300_000; // of one picture
const MOST_IN_ALL = 2_000_000;
const PERSON = { email: 'hanako@example.co.jp', name: '山田 花子', password: '狛犬は門の前に二匹すわっている' };
const ROLES = ['lead', 'tuner'];
const WIDE: BrowserContextOptions = { viewport: { width: 1200, height: 800 } };
const LOOKS: Readonly<Record<NonNullable<Shot['look']>, BrowserContextOptions>> = {
  dark: { ...WIDE, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const STILL = [
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--disable-lcd-text',
  '--font-render-hinting=none',
];

await main();

async function main(): Promise<void> {
  provide();
  const service = createService(null);
  let browser: Browser | undefined;
  try {
    const mails = await fillInbox(join(service.folder, 'data/sample/inbox'), new Date());
    const { url, firstLink } = await service.start();
    await untilJudged(service, mails);
    browser = await chromium.launch({ executablePath: chromiumPath(), args: STILL });
    const state = await signedIn(browser, service, firstLink!);
    mkdirSync(join(FOLDER, 'sheets'), { recursive: true });
    let bytes = 0;
    for (const shot of SHOTS) {
      const context = await browser.newContext({
        ...(shot.look === undefined ? WIDE : LOOKS[shot.look]),
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        reducedMotion: 'reduce',
        storageState: state,
      });
      bytes += await take(await context.newPage(), url!, shot);
      await context.close();
    }
    if (bytes > MOST_IN_ALL) throw new Error(`The pictures are larger than ${MOST_IN_ALL} bytes together.`);
    await takeSheets(browser, { url: url!, state, folder: join(FOLDER, 'sheets') });
  } finally {
    await browser?.close();
    service.remove();
  }
}

/** Chromium, and a font without which Japanese is boxes. */
function provide(): void {
  const missing = [SERVERS.chromium, FONT].filter((one) => !one.isThere());
  if (missing.length === 0) return;
  const obstacle = whyNotInstall(process.env);
  const packages = missing.flatMap((one) => one.packages);
  if (obstacle !== null) throw new Error(`Install ${packages.join(' ')} first (${obstacle}).`);
  const [failure] = installPackages(packages);
  if (failure) throw new Error(`${failure[0]}: ${failure[1]}`);
}

async function untilJudged(service: TestService, mails: number): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const { verdicts, waiting } = JSON.parse(await service.cli('status', '--json')) as {
      verdicts: Record<string, number>;
      waiting: number;
    };
    const judged = Object.values(verdicts).reduce((sum, n) => sum + n, 0);
    if (waiting === 0 && judged >= mails) return;
    await sleep(500);
  }
  throw new Error('The sample mails have not been judged within a minute.');
}

/** Opens the first account, then one with every role that a picture needs. @returns its cookies */
async function signedIn(browser: Browser, service: TestService, firstLink: string) {
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  await accept(page, firstLink, '管理者');
  const roles = ROLES.flatMap((role) => ['--role', role]);
  const added = await service.cli('user', 'add', PERSON.email, '--name', PERSON.name, ...roles);
  await context.clearCookies();
  await accept(page, /http:\/\/\S+\/welcome\/\S+/.exec(added)![0], PERSON.name);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.fill('#name', name);
  await page.fill('#password', PERSON.password);
  await page.fill('#again', PERSON.password);
  await page.click('main button');
  await page.waitForSelector('#case-list, button[name=closed]');
  const close = page.locator('button[name=closed]'); // of the first steps, where they are offered
  if ((await close.count()) > 0) await close.first().click();
  await page.waitForSelector('#case-list');
}

/** @returns its size in bytes */
async function take(page: Page, url: string, { name, path, prepare }: Shot): Promise<number> {
  await page.goto(`${url}/`);
  const first = await page.locator('.case-row .row-link').first().getAttribute('href');
  await page.goto(new URL(path.replace(':case', first ?? '/'), url).href);
  await prepare?.(page);
  await page.evaluate('document.fonts.ready');
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(file);
  console.log(`${name}.png ${Math.round(size / 1000)} KB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes.`);
  return size;
}
