import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { ROLES } from '../../src/cases/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { chromiumPath } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { createService, type TestService } from '../support/service.ts';
import { SIZES, type Way, waysOf } from './cover.ts';
import { LOOKS, type Look, type Places } from './pages.ts';

// Every page as a picture, for somebody to read: size, language, light and dark, with and without script, empty and filled, pairwise. Four
// pictures a sheet in dist/looks/. `npm run looks -- list case` takes those pages alone.

const FOLDER = shipped('dist/looks-sheets');
const MOST = 250; // pictures
const A_SHEET = 4;
const PASSWORD = '狛犬は門の前に二匹すわっている';
const STILL = ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'];

interface Place {
  readonly url: string;
  readonly state: BrowserContextOptions['storageState'];
  readonly places: Places | null; // null: it is empty
}

await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<void> {
  const looks = LOOKS.map((look, place) => ({ look, ways: waysOf(place) })).filter(
    ({ look }) => names.length === 0 || names.includes(look.name),
  );
  const wanted = looks.flatMap(({ look, ways }) =>
    ways.filter(({ filled }) => filled || !look.filledOnly).map((way) => ({ look, way })),
  );
  // What has nothing to show without data is looked at with data at every size.
  const more = looks.flatMap(({ look, ways }) =>
    look.filledOnly ? ways.filter(({ filled }) => !filled).map((way) => ({ look, way: { ...way, filled: true } })) : [],
  );
  const all = [...wanted, ...more].filter(({ look, way }) => way.script || look.prepare === undefined);
  if (all.length > MOST) throw new Error(`${all.length} pictures are more than somebody reads.`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: STILL });
  const services = [createService(null), createService('company:\n  name: 株式会社みほん\nsources: []\n')] as const;
  try {
    const filled = await openFilled(browser, services[0]);
    const empty = await openEmpty(browser, services[1]);
    const inOrder = all.toSorted((a, b) => LOOKS.indexOf(a.look) - LOOKS.indexOf(b.look));
    for (let at = 0; at < inOrder.length; at += A_SHEET) {
      const cells: string[] = [];
      for (const { look, way } of inOrder.slice(at, at + A_SHEET)) {
        const picture = await pictureOf(browser, way.filled ? filled : empty, look, way);
        const said = [way.size, way.locale.slice(0, 2), way.colorScheme, ...(way.script ? [] : ['no script'])];
        cells.push(figureOf(picture, `${look.name} · ${[...said, way.filled ? 'filled' : 'empty'].join(' · ')}`));
      }
      await compose(browser, cells, join(FOLDER, `${String(at / A_SHEET + 1).padStart(2, '0')}.png`));
    }
    console.log(`${all.length} pictures in ${FOLDER}`);
  } finally {
    await browser.close();
    for (const service of services) service.remove();
  }
}

/** The sample as it is once its people have done what they do, and somebody with every role. */
async function openFilled(browser: Browser, service: TestService): Promise<Place> {
  const { url, firstLink } = await service.start();
  const casesOf = async (status: string) =>
    (await service.cli('cases', 'list', '--json', '--status', status))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string });
  await eventually(async () => (await casesOf('approved')).length + (await casesOf('dismissed')).length >= 6, 3_000);
  const state = await everything(browser, service, firstLink!);
  const page = await (await browser.newContext({ storageState: state, locale: 'ja-JP' })).newPage();
  const hrefOn = async (path: string, selector: string, otherwise: string) => {
    await page.goto(new URL(path, url!).href);
    const link = page.locator(selector).first();
    return (await link.count()) === 0 ? otherwise : (await link.getAttribute('href'))!;
  };
  const last = (path: string) =>
    path
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1)!;
  const [open] = [last(await hrefOn('/', '.case-row .row-link', '/cases/1'))];
  const decided = (await casesOf('approved'))[0]!.id;
  const places: Places = {
    open,
    decided,
    dismissed: (await casesOf('dismissed'))[0]?.id ?? decided,
    consultation: await hrefOn('/reports', 'main a[href^="/reports/"]:not([href*="new"])', '/reports'),
    letter: await hrefOn(`/cases/${decided}?tab=papers`, 'main a[href*="/letters/"]', `/cases/${decided}?tab=papers`),
    counterparty: await hrefOn('/counterparties', 'main a[href^="/counterparties/"]', '/counterparties'),
    person: new URLSearchParams((await hrefOn('/people', 'main a[href*="person="]', '?person=1')).split(/[?#]/)[1]).get(
      'person',
    )!,
  };
  await page.context().close();
  return { url: url!, state, places };
}

async function openEmpty(browser: Browser, service: TestService): Promise<Place> {
  const { url, firstLink } = await service.start();
  return { url: url!, state: await everything(browser, service, firstLink!), places: null };
}

/** Opens the first account, then one with every role. @returns its cookies */
async function everything(browser: Browser, service: TestService, firstLink: string) {
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  await accept(page, firstLink, '管理者');
  const roles = ROLES.flatMap((role) => ['--role', role]);
  const added = await service.cli('user', 'add', 'hanako@example.jp', '--name', '山田 花子', ...roles);
  await context.clearCookies();
  await accept(page, /http:\/\/\S+\/welcome\/\S+/.exec(added)![0], '山田 花子');
  const state = await context.storageState();
  await context.close();
  return state;
}

async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.fill('#name', name);
  const email = page.locator('#email:not([readonly])');
  if ((await email.count()) > 0) await email.fill('admin@example.jp');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('main button');
  await page.waitForSelector('.user-menu');
}

async function pictureOf(browser: Browser, { url, state, places }: Place, look: Look, way: Way): Promise<string> {
  const context = await browser.newContext({
    ...SIZES[way.size],
    locale: way.locale,
    colorScheme: way.colorScheme,
    javaScriptEnabled: way.script,
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    ...(look.name === 'sign-in' || state === undefined ? {} : { storageState: state }),
  });
  const page = await context.newPage();
  await page.goto(new URL(addressOf(look, places), url).href);
  await look.prepare?.(page).catch((error: Error) => console.log(`${look.name}: ${error.message.split('\n')[0]}`)); // a picture shows why
  const bytes = await page.screenshot({ type: 'jpeg', quality: 85, animations: 'disabled', caret: 'hide' });
  await context.close();
  return bytes.toString('base64');
}

function addressOf({ path }: Look, places: Places | null): string {
  return Object.entries(places ?? {}).reduce((address, [name, one]) => address.replace(`:${name}`, one), path);
}

function figureOf(picture: string, caption: string): string {
  return `<figure><figcaption>${caption}</figcaption><img src="data:image/jpeg;base64,${picture}"></figure>`;
}

async function compose(browser: Browser, cells: readonly string[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  await page.setContent(`<style>
    body { margin: 8px; background: #888; font: 16px sans-serif }
    main { display: flex; flex-wrap: wrap; gap: 12px; align-items: start }
    figure { margin: 0 } img { max-width: 980px; max-height: 760px } figcaption { color: #fff }
  </style><main>${cells.join('')}</main>`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
