import type { Page } from 'playwright-core';

/** A picture of the desk: which page, in which state, and how it is looked at. */
export interface Shot {
  readonly name: string; // docs/screenshots/<name>.png
  readonly path: string; // `:case` stands for the case that matters most
  readonly look?: 'dark' | 'phone'; // else light and wide
  readonly prepare?: (page: Page) => Promise<void>;
}

export const SHOTS: readonly Shot[] = [
  { name: 'queue', path: '/' },
  { name: 'case', path: ':case' },
  { name: 'evidence', path: ':case', prepare: (page) => scrollTo(page, '.mail') },
  { name: 'decide', path: ':case', prepare: openApproval },
  { name: 'status', path: '/status' },
  { name: 'dictionaries', path: '/dictionaries' },
  { name: 'numbers', path: '/numbers' },
  { name: 'hand-in', path: '/reports/new', prepare: (page) => page.check('input[value=phone]') },
  { name: 'queue-dark', path: '/', look: 'dark' },
  { name: 'case-phone', path: ':case', look: 'phone' },
];

/** The form of an approval, as it opens. */
export async function openApproval(page: Page): Promise<void> {
  await page.click('#way-approve > summary');
  await page.mouse.move(0, 0);
  await scrollTo(page, '#decide');
}

const scrollTo = (page: Page, selector: string): Promise<void> =>
  page.evaluate(`document.querySelector('${selector}').scrollIntoView()`);
