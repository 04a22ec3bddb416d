import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { AccountsOptions } from '../../../../src/actions/sign-in/index.ts';
import { chromiumPath } from '../../../support/servers.ts';
import { ownAddress } from './client-address.ts';
import { PASSWORD, startDesk } from './desk.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A desk that is served, and Chromium to look at it. `first@example.jp` is there as a lead. */
export async function startRealDesk(
  overrides: Parameters<typeof startDesk>[0] = {},
  providers: AccountsOptions['providers'] = [],
) {
  const desk = await startDesk(overrides, null, providers);
  await desk.signedInAs('reviewer'); // the first account is made with it
  const env = { incoming: { socket: { remoteAddress: ownAddress() } } };
  const server = serve({ fetch: (request) => desk.app.fetch(request, env), port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: QUIET,
    env: { ...process.env, LANG: 'C.UTF-8' }, // without a locale it gives a file no Japanese name
  });

  async function signIn(page: Page, email = 'first@example.jp'): Promise<void> {
    await page.goto(`${url}/sign-in`);
    await page.waitForSelector('#email:focus'); // by autofocus; the browser complains of whoever is faster
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await page.click('main button');
    await page.waitForSelector('#case-list');
  }

  return {
    desk,
    url,
    signIn,

    /** A page that notes every complaint of the browser and every request that would leave the desk, and more such pages of the same person. */
    async openPage(
      options: Parameters<Browser['newContext']>[0] = {},
      listen: (tab: Page, complain: (about: string) => void) => void = () => {},
    ): Promise<{ page: Page; complaints: string[]; openTab: () => Promise<Page> }> {
      const context = await browser.newContext({ locale: 'ja-JP', ...options });
      context.setDefaultTimeout(0); // the test's own is the limit
      const complaints: string[] = [];
      const openTab = async () => {
        const page = await context.newPage();
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('request', (request) => {
          if (!request.url().startsWith(url)) complaints.push(`request to ${new URL(request.url()).origin}`);
        });
        page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
        listen(page, (about) => complaints.push(about));
        return page;
      };
      return { page: await openTab(), complaints, openTab };
    },

    async stop(): Promise<void> {
      await browser.close();
      server.close();
      await desk.stop();
    },
  };
}
export type RealDesk = Awaited<ReturnType<typeof startRealDesk>>;
