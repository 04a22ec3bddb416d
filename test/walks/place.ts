import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { shipped } from '../../src/util/paths.ts';
import { chromiumPath } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { createService } from '../support/service.ts';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const TOKYO: BrowserContextOptions = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };
export const DESK = { ...TOKYO, viewport: { width: 1440, height: 900 } };
export const PHONE = { ...TOKYO, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const SHIPPED_MAILS = shipped('src/sample/mails');

/** The sample as somebody has it after a start: the built program, its invented mails and people, and browsers to come with, each with such a screen. */
export async function openSample(look: BrowserContextOptions) {
  const service = createService(null);
  const running = await service.start();
  const url = running.url!;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
  await eventually(async () => {
    const { verdicts, waiting } = JSON.parse(await service.cli('status', '--json')) as {
      verdicts: Record<string, number>;
      waiting: number;
    };
    return waiting === 0 && Object.values(verdicts).reduce((sum, n) => sum + n, 0) >= 64;
  }, 3_000);
  const decided = async (status: string) =>
    (await service.cli('cases', 'list', '--json', '--status', status)).split('\n').filter(Boolean).length;
  await eventually(async () => (await decided('approved')) + (await decided('dismissed')) >= 7, 3_000); // what the people of the story do

  /** A page of somebody's own browser; what the browser complains of is kept. */
  async function openPage(): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext(look)).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) complaints.push(`request to ${new URL(request.url()).origin}`);
    });
    return { page, complaints };
  }

  return {
    url,
    firstLink: running.firstLink!,
    cli: service.cli,
    shippedMails: SHIPPED_MAILS,
    openPage,

    /** Signs in as one of the invented people, by the button that has their name. */
    async comeAs(name: string) {
      const { page, complaints } = await openPage();
      await page.goto(`${url}/`);
      await page.click(`.sample-people button:has-text("${name}")`);
      await page.waitForSelector('.user-menu');
      return { page, complaints };
    },
    async close(): Promise<void> {
      await browser.close();
      await running.stop();
      service.remove();
    },
  };
}
export type Sample = Awaited<ReturnType<typeof openSample>>;

/** What a person reads on the page, or in a part of it. */
export async function readOn(page: Page, where = 'body'): Promise<string> {
  const part = page.locator(where).first();
  await part.waitFor();
  return (await part.allInnerTexts())[0]!;
}
