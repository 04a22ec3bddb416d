import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openApproval } from './shots.ts';

// One sheet a page: how it looks at every size, in both languages, light and dark, side by side.

const SIZES: Readonly<Record<string, BrowserContextOptions>> = {
  '1440 × 900': { viewport: { width: 1440, height: 900 } },
  '1280 × 720': { viewport: { width: 1280, height: 720 } },
  '1440 × 900, 200 %': { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  '390 × 844': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const LOOKS = (['ja-JP', 'en-GB'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ locale, colorScheme })),
);

/** A page of the desk; `:case` stands for the case that matters most. */
interface Sheet {
  readonly name: string; // docs/screenshots/sheets/<name>.jpg
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const SHEETS: readonly Sheet[] = [
  { name: 'queue', path: '/' },
  { name: 'case', path: ':case' },
  { name: 'decide', path: ':case', prepare: openApproval },
  { name: 'care', path: '/?tab=tasks' },
  { name: 'numbers', path: '/numbers' },
  { name: 'dictionaries', path: '/dictionaries' },
  { name: 'status', path: '/status' },
  { name: 'hand-in', path: '/reports/new?about=incident' },
  { name: 'account', path: '/me' },
];

interface Desk {
  readonly url: string;
  readonly state: BrowserContextOptions['storageState'];
  readonly folder: string; // where the sheets go
}

export async function takeSheets(browser: Browser, desk: Desk): Promise<void> {
  for (const sheet of SHEETS) {
    const cells: string[] = [];
    for (const [size, options] of Object.entries(SIZES))
      for (const look of LOOKS) {
        const picture = await pictureOf(browser, desk, sheet, { ...options, ...look });
        cells.push(figureOf(picture, `${size} ${look.locale.slice(0, 2)} ${look.colorScheme}`));
      }
    const file = join(desk.folder, `${sheet.name}.jpg`);
    await compose(browser, cells, file);
    console.log(`sheets/${sheet.name}.jpg ${Math.round(statSync(file).size / 1000)} KB`);
  }
}

async function pictureOf(
  browser: Browser,
  { url, state }: Desk,
  { path, prepare }: Sheet,
  options: BrowserContextOptions,
): Promise<string> {
  const context = await browser.newContext({
    ...options,
    ...(state === undefined ? {} : { storageState: state }),
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${url}/`);
  const first = await page.locator('.case-row .row-link').first().getAttribute('href');
  await page.goto(new URL(path.replace(':case', first ?? '/'), url).href);
  await prepare?.(page);
  await page.evaluate('document.fonts.ready');
  const bytes = await page.screenshot({ type: 'jpeg', quality: 85, animations: 'disabled', caret: 'hide' });
  await context.close();
  return bytes.toString('base64');
}

const figureOf = (picture: string, caption: string): string =>
  `<figure><img src="data:image/jpeg;base64,${picture}"><figcaption>${caption}</figcaption></figure>`;

/** Rows of four: a size a row, a look a column. */
async function compose(browser: Browser, cells: readonly string[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  await page.setContent(`<style>
    body { margin: 8px; background: #888; font: 12px sans-serif }
    main { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; align-items: start }
    figure { margin: 0 } img { max-width: 100%; max-height: 620px } figcaption { color: #fff }
  </style><main>${cells.join('')}</main>`);
  await page.screenshot({ path: file, type: 'jpeg', quality: 70, fullPage: true });
  await page.close();
}
